/**
 * The pages of a brief as pictures of the very bytes that would leave. They follow each change by themselves up to some
 * hundred incidents, and are set on demand above. For whoever does not see pictures the same stands beside as text.
 */
import type { ReactNode } from 'react'
import type { ChoiceShown, PagesRequest } from '../../../shared/ipc/brief.ts'
import { errorText } from '../../errorText.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useAfter } from '../../useAfter.ts'
import { PageList } from './PageList.tsx'
import { usePages } from './usePages.ts'
import './briefPages.css'

/** Above this many incidents pages take too long to follow each key. */
export const MOST_LIVE = 200

export interface PagesPaneProps {
  readonly request: PagesRequest
  readonly incidents: number
  /** Stands above the pages of a choice: what they do not show. */
  readonly notice?: (choice: ChoiceShown) => ReactNode
}

export function PagesPane({ request, incidents, notice }: PagesPaneProps) {
  const t = useText()
  const isLive = incidents <= MOST_LIVE
  const { picture, choice, isOld, isWorking, error, set, stop } = usePages(request, isLive)
  const isSlow = useAfter(isWorking)
  return (
    <div className="pages">
      {error === null ? null : (
        <Banner
          kind="error"
          actions={
            <Button size="small" onPress={set}>
              {t('composer.pages.again')}
            </Button>
          }
        >
          {errorText(t, error)}
        </Banner>
      )}
      {isSlow ? (
        <div className="pages__working">
          <ProgressBar label={t('composer.pages.working')} done={0} total={null} />
          <Button size="small" onPress={stop}>
            {t('brief.cancel.action')}
          </Button>
        </div>
      ) : null}
      {!isWorking && error === null && (picture === null || isOld) && !isLive ? (
        <div className="pages__demand">
          <p>{t(picture === null ? 'composer.pages.onDemand' : 'composer.pages.old', { most: MOST_LIVE })}</p>
          <Button onPress={set}>{t('composer.pages.set')}</Button>
        </div>
      ) : null}
      {choice === null || isOld ? null : notice?.(choice)}
      {picture === null ? null : <PageList picture={picture} isOld={isOld} />}
    </div>
  )
}
