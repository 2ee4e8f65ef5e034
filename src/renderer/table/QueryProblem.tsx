/** Why a search could not be read, and what would be. */
import type { QueryError } from '../../core/query.ts'
import type { MessageKey } from '../../shared/i18n/catalogue.ts'
import { useText } from '../text.ts'
import { Banner } from '../ui/Banner.tsx'

const SENTENCES: Readonly<Record<QueryError['code'], MessageKey>> = {
  'query/unknown-key': 'table.query.unknownKey',
  'query/date-unreadable': 'table.query.dateUnreadable',
  'query/bracket-missing': 'table.query.bracketMissing',
  'query/empty-value': 'table.query.emptyValue',
}

export function QueryProblem({ error }: { readonly error: QueryError }) {
  const t = useText()
  return (
    <div className="screen__note">
      <Banner kind="warning">
        {t(SENTENCES[error.code], { text: error.text })} {t('table.query.kept')}
      </Banner>
    </div>
  )
}
