/** A brief as its reader will see it: as text, which can be read aloud and leads to the records, or as the real pages. */
import { type ReactNode, useId } from 'react'
import type { PagesRequest } from '../../../shared/ipc/brief.ts'
import { createExternalValue } from '../../externalValue.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { PagesPane } from './PagesPane.tsx'

export interface PageViewsProps {
  readonly title: string
  readonly request: PagesRequest
  readonly incidents: number
  /** The same as text. */
  readonly children: ReactNode
}

const VIEWS = ['text', 'pages'] as const
/** Kept from one step to the next. */
const viewNow = createExternalValue<(typeof VIEWS)[number]>('text')

export function PageViews({ title, request, incidents, children }: PageViewsProps) {
  const t = useText()
  const view = viewNow.use()
  const titleId = useId()
  return (
    <section className="review__page" aria-labelledby={titleId}>
      <div className="page-views">
        <h2 id={titleId}>{title}</h2>
        {VIEWS.map((each) => (
          <Button
            key={each}
            size="small"
            variant={view === each ? 'plain' : 'quiet'}
            aria-pressed={view === each}
            onPress={() => viewNow.set(each)}
          >
            {t(`composer.view.${each}`)}
          </Button>
        ))}
      </div>
      {view === 'text' ? children : <PagesPane request={request} incidents={incidents} />}
    </section>
  )
}
