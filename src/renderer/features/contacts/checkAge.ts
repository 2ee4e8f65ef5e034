/** How long ago a public contact was checked, in words. */
import type { Contact } from '../../../core/contact.ts'
import { edtfSpan } from '../../../core/edtfSpan.ts'
import { dateWords } from '../../dateWords.ts'
import type { Language } from '../../text.ts'

const DAY_MS = 86_400_000
/** Up to here in days, then in months, then in years. */
const MOST_DAYS = 100
const MOST_DAYS_IN_MONTHS = 730

/** "3 days ago", from the last day the check may mean; the date itself when that is open. `today` is YYYY-MM-DD. */
export function checkAge(
  { checkedOn }: Pick<Contact, 'checkedOn'>,
  today: string,
  language: Pick<Language, 'locale' | 't' | 'otherCalendar'>,
): string {
  const latest = edtfSpan(checkedOn)?.latest
  if (latest === undefined || latest === null) return dateWords(checkedOn, language)
  const days = Math.round((Date.parse(today) - Date.parse(latest)) / DAY_MS)
  const words = new Intl.RelativeTimeFormat(language.locale, { numeric: 'auto' })
  if (days <= MOST_DAYS) return words.format(-days, 'day')
  if (days <= MOST_DAYS_IN_MONTHS) return words.format(-Math.floor(days / 30.44), 'month')
  return words.format(-Math.floor(days / 365.25), 'year')
}
