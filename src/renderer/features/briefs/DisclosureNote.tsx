/** How small the groups are in which incidents look alike: could an insider single one out? */
import type { BriefPreview } from '../../../shared/ipc/contract.ts'
import { useText } from '../../text.ts'
import { Icon } from '../../ui/Icon.tsx'

export function DisclosureNote({ disclosure }: { readonly disclosure: BriefPreview['disclosure'] }) {
  const t = useText()
  const { smallestClass, rowsBelowFive } = disclosure
  const isRisky = rowsBelowFive > 0
  return (
    <section className="side-part" aria-labelledby="disclosure-title">
      <h3 id="disclosure-title">{t('brief.review.disclosure')}</h3>
      {smallestClass === null ? (
        <p>{t('brief.review.noRows')}</p>
      ) : (
        <>
          <p className={isRisky ? 'disclosure disclosure--risky' : 'disclosure'}>
            <Icon name={isRisky ? 'warning' : 'tick'} />
            <span>{t('brief.review.belowFive', { count: rowsBelowFive })}</span>
          </p>
          <p className="side-part__lead">{t('brief.review.smallest', { count: smallestClass })}</p>
        </>
      )}
    </section>
  )
}
