/** The words of codes of closed lists. */
import { isMessageKey } from '../shared/i18n/catalogue.ts'
import type { Translate } from '../shared/i18n/format.ts'

/** The words of a code of a closed list; the code itself where there are none. */
export function codeWords(t: Translate, prefix: string, code: string | number): string {
  const key = `${prefix}.${code}`
  return isMessageKey(key) ? t(key) : String(code)
}
