/** Step 2: the page as the reader will see it, beside what stays behind and the sentences that leave as written. */
import type { BriefPreview } from '../../../shared/ipc/contract.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { BriefPage } from './BriefPage.tsx'
import { DisclosureNote } from './DisclosureNote.tsx'
import { KeptTexts } from './KeptTexts.tsx'
import type { BriefCourse } from './useBrief.ts'
import { WithheldList } from './WithheldList.tsx'

export interface ReviewStepProps {
  readonly preview: BriefPreview
  readonly course: BriefCourse
  readonly hasRead: boolean
  readonly onRead: (hasRead: boolean) => void
}

export function ReviewStep({ preview, course, hasRead, onRead }: ReviewStepProps) {
  const t = useText()
  const { data, withheld, disclosure, texts } = preview
  const mustRead = texts.length > 0
  const isEmpty = data.incidents.length + data.claims.length === 0
  const isReady = !isEmpty && (hasRead || !mustRead)
  return (
    <div className="review">
      <section className="review__page" aria-labelledby="review-page">
        <h2 id="review-page">{t('brief.review.page')}</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a page that scrolls must be reachable by keyboard. */}
        <div className="review__scroll" tabIndex={0}>
          <BriefPage data={data} />
        </div>
      </section>
      <aside className="review__side" aria-label={t('brief.review.side')}>
        <div className="review__facts">
          {isEmpty ? <Banner kind="warning">{t('brief.review.emptyBrief')}</Banner> : null}
          <KeptTexts texts={texts} language={data.language} hasRead={hasRead} onRead={onRead} />
          <DisclosureNote disclosure={disclosure} />
          <WithheldList withheld={withheld} />
        </div>
        <footer className="brief__actions">
          {mustRead && !hasRead ? <p className="review__first">{t('brief.review.readFirst')}</p> : null}
          <Button onPress={course.toChoice}>{t('brief.review.back')}</Button>
          <Button variant="primary" isDisabled={!isReady} onPress={course.toRelease}>
            {t('brief.review.next')}
          </Button>
        </footer>
      </aside>
    </div>
  )
}
