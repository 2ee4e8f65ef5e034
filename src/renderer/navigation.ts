/**
 * Where the user is: the screen, or the page of one claim in its place, and the record open beside it. UI state only,
 * never stored; dropped on lock. A form with unsaved changes holds a move back until the user has decided.
 */
import { useSyncExternalStore } from 'react'
import type { ShippedName } from '../core/redaction/profile.ts'
import type { EditableKind } from '../shared/ipc/views.ts'

export const SCREENS = [
  'incidents',
  'sources',
  'sourceItems',
  'claims',
  'board',
  'persons',
  'organisations',
  'contacts',
  'actions',
  'brief',
  'releases',
  'import',
  'reading',
  'bin',
  'settings',
  'duplicates',
  'map',
  'acts',
] as const
export type Screen = (typeof SCREENS)[number]

/** `id` null is a record not saved yet; `preset` are its first values. */
export interface OpenRecord {
  readonly kind: EditableKind
  readonly id: string | null
  readonly preset?: Readonly<Record<string, unknown>>
  /** Tells empty forms apart that follow one another. */
  readonly turn?: number
  /** Opens the assessment of a claim as well. */
  readonly isAssessing?: boolean
}

/** The page of a claim, which takes the place of the screen it was come to from. */
export interface ClaimPlace {
  readonly id: string
  /** The day it is shown as of, YYYY-MM-DD; null for now. */
  readonly asOf: string | null
  /** Where the way back leads. */
  readonly from: Place
}

/** A profile of briefs: one that comes with Daybook, or a record of the log. */
export type ChosenProfile = { readonly shipped: ShippedName } | { readonly own: string }

/** A page of the settings, which takes their place. */
export interface SettingsPage {
  readonly kind: 'profiles'
  readonly chosen: ChosenProfile
}

export interface Place {
  readonly screen: Screen
  readonly claim: ClaimPlace | null
  /** Null but on the screen of settings. */
  readonly page: SettingsPage | null
  readonly open: OpenRecord | null
}

export interface Navigation extends Place {
  /** A move that waits for the user to decide about unsaved changes. */
  readonly held: Place | null
}

const START: Navigation = { screen: 'incidents', claim: null, page: null, open: null, held: null }
let navigation: Navigation = START
let hasUnsaved = false
/** Lets go of what the open form has kept of its unsaved changes. */
let discardUnsaved: (() => void) | null = null
const listeners = new Set<() => void>()

function replace(next: Navigation): void {
  navigation = next
  for (const listener of listeners) listener()
}

function move(place: Place): void {
  replace(hasUnsaved ? { ...navigation, held: place } : { ...place, held: null })
}

const here = (): Place => ({
  screen: navigation.screen,
  claim: navigation.claim,
  page: navigation.page,
  open: navigation.open,
})

/** Shows a screen. An open record closes. */
export function goTo(screen: Screen): void {
  const { claim, page, open } = navigation
  if (screen === navigation.screen && claim === null && page === null && open === null) return
  move({ screen, claim: null, page: null, open: null })
}

/** From a page of the settings back to them. */
export function goToSettings(): void {
  goTo('settings')
}

/** Shows the profiles of briefs, with one of them open. */
export function goToProfile(chosen: ChosenProfile): void {
  const { page } = navigation
  if (page?.kind === 'profiles' && JSON.stringify(page.chosen) === JSON.stringify(chosen)) return
  move({ screen: 'settings', claim: null, page: { kind: 'profiles', chosen }, open: null })
}

/** Shows the page of a claim in place of the screen, as it stood on a day (YYYY-MM-DD) or, with null, as it stands. */
export function goToClaim(id: string, asOf: string | null = null): void {
  const { screen, claim, page, open } = navigation
  if (claim?.id === id && open === null) return
  // A new record's form that was not saved has nothing to come back to.
  const from = { screen, claim, page, open: open?.id === null ? null : open }
  move({ screen, claim: { id, asOf, from }, page: null, open: null })
}

/** Shows the claim on screen as of another day; null for now. */
export function showClaimAsOf(asOf: string | null): void {
  const { claim } = navigation
  if (claim !== null && claim.asOf !== asOf) replace({ ...navigation, claim: { ...claim, asOf } })
}

/** From the page of a claim back to where it was opened. */
export function leaveClaim(): void {
  if (navigation.claim) move(navigation.claim.from)
}

/** Shows the screen of a kind with a record of it beside, or a new one: where an unfinished form is taken up again. */
export function goToRecord(kind: EditableKind, id: string | null, isAssessing = false): void {
  move({ screen: kind, claim: null, page: null, open: { kind, id, isAssessing } })
}

/** Opens a record beside the current screen. */
export function openRecord(kind: EditableKind, id: string): void {
  if (navigation.open?.kind === kind && navigation.open.id === id) return
  move({ ...here(), open: { kind, id } })
}

/** Opens an empty form beside the current screen. */
export function newRecord(kind: EditableKind, preset: OpenRecord['preset'] = {}): void {
  move({ ...here(), open: { kind, id: null, preset } })
}

/** The record in the form was saved, under this id: a new one's form goes on with it, or with `isNext` an empty one follows. */
export function openSaved(kind: EditableKind, id: string, isNext = false): void {
  setUnsaved(false)
  const { held, open } = navigation
  // Asked to leave while the save was under way: nothing would be lost any more, so nobody needs to decide.
  if (held) replace({ ...held, held: null })
  else if (isNext && open?.kind === kind && (open.id ?? id) === id) {
    const { preset = {}, turn = 0 } = open
    replace({ ...navigation, open: { kind, id: null, preset, turn: turn + 1 } })
  } else if (open?.kind === kind && open.id === null) replace({ ...navigation, open: { kind, id } })
}

export function closeRecord(): void {
  if (navigation.open) move({ ...here(), open: null })
}

/** Told by the open form: are there changes that a move would lose, and how are they given up? */
export function setUnsaved(unsaved: boolean, discard: (() => void) | null = null): void {
  hasUnsaved = unsaved
  discardUnsaved = unsaved ? discard : null
}

/** The user decided: lose the changes and move on. */
export function leaveAnyway(): void {
  discardUnsaved?.()
  setUnsaved(false)
  if (navigation.held) replace({ ...navigation.held, held: null })
}

/** The user decided: stay with the form. */
export function stay(): void {
  replace({ ...navigation, held: null })
}

/** Back to the first screen with nothing open; on lock. */
export function resetNavigation(): void {
  setUnsaved(false)
  replace(START)
}

export function useNavigation(): Navigation {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => navigation,
  )
}

/** For code outside React. */
export function currentNavigation(): Navigation {
  return navigation
}
