/**
 * Step 2: the page as the reader will see it, beside the texts to be read one by one, who could be singled out, and what
 * stays behind. The page follows each decision at once; other fixes make the review anew.
 */
import { useMemo, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { shownCounts } from '../../../core/redaction/shownCounts.ts'
import type { BriefPreview } from '../../../shared/ipc/brief.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { PageViews } from '../briefPages/PageViews.tsx'
import { BriefPage } from './BriefPage.tsx'
import type { BriefKind } from './briefChoice.ts'
import type { Fixes } from './briefDraft.ts'
import { DisclosurePanel } from './DisclosurePanel.tsx'
import { decidedPage } from './decidedPage.ts'
import { OutlinePage } from './OutlinePage.tsx'
import { RowLink } from './RowId.tsx'
import { RowRecord } from './RowRecord.tsx'
import { TextsPanel } from './TextsPanel.tsx'
import { decisionsOn, shownOf } from './textDecisions.ts'
import type { BriefCourse } from './useBrief.ts'
import type { TextReviewing } from './useTextReview.ts'
import { WithheldList } from './WithheldList.tsx'

export interface ReviewStepProps {
  readonly preview: BriefPreview
  readonly course: BriefCourse
  readonly reviewing: TextReviewing
  readonly fixes: Fixes
  readonly onFix: (fixes: Fixes) => void
  readonly onUntick: (kind: BriefKind, id: string) => void
}

const TABS = ['texts', 'single', 'withheld'] as const
type TabName = (typeof TABS)[number]

export function ReviewStep({ preview, course, reviewing, fixes, onFix, onUntick }: ReviewStepProps) {
  const t = useText()
  // Rows that go missing come first: what mends it changes which texts there are to read.
  const [tab, setTab] = useState<TabName>(preview.disclosure.leftOut > 0 ? 'single' : 'texts')
  const [row, setRow] = useState<string | null>(null)
  const { items, decisions, unread } = reviewing
  const page = useMemo(() => decidedPage(preview, items, decisions), [preview, items, decisions])
  const isWorking = course.working !== null
  const shown = shownCounts(page)
  const isEmpty = shown.incidents + shown.claims === 0
  const request = { of: 'review', token: preview.token, ...shownOf(items, decisions) } as const
  const names: Readonly<Record<TabName, string>> = {
    texts: t('brief.tab.texts', { read: items.length - unread, total: items.length }),
    single: t('brief.tab.single'),
    withheld: t('brief.tab.withheld'),
  }
  return (
    <div className="review">
      <PageViews title={t('brief.review.page')} request={request} incidents={shown.incidents}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a page that scrolls must be reachable by keyboard. */}
        <div className="review__scroll" tabIndex={0}>
          <RowLink value={setRow}>
            {page.layout === 'general' ? <BriefPage data={page} /> : <OutlinePage request={request} />}
          </RowLink>
        </div>
      </PageViews>
      <aside className="review__side" aria-label={t('brief.review.side')}>
        {isEmpty ? (
          <Banner kind="warning">
            {t(preview.disclosure.leftOut > 0 ? 'brief.review.emptyByClass' : 'brief.review.emptyBrief')}
          </Banner>
        ) : null}
        {row === null ? null : (
          <RowRecord row={row} token={preview.token} onUntick={onUntick} onClose={() => setRow(null)} />
        )}
        <Tabs
          className="review__tabs"
          selectedKey={tab}
          onSelectionChange={(key) => setTab(TABS.find((each) => each === key) ?? tab)}
        >
          <TabList className="tabs" aria-label={t('brief.tab.label')}>
            {TABS.map((each) => (
              <Tab key={each} id={each} className="tabs__tab">
                {names[each]}
              </Tab>
            ))}
          </TabList>
          <TabPanel id="texts" className="review__panel">
            <TextsPanel reviewing={reviewing} language={page.language} />
          </TabPanel>
          <TabPanel id="single" className="review__panel">
            <DisclosurePanel
              disclosure={preview.disclosure}
              fixes={fixes}
              onFix={onFix}
              isWorking={isWorking}
            />
          </TabPanel>
          <TabPanel id="withheld" className="review__panel">
            <WithheldList withheld={preview.withheld} token={preview.token} />
          </TabPanel>
        </Tabs>
        <footer className="brief__actions">
          {unread > 0 ? (
            <p className="review__first">{t('brief.review.readFirst', { count: unread })}</p>
          ) : null}
          <Button onPress={course.toChoice}>{t('brief.review.back')}</Button>
          <Button
            variant="primary"
            isDisabled={isEmpty || unread > 0 || isWorking}
            onPress={() => void course.settle(decisionsOn(items, decisions))}
          >
            {t('brief.review.next')}
          </Button>
        </footer>
      </aside>
    </div>
  )
}
