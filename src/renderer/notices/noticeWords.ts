/** The words for what was noticed when a log was opened. Pure. */
import { isMessageKey } from '../../shared/i18n/catalogue.ts'
import type { Translate } from '../../shared/i18n/format.ts'
import type { LogState } from '../../shared/ipc/log.ts'

export type CodeView = LogState['notices'][number]

export interface NoticeWords {
  readonly kind: 'info' | 'warning'
  readonly title: string
  readonly text: string
}

/** What only tells what has been done already; the rest asks the user to look. */
const MERELY_TOLD: ReadonlySet<string> = new Set(['repaired'])

/** Title and sentences of a notice; one of a code this version does not know is named by its code. */
export function noticeWords(t: Translate, { code, fields }: CodeView): NoticeWords {
  const name = code.replace(/^notice\//, '')
  const kind = MERELY_TOLD.has(name) ? 'info' : 'warning'
  const titleKey = `notice.${name}.title`
  const textKey = `notice.${name}.text`
  if (isMessageKey(titleKey) && isMessageKey(textKey)) {
    try {
      return { kind, title: t(titleKey, fields), text: t(textKey, fields) }
    } catch {
      // A field that the words name is missing; the plain sentence is better than none.
    }
  }
  return { kind, title: t('notice.other.title'), text: t('notice.other.text', { code }) }
}
