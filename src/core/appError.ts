/** What crosses the process boundary when something failed: a code and plain fields, never a sentence. */
export interface AppError {
  /** `area/what-happened`; the renderer and the command line have the words. */
  readonly code: string
  readonly fields?: Readonly<Record<string, string | number>>
}

export const appError = (code: string, fields?: AppError['fields']): AppError =>
  fields === undefined ? { code } : { code, fields }
