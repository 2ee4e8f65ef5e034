/**
 * The window's copy of what the log keeps of its tables: saved views, and how each table was left. It is asked for when
 * the log opens and again after each save, which may be somebody's undo. Dropped on lock: names of views say what
 * somebody looks for.
 */
import {
  isSavedView,
  type LeftTable,
  type SavedView,
  TABLE_KINDS,
  type TableKind,
  type TableState,
} from '../../core/tableView.ts'
import { daybook } from '../bridge.ts'
import { answerOf } from '../errorText.ts'
import { createExternalValue } from '../externalValue.ts'
import { currentState, subscribe } from '../store.ts'
import { columnFilters, type LookedFor, lookFor, looksForNothing, typedQuery } from './tableSearch.ts'

/** How a table was left, without its kind. */
export type Left = Omit<LeftTable, 'id'>

interface Tables {
  readonly views: readonly SavedView[]
  readonly left: Readonly<Partial<Record<TableKind, Left>>>
}
const NOTHING: Tables = { views: [], left: {} }
const tables = createExternalValue<Tables>(NOTHING)

/** Columns are resized in small steps: how a table is left is saved when it has been left alone for so long. */
const LEAVE_MS = 400
const leaving = new Map<TableKind, ReturnType<typeof setTimeout>>()

export function useSavedViews(): readonly SavedView[] {
  return tables.use().views
}

/** How the table of a kind was left; undefined when nobody has touched it. */
export function useLeft(kind: TableKind): Left | undefined {
  return tables.use().left[kind]
}

/** Leaves a table so, at once in the window and soon in the log. */
export function leaveTable(kind: TableKind, left: Left): void {
  const { views, left: others } = tables.get()
  tables.set({ views, left: { ...others, [kind]: left } })
  clearTimeout(leaving.get(kind))
  if (currentState().log.readOnly) return
  leaving.set(kind, setTimeout(saveLeft, LEAVE_MS, kind))
}

function saveLeft(kind: TableKind): void {
  clearTimeout(leaving.get(kind))
  leaving.delete(kind)
  const left = tables.get().left[kind]
  // Not worth a message: the table stands as it was left for as long as the window lives.
  if (left !== undefined) void answerOf(daybook().tablesLeave({ id: kind, ...left }))
}

/** Saves how tables were left just now; before the log is locked. */
export function saveLeftTables(): void {
  for (const kind of [...leaving.keys()]) saveLeft(kind)
}

/** Follows the log until the returned function is called, which forgets everything. */
export function followTables(): () => void {
  let isOn = true
  let savedAt = currentState().log.savedAt
  const ask = async () => {
    const reply = await answerOf(daybook().tablesList({}))
    if (isOn && reply.ok) take(reply.value)
  }
  const stop = subscribe(() => {
    const { log } = currentState()
    if (log.phase !== 'open' || log.savedAt === savedAt) return
    savedAt = log.savedAt
    void ask()
  })
  void ask()
  return () => {
    isOn = false
    isTaken = false
    stop()
    for (const timer of leaving.values()) clearTimeout(timer)
    leaving.clear()
    stood.clear()
    tables.set(NOTHING)
  }
}

/** Was it answered since the log was opened? From then on the window knows better how its tables stand. */
let isTaken = false

function take(states: readonly TableState[]): void {
  const before = tables.get()
  const views = states.filter(isSavedView)
  const isSame = JSON.stringify(views) === JSON.stringify(before.views)
  if (isTaken && isSame) return
  const left = isTaken ? before.left : { ...leftOf(states), ...before.left }
  if (!isTaken) typeViewQueries(left, views)
  const known = isTaken ? before.views : null
  isTaken = true
  tables.set({ views: isSame ? before.views : views, left: followViews(left, views, known) })
}

/** A table that stood in a view which is gone. */
interface Stood {
  readonly view: string
  readonly left: Left
  readonly lookedFor: LookedFor
  /** How it was left then: nobody has touched it while it is still so. */
  readonly since: Left | undefined
}
const stood = new Map<TableKind, Stood>()

/**
 * A table whose view was deleted, or its making undone, stands as all records were left; in the view again when that
 * comes back and nobody has touched the table meanwhile.
 * @param known views until now: one that was saved a moment ago is in neither list. Null when the log was just opened.
 */
function followViews(
  left: Tables['left'],
  views: readonly SavedView[],
  known: readonly SavedView[] | null,
): Tables['left'] {
  const isIn = (list: readonly SavedView[], viewId: string) => list.some(({ id }) => id === viewId)
  const next: Partial<Record<TableKind, Left>> = { ...left }
  for (const kind of TABLE_KINDS) {
    const before = stood.get(kind)
    if (before !== undefined && isIn(views, before.view)) {
      stood.delete(kind)
      if (next[kind] === before.since && looksForNothing(kind)) {
        next[kind] = before.left
        lookFor(kind, before.lookedFor)
      }
    }
    const now = next[kind]
    const view = now?.view ?? null
    if (now === undefined || view === null || isIn(views, view)) continue
    if (known !== null && !isIn(known, view)) continue
    const since = now.all === null ? undefined : { layout: now.all, view: null, all: null }
    if (since === undefined) delete next[kind]
    else next[kind] = since
    if (known === null) continue
    const lookedFor = { query: typedQuery(kind), filters: columnFilters(kind) }
    stood.set(kind, { view, left: now, lookedFor, since })
    lookFor(kind, null)
  }
  return next
}

function leftOf(states: readonly TableState[]): Partial<Record<TableKind, Left>> {
  const left: Partial<Record<TableKind, Left>> = {}
  for (const state of states) {
    if (isSavedView(state)) continue
    const { id, ...rest } = state
    left[id] = rest
  }
  return left
}

/** A table that was left in a view looks for what the view looks for. */
function typeViewQueries(left: Tables['left'], views: readonly SavedView[]): void {
  for (const view of views)
    if (left[view.kind]?.view === view.id && looksForNothing(view.kind)) lookFor(view.kind, view)
}
