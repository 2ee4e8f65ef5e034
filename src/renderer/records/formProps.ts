/** What every record form is given. */
export interface FormProps {
  /** Null for a new record. */
  readonly id: string | null
  /** First values of a new record, as the form's draft has them. */
  readonly preset: Readonly<Record<string, unknown>> | undefined
}
