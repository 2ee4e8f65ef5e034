/** The name of a field that a claim is about, in words. No React. */
import { isMessageKey } from '../../shared/i18n/catalogue.ts'
import type { Translate } from '../../shared/i18n/format.ts'

/** `placeType` → "place type"; the path itself where there is no word for it. */
export function fieldWords(field: string, t: Translate): string {
  const key = `claims.field.${field.replace(/\.(?:low|best|high)$/, '')}`
  return isMessageKey(key) ? t(key) : field
}
