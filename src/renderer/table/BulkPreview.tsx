/** What a change of many records would do: which change and how, how many have it so already, which cannot and why. */
import type { AppError } from '../../core/appError.ts'
import type { BulkEdit } from '../../core/bulkEdit.ts'
import { isMessageKey } from '../../shared/i18n/catalogue.ts'
import type { Translate } from '../../shared/i18n/format.ts'
import { errorText } from '../errorText.ts'
import { useLanguage } from '../text.ts'
import { Banner } from '../ui/Banner.tsx'
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx'
import { visibleTurns } from '../visibleText.ts'
import { useTermLabel } from '../vocabularies.ts'
import { type BulkField, bulkValueWords } from './bulkFields.ts'
import type { BulkPlanView } from './useBulkPlan.ts'

export interface BulkPreviewProps {
  /** The field that is changed; null before one is chosen. */
  readonly field: BulkField | null
  readonly edit: BulkEdit | null
  readonly plan: BulkPlanView | null
  readonly error: AppError | null
  readonly isAsking: boolean
  readonly titleOf: (id: string) => string
}

export function BulkPreview({ field, edit, plan, error, isAsking, titleOf }: BulkPreviewProps) {
  const language = useLanguage()
  const { t } = language
  const termLabel = useTermLabel()
  if (error !== null)
    return (
      <Banner kind="error" title={t('table.bulk.failed')}>
        {errorText(t, error)}
      </Banner>
    )
  const summary =
    edit === null
      ? t('table.bulk.nothing')
      : isAsking || plan === null
        ? t('table.looking')
        : [
            t('table.bulk.changes', { count: plan.count }),
            plan.unchanged === 0 ? '' : t('table.bulk.unchanged', { count: plan.unchanged }),
            ...plan.besides.map((each) => besidesWords(t, each)),
            plan.refusedCount === 0 ? '' : t('table.bulk.refused', { count: plan.refusedCount }),
          ]
            .filter(Boolean)
            .join(' ')
  return (
    <div className="bulk">
      <p role="status">{summary}</p>
      {field === null || edit === null || plan === null || plan.edited.length === 0 ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard
        <section className="bulk__list" tabIndex={0} aria-label={t('table.bulk.preview')}>
          <ul>
            {plan.edited.map(({ id, before, after }) => (
              <li key={id} className="bulk__record">
                <bdi className="bulk__title">{visibleTurns(titleOf(id))}</bdi>
                <span className="bulk__values">
                  <del>
                    <VisuallyHidden>{`${t('history.change.was')}: `}</VisuallyHidden>
                    <bdi>{bulkValueWords(field, before, language, termLabel)}</bdi>
                  </del>
                  <span aria-hidden="true" className="bulk__arrow" />
                  <ins>
                    <VisuallyHidden>{`${t('history.change.is')}: `}</VisuallyHidden>
                    <bdi>{bulkValueWords(field, after, language, termLabel)}</bdi>
                  </ins>
                </span>
              </li>
            ))}
          </ul>
          {plan.count > plan.edited.length ? (
            <p>{t('table.bulk.more', { count: plan.count - plan.edited.length })}</p>
          ) : null}
        </section>
      )}
      {plan === null || plan.refused.length === 0 ? null : (
        <ul className="bulk__refused">
          {plan.refused.map(({ id, error: reason }) => (
            <li key={id}>
              <bdi>{visibleTurns(titleOf(id))}</bdi>
              {` — ${errorText(t, reason)}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Says what another field becomes with the same save; where it has no sentence of its own, that it changes. */
function besidesWords(t: Translate, { field, count }: BulkPlanView['besides'][number]): string {
  const own = `table.bulk.besides.${field}`
  if (isMessageKey(own)) return t(own, { count })
  const name = `history.field.${field}`
  return t('table.bulk.besides', { count, field: isMessageKey(name) ? t(name) : field })
}
