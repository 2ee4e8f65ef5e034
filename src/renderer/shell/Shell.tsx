/** The frame of an open log: sections at the side, search and actions on top, the state of things at the foot. */
import { type RefObject, Suspense, useEffect, useRef } from 'react'
import { dropShownActor } from '../features/acts/actsState.ts'
import { dropBoardState } from '../features/board/boardState.ts'
import { dropBriefDrafts } from '../features/briefs/briefDrafts.ts'
import { GuideView } from '../features/guide/GuideView.ts'
import { dropGuideWay } from '../features/guide/guidePlace.ts'
import { leaveFirstSteps } from '../features/onboarding/firstSteps.ts'
import { isFocusNowhere } from '../focusPlace.ts'
import { type Navigation, resetNavigation, type Screen, useNavigation } from '../navigation.ts'
import { NoticeRegion } from '../notices/NoticeRegion.tsx'
import { readAhead } from '../onDemand.tsx'
import { followRecords } from '../recordsFeed.ts'
import { SEARCH_FOLLOWER } from '../search/logSearch.ts'
import { useHasRecords, useIsArriving } from '../store.ts'
import { dropSearches } from '../table/tableSearch.ts'
import { followTables } from '../table/tableStates.ts'
import { useText } from '../text.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { HeldLockDialog } from './HeldLockDialog.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { stayUnlocked, useIsLockHeld } from './logCommands.ts'
import { Rail } from './Rail.tsx'
import { StatusBar } from './StatusBar.tsx'
import { ClaimView, FindView, PanelView, READ_AHEAD, SCREEN_VIEWS } from './screens.ts'
import { TopBar } from './TopBar.tsx'
import { useCommands } from './useCommands.ts'
import './shell.css'

/** Screens that would say something false of a log that is only half here: a brief must not miss records. */
const NEEDS_ALL: ReadonlySet<Screen> = new Set(['brief'])

export function Shell() {
  const t = useText()
  const { screen, claim, page, open, held } = useNavigation()
  const hasRecords = useHasRecords()
  const isArriving = useIsArriving()
  const isReady = hasRecords && !(isArriving && NEEDS_ALL.has(screen))
  const isLockHeld = useIsLockHeld()
  const main = useRef<HTMLElement>(null)
  const { searchField, shown, show, close } = useCommands()
  const ScreenView = SCREEN_VIEWS[screen]

  // Leaving the shell means that the log was locked or closed: nothing of it may linger.
  useEffect(() => {
    return () => {
      resetNavigation()
      stayUnlocked()
      dropSearches()
      dropBriefDrafts()
      dropBoardState()
      leaveFirstSteps()
      dropGuideWay()
      dropShownActor()
    }
  }, [])

  useEffect(() => readAhead(READ_AHEAD), [])
  useEffect(() => followRecords(SEARCH_FOLLOWER), [])
  useEffect(followTables, [])

  return (
    <div className="shell">
      <Rail screen={screen} onGuide={() => show('guide')} />
      <TopBar searchField={searchField} onShow={show} />
      <NoticeRegion />
      <main className="shell__main" ref={main} tabIndex={-1}>
        <div className="shell__screen">
          {isReady ? (
            <Suspense fallback={null}>
              {claim === null ? <ScreenView key={screen} /> : <ClaimView key={claim.id} place={claim} />}
              <FocusHome main={main} open={open} screen={screen} claim={claim} page={page} />
            </Suspense>
          ) : (
            <EmptyState title={t('shell.status.loading')}>{''}</EmptyState>
          )}
        </div>
        {open && hasRecords ? (
          <Suspense fallback={null}>
            <PanelView
              key={[open.kind, open.id ?? 'new', open.isAssessing ?? false, open.turn ?? 0].join(' ')}
              open={open}
            />
          </Suspense>
        ) : null}
      </main>
      <StatusBar />
      {held ? <LeaveDialog /> : null}
      {isLockHeld ? <HeldLockDialog /> : null}
      {shown === 'keys' ? <KeysDialog onClose={close} /> : null}
      {shown === 'find' ? (
        <Suspense fallback={null}>
          <FindView onClose={close} onGuide={() => show('guide')} onKeys={() => show('keys')} />
        </Suspense>
      ) : null}
      {shown === 'guide' ? (
        <Suspense fallback={null}>
          <GuideView onClose={close} />
        </Suspense>
      ) : null}
    </div>
  )
}

type FocusHomeProps = Pick<Navigation, 'open' | 'screen' | 'claim' | 'page'> & {
  readonly main: RefObject<HTMLElement | null>
}

/**
 * A screen without a table has nothing that takes the focus, when it appears or when the record beside it closes. It
 * stands beside the screen, so that it looks when the screen is there and not while it is being read.
 */
function FocusHome({ main, open, screen, claim, page }: FocusHomeProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are when to look, not what to look at
  useEffect(() => {
    if (isFocusNowhere()) focusFirstControl(main.current)
  }, [open, screen, claim, page])
  return null
}

/** The table's cell, else the first control, else the part itself. */
function focusFirstControl(main: HTMLElement | null): void {
  const home =
    main?.querySelector<HTMLElement>('[data-cell][tabindex="0"]') ??
    main?.querySelector<HTMLElement>('button:not([disabled]), input, textarea') ??
    main
  home?.focus()
}
