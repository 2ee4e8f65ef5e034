/** Groups of dates by month, no sharper than the dates are: one that lies in no single month has a group of its own. */
import { edtfSpan } from '../../core/edtfSpan.ts'
import { dateWords } from '../dateWords.ts'
import type { Language } from '../text.ts'
import type { GroupKey } from './tableColumn.ts'

/** After all months, before what has no date. */
const OVER_YEARS = '~'
const YEAR_ONLY = '~'

/** `2017-03` when the date lies in one month, `2017~` in one year, `~` over more than that; none for no date. */
export function monthKeys(edtf: string | undefined): readonly GroupKey[] {
  const span = edtf === undefined ? null : edtfSpan(edtf)
  if (span === null) return []
  const [from, to] = [span.earliest, span.latest]
  if (from === null || to === null) return [OVER_YEARS]
  const [month, year] = [from.slice(0, -3), from.slice(0, -6)]
  if (to.slice(0, -3) === month) return [month]
  return to.slice(0, -6) === year ? [`${year}${YEAR_ONLY}`] : [OVER_YEARS]
}

export function monthWords(key: GroupKey, language: Language): string {
  const text = String(key)
  if (text === OVER_YEARS) return language.t('table.groups.overYears')
  if (!text.endsWith(YEAR_ONLY)) return dateWords(text, language)
  return language.t('table.groups.yearOnly', { year: dateWords(text.slice(0, -YEAR_ONLY.length), language) })
}
