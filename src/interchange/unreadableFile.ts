/** A file that cannot be read at all. Thrown deep inside a reader, turned into a result where the plan is made. */
import { type AppError, appError } from '../core/appError.ts'

export class UnreadableFile extends Error {
  readonly appError: AppError

  constructor(code: string, fields?: AppError['fields']) {
    super(code)
    this.name = 'UnreadableFile'
    this.appError = appError(code, fields)
  }
}
