/** The sentence for an error code: what happened, what was kept, what to do. */
import type { AppError } from '../core/appError.ts'
import { err, type Result } from '../core/result.ts'
import { isMessageKey } from '../shared/i18n/catalogue.ts'
import type { Translate } from '../shared/i18n/format.ts'

/** Code for an answer that never came, or came as an exception: a defect of ours. */
export const DEFECT_CODE = 'app/defect'

/** An error as it came over the bridge, by itself or as part of a state. */
export interface ToldError {
  readonly code: string
  readonly fields?: AppError['fields'] | undefined
}

/** The sentence of an error; an unknown code gets the general sentence, which names it. */
export function errorText(t: Translate, error: ToldError): string {
  const key = `errors.${error.code}`
  if (isMessageKey(key)) {
    try {
      return t(key, { ...error.fields, code: error.code })
    } catch {
      // The sentence names a field that this error came without; a plainer sentence is better than none.
    }
  }
  return t(error.code === DEFECT_CODE ? 'errors.defect' : 'errors.generic', { code: error.code })
}

/** Awaits an answer of the bridge; an exception becomes the code of a defect, so that no failure is silent. */
export async function answerOf<T>(reply: Promise<Result<T, AppError>>): Promise<Result<T, AppError>> {
  try {
    return await reply
  } catch {
    return err({ code: DEFECT_CODE })
  }
}
