/** The frame of an open log: sections at the side, search and actions on top, the state of things at the foot. */
import { useEffect, useRef } from 'react'
import { ActionsScreen } from '../features/actions/ActionsScreen.tsx'
import { BinScreen } from '../features/bin/BinScreen.tsx'
import { dropBoardState } from '../features/board/boardState.ts'
import { ClaimsBoard } from '../features/board/ClaimsBoard.tsx'
import { BriefScreen } from '../features/briefs/BriefScreen.tsx'
import { dropBriefDrafts } from '../features/briefs/briefDrafts.ts'
import { ClaimPage } from '../features/claimPage/ClaimPage.tsx'
import { ClaimsScreen } from '../features/claims/ClaimsScreen.tsx'
import { ContactsScreen } from '../features/contacts/ContactsScreen.tsx'
import { ImportScreen } from '../features/import/ImportScreen.tsx'
import { IncidentsScreen } from '../features/incidents/IncidentsScreen.tsx'
import { OrganisationsScreen } from '../features/organisations/OrganisationsScreen.tsx'
import { PersonsScreen } from '../features/persons/PersonsScreen.tsx'
import { ReadingScreen } from '../features/reading/ReadingScreen.tsx'
import { ReleasesScreen } from '../features/releases/ReleasesScreen.tsx'
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx'
import { SourceItemsScreen } from '../features/sourceItems/SourceItemsScreen.tsx'
import { SourcesScreen } from '../features/sources/SourcesScreen.tsx'
import { isFocusNowhere } from '../focusPlace.ts'
import { resetNavigation, type Screen, useNavigation } from '../navigation.ts'
import { NoticeRegion } from '../notices/NoticeRegion.tsx'
import { RecordPanel } from '../records/RecordPanel.tsx'
import { useHasRecords, useReading } from '../store.ts'
import { dropSearches } from '../table/tableSearch.ts'
import { useText } from '../text.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { HeldLockDialog } from './HeldLockDialog.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { stayUnlocked, useIsLockHeld } from './logCommands.ts'
import { Rail } from './Rail.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'
import { useCommands } from './useCommands.ts'
import './shell.css'

const SCREEN_VIEWS: Readonly<Record<Screen, React.ComponentType>> = {
  incidents: IncidentsScreen,
  sources: SourcesScreen,
  sourceItems: SourceItemsScreen,
  claims: ClaimsScreen,
  board: ClaimsBoard,
  persons: PersonsScreen,
  organisations: OrganisationsScreen,
  contacts: ContactsScreen,
  actions: ActionsScreen,
  brief: BriefScreen,
  releases: ReleasesScreen,
  import: ImportScreen,
  reading: ReadingScreen,
  bin: BinScreen,
  settings: SettingsScreen,
}

/** Screens that would say something false of a log that is only half here: a brief must not miss records. */
const NEEDS_ALL: ReadonlySet<Screen> = new Set(['brief'])

export function Shell() {
  const t = useText()
  const { screen, claim, page, open, held } = useNavigation()
  const hasRecords = useHasRecords()
  const isArriving = useReading() !== null
  const isReady = hasRecords && !(isArriving && NEEDS_ALL.has(screen))
  const isLockHeld = useIsLockHeld()
  const main = useRef<HTMLElement>(null)
  const { searchField, areKeysShown, hideKeys, showKeys } = useCommands()
  const ScreenView = SCREEN_VIEWS[screen]

  // Leaving the shell means that the log was locked or closed: nothing of it may linger.
  useEffect(() => {
    return () => {
      resetNavigation()
      stayUnlocked()
      dropSearches()
      dropBriefDrafts()
      dropBoardState()
    }
  }, [])

  // A screen without a table has nothing that takes the focus, when it appears or when the record beside it closes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are when to look, not what to look at
  useEffect(() => {
    if (isReady && isFocusNowhere()) focusFirstControl(main.current)
  }, [open, screen, claim, page, isReady])

  return (
    <div className="shell">
      <Rail screen={screen} />
      <TopBar searchField={searchField} onShowKeys={showKeys} />
      <NoticeRegion />
      <main className="shell__main" ref={main} tabIndex={-1}>
        <div className="shell__screen">
          {isReady && claim !== null ? (
            <ClaimPage key={claim.id} place={claim} />
          ) : isReady ? (
            <ScreenView key={screen} />
          ) : (
            <EmptyState title={t('shell.status.loading')}>{''}</EmptyState>
          )}
        </div>
        {open && hasRecords ? (
          <RecordPanel key={`${open.kind} ${open.id ?? 'new'} ${open.isAssessing ?? false}`} open={open} />
        ) : null}
      </main>
      <StatusBar />
      {held ? <LeaveDialog /> : null}
      {isLockHeld ? <HeldLockDialog /> : null}
      {areKeysShown ? <KeysDialog onClose={hideKeys} /> : null}
    </div>
  )
}

/** The table's cell, else the first control, else the part itself. */
function focusFirstControl(main: HTMLElement | null): void {
  const home =
    main?.querySelector<HTMLElement>('[data-cell][tabindex="0"]') ??
    main?.querySelector<HTMLElement>('button:not([disabled]), input, textarea') ??
    main
  home?.focus()
}
