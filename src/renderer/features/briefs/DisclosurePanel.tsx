/**
 * Could somebody be singled out? How small the groups are in which incidents look alike, by this brief and together
 * with earlier ones, and what mends it with one click.
 */
import type { BriefPreview } from '../../../shared/ipc/brief.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { Fixes } from './briefDraft.ts'
import { coarsenWords, isSameCoarsening } from './coarsenWords.ts'

export interface DisclosurePanelProps {
  readonly disclosure: BriefPreview['disclosure']
  readonly fixes: Fixes
  readonly onFix: (fixes: Fixes) => void
  readonly isWorking: boolean
}

const MOST_SHOWN = 4

export function DisclosurePanel(props: DisclosurePanelProps) {
  const { t } = useLanguage()
  const { disclosure, fixes, onFix, isWorking } = props
  const { smallestClass, rowsUnderK, k, leftOut, mode } = disclosure
  if (smallestClass === null && leftOut === 0)
    return <p className="texts__none">{t('brief.review.noRows')}</p>
  const isRisky = rowsUnderK > 0 || leftOut > 0
  return (
    <div className="fixes">
      <p className={isRisky ? 'disclosure disclosure--risky' : 'disclosure'}>
        <Icon name={isRisky ? 'warning' : 'tick'} />
        <span>
          {leftOut > 0
            ? t('brief.single.leftOut', { count: leftOut, k })
            : t('brief.single.under', { count: rowsUnderK, k })}
        </span>
      </p>
      {smallestClass === null ? null : (
        <p className="side-part__lead">{t('brief.single.smallest', { count: smallestClass })}</p>
      )}
      <Suggestions {...props} />
      <Unions {...props} />
      {mode === 'enforce' && (leftOut > 0 || fixes.keepSmallClasses) ? (
        <section className="side-part">
          <CheckboxField
            isSelected={fixes.keepSmallClasses}
            isDisabled={isWorking}
            onChange={(keepSmallClasses) => onFix({ ...fixes, keepSmallClasses })}
          >
            {t('brief.single.keep')}
          </CheckboxField>
          <p className="side-part__lead">{t('brief.single.keepHelp')}</p>
        </section>
      ) : null}
    </div>
  )
}

function Suggestions({ disclosure, fixes, onFix, isWorking }: DisclosurePanelProps) {
  const language = useLanguage()
  const { t } = language
  const { asIs, suggestions, coarsen } = disclosure
  const rows = asIs.rowsKept + asIs.rowsLeftOut
  const isApplied = !isSameCoarsening(coarsen, {})
  const offered = suggestions.filter((each) => !isSameCoarsening(each.coarsen, {})).slice(0, MOST_SHOWN)
  if (offered.length === 0 && !isApplied) return null
  return (
    <section className="side-part" aria-label={t('brief.single.suggestions')}>
      <h3>{t('brief.single.suggestions')}</h3>
      {isApplied ? (
        <div className="fix fix--on">
          <p>{t('brief.single.applied', { steps: coarsenWords(coarsen, language) })}</p>
          <Button
            size="small"
            icon="undo"
            isDisabled={isWorking}
            onPress={() => onFix({ ...fixes, coarsen: {} })}
          >
            {t('brief.single.undo')}
          </Button>
        </div>
      ) : null}
      <ul className="fixes__list">
        {offered
          .filter((each) => !isSameCoarsening(each.coarsen, coarsen))
          .map((each) => {
            const steps = coarsenWords(each.coarsen, language)
            return (
              <li key={steps} className="fix">
                <p>
                  <strong>{steps}</strong>
                  <span className="fix__gain">
                    {t('brief.single.gain', {
                      from: asIs.k ?? 0,
                      to: each.k ?? 0,
                      grows: (each.k ?? 0) > (asIs.k ?? 0) ? 'yes' : 'no',
                      before: asIs.rowsKept,
                      kept: each.rowsKept,
                      rows,
                    })}
                  </span>
                </p>
                <Button
                  size="small"
                  isDisabled={isWorking}
                  aria-label={t('brief.single.applyThis', { steps })}
                  onPress={() => onFix({ ...fixes, coarsen: each.coarsen })}
                >
                  {t('brief.single.apply')}
                </Button>
              </li>
            )
          })}
      </ul>
    </section>
  )
}

/** What earlier briefs give away together with this one. */
function Unions({ disclosure, fixes, onFix, isWorking }: DisclosurePanelProps) {
  const language = useLanguage()
  const { t } = language
  const { union, mendings } = disclosure
  if (union.length === 0 && !fixes.leaveOutLinked) return null
  return (
    <section className="side-part" aria-label={t('brief.union.title')}>
      <h3>{t('brief.union.title')}</h3>
      <ul className="fixes__list">
        {union.map(({ kind, release, incidents }) => (
          <li key={`${kind} ${release}`} className="disclosure disclosure--risky">
            <Icon name="warning" />
            <span>{t(`brief.union.${kind}`, { count: incidents })}</span>
          </li>
        ))}
        {mendings.slice(0, MOST_SHOWN).map((way) => {
          const steps = coarsenWords(way.coarsen, language)
          return (
            <li key={`${steps} ${way.leaveOut}`} className="fix">
              <p>
                <strong>{steps}</strong>
                <span className="fix__gain">
                  {t('brief.union.mend', { kept: way.rowsKept, out: way.leaveOut })}
                </span>
              </p>
              <Button
                size="small"
                isDisabled={isWorking}
                aria-label={t('brief.single.applyThis', { steps })}
                onPress={() => onFix({ ...fixes, coarsen: way.coarsen, leaveOutLinked: way.leaveOut > 0 })}
              >
                {t('brief.single.apply')}
              </Button>
            </li>
          )
        })}
      </ul>
      {fixes.leaveOutLinked ? (
        <div className="fix fix--on">
          <p>{t('brief.union.out')}</p>
          <Button
            size="small"
            icon="undo"
            isDisabled={isWorking}
            onPress={() => onFix({ ...fixes, leaveOutLinked: false })}
          >
            {t('brief.single.undo')}
          </Button>
        </div>
      ) : union.length > 0 ? (
        <Button size="small" isDisabled={isWorking} onPress={() => onFix({ ...fixes, leaveOutLinked: true })}>
          {t('brief.union.leaveOut')}
        </Button>
      ) : null}
    </section>
  )
}
