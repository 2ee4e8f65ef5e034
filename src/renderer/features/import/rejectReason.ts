/** The reason a cell was rejected, in words. */
import { isMessageKey } from '../../../shared/i18n/catalogue.ts'
import type { Translate } from '../../../shared/i18n/format.ts'

/** Codes come as `import/…`; schemas of records add a few of their own areas. Unknown ones are named. */
export function rejectReason(t: Translate, code: string): string {
  const own = `import.reason.${code.replace(/^import\//u, '')}`
  if (isMessageKey(own)) return t(own)
  const general = `errors.${code}`
  if (isMessageKey(general)) return t(general, { code })
  return t('import.reason.other', { code })
}
