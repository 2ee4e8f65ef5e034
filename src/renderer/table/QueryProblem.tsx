/** Why a search could not be read, and what would be. */
import type { MessageKey } from '../../shared/i18n/catalogue.ts'
import { useText } from '../text.ts'
import { Banner } from '../ui/Banner.tsx'
import type { FilterError } from './filterQuery.ts'

const SENTENCES: Readonly<Record<FilterError['code'], MessageKey>> = {
  'query/unknown-key': 'table.query.unknownKey',
  'query/date-unreadable': 'table.query.dateUnreadable',
  'query/bracket-missing': 'table.query.bracketMissing',
  'query/empty-value': 'table.query.emptyValue',
  'query/place-unknown': 'table.query.placeUnknown',
  'query/places-unread': 'table.query.placesUnread',
  'query/violation-unknown': 'table.query.violationUnknown',
  'query/source-unknown': 'table.query.sourceUnknown',
  'query/has-unknown': 'table.query.hasUnknown',
  'query/box-unreadable': 'table.query.boxUnreadable',
  'query/words-unanswered': 'table.query.wordsUnanswered',
}

export function QueryProblem({ error }: { readonly error: FilterError }) {
  const t = useText()
  return (
    <div className="screen__note">
      <Banner kind="warning">
        {t(SENTENCES[error.code], { text: error.text })} {t('table.query.kept')}
      </Banner>
    </div>
  )
}
