/** Where the guide is open, and the way there, so that it opens where it was left. Small: the shell has it from the start. */
import type { PictureName } from '../../../core/tableView.ts'
import { createExternalValue } from '../../externalValue.ts'
import type { Screen } from '../../navigation.ts'
import { FIRST_PAGE } from './guideText.ts'

export interface GuidePlace {
  readonly page: string
  /** The id of a heading; null for the beginning. */
  readonly part: string | null
}

interface GuideWay {
  readonly place: GuidePlace
  /** Places to go back to, the latest last. */
  readonly before: readonly GuidePlace[]
}

const START: GuideWay = { place: { page: FIRST_PAGE, part: null }, before: [] }
const wayNow = createExternalValue(START)

export const useGuideWay = wayNow.use
export const currentGuideWay = wayNow.get

/** Shows a place in the guide; where it was open before is a step back. */
export function goInGuide(place: GuidePlace): void {
  const { place: from, before } = wayNow.get()
  const isHere = from.page === place.page && from.part === place.part
  wayNow.set({ place: { ...place }, before: isHere ? before : [...before, from] })
}

/** One step back; nothing happens where there is none. */
export function goBackInGuide(): void {
  const { before } = wayNow.get()
  const place = before.at(-1)
  if (place !== undefined) wayNow.set({ place, before: before.slice(0, -1) })
}

/** Forgets the way: on lock. */
export function dropGuideWay(): void {
  wayNow.set(START)
}

/** What the guide says of each screen. */
const PAGE_OF_SCREEN = {
  incidents: 'incidents-and-people',
  sources: 'sources',
  sourceItems: 'sources',
  claims: 'weighing-claims',
  board: 'weighing-claims',
  persons: 'incidents-and-people',
  organisations: 'incidents-and-people',
  contacts: 'releases',
  actions: 'incidents-and-people',
  brief: 'briefs',
  releases: 'releases',
  import: 'importing',
  reading: 'releases',
  duplicates: 'duplicates',
  map: 'map',
  acts: 'acts',
  bin: 'keeping-it-safe',
  settings: 'settings',
} as const satisfies Readonly<Record<Screen, string>>

const PAGE_OF_PICTURE = { timeline: 'views', patterns: 'views', map: 'map' } as const satisfies Readonly<
  Record<PictureName, string>
>

/** Every page that a screen or a picture leads to. */
export const PAGES_OF_SCREENS: ReadonlySet<string> = new Set([
  ...Object.values(PAGE_OF_SCREEN),
  ...Object.values(PAGE_OF_PICTURE),
])

/** Where F1 leads: the page about what is on screen. */
export function pageAbout(screen: Screen, picture: PictureName | null): string {
  return screen === 'incidents' && picture !== null ? PAGE_OF_PICTURE[picture] : PAGE_OF_SCREEN[screen]
}
