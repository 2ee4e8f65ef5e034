/** The screen of each section. Read when it is wanted, or ahead of that. */
import { INCIDENT_PICTURES } from '../features/views/incidentPictures.ts'
import type { Screen } from '../navigation.ts'
import { type OnDemand, onDemand } from '../onDemand.tsx'
import { ActionMenuView, BulkEditView, NameViewView } from '../table/tableParts.ts'

// Written out, so that the bundler makes a chunk of each.
export const SCREEN_VIEWS: Readonly<Record<Screen, OnDemand<object>>> = {
  incidents: onDemand(
    async () => (await import('../features/incidents/IncidentsScreen.tsx')).IncidentsScreen,
  ),
  sources: onDemand(async () => (await import('../features/sources/SourcesScreen.tsx')).SourcesScreen),
  sourceItems: onDemand(
    async () => (await import('../features/sourceItems/SourceItemsScreen.tsx')).SourceItemsScreen,
  ),
  claims: onDemand(async () => (await import('../features/claims/ClaimsScreen.tsx')).ClaimsScreen),
  board: onDemand(async () => (await import('../features/board/ClaimsBoard.tsx')).ClaimsBoard),
  persons: onDemand(async () => (await import('../features/persons/PersonsScreen.tsx')).PersonsScreen),
  organisations: onDemand(
    async () => (await import('../features/organisations/OrganisationsScreen.tsx')).OrganisationsScreen,
  ),
  contacts: onDemand(async () => (await import('../features/contacts/ContactsScreen.tsx')).ContactsScreen),
  actions: onDemand(async () => (await import('../features/actions/ActionsScreen.tsx')).ActionsScreen),
  brief: onDemand(async () => (await import('../features/briefs/BriefScreen.tsx')).BriefScreen),
  releases: onDemand(async () => (await import('../features/releases/ReleasesScreen.tsx')).ReleasesScreen),
  import: onDemand(async () => (await import('../features/import/ImportScreen.tsx')).ImportScreen),
  reading: onDemand(async () => (await import('../features/reading/ReadingScreen.tsx')).ReadingScreen),
  bin: onDemand(async () => (await import('../features/bin/BinScreen.tsx')).BinScreen),
  duplicates: onDemand(
    async () => (await import('../features/duplicates/DuplicatesScreen.tsx')).DuplicatesScreen,
  ),
  acts: onDemand(async () => (await import('../features/acts/ActsScreen.tsx')).ActsScreen),
  map: onDemand(async () => (await import('../features/map/MapScreen.tsx')).MapScreen),
  settings: onDemand(async () => (await import('../features/settings/SettingsScreen.tsx')).SettingsScreen),
}

export const ClaimView = onDemand(async () => (await import('../features/claimPage/ClaimPage.tsx')).ClaimPage)
export const PanelView = onDemand(async () => (await import('../records/RecordPanel.tsx')).RecordPanel)
export const FindView = onDemand(async () => (await import('../search/SearchDialog.tsx')).SearchDialog)

/** In the order in which they are likely to be wanted. */
export const READ_AHEAD = [
  SCREEN_VIEWS.incidents,
  PanelView,
  FindView,
  ActionMenuView,
  BulkEditView,
  NameViewView,
  ClaimView,
  SCREEN_VIEWS.board,
  ...INCIDENT_PICTURES.map(({ View }) => View),
  ...Object.values(SCREEN_VIEWS),
]
