import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { resetStore, startStore } from '../../../src/renderer/store.ts'
import { typedQuery, typeQuery } from '../../../src/renderer/table/tableSearch.ts'
import { followTables, leaveTable } from '../../../src/renderer/table/tableStates.ts'
import { type TableLook, useTableLayout } from '../../../src/renderer/table/useTableLayout.ts'
import { createFakeBridge } from '../../support/fakeBridge.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'

afterEach(() => {
  resetStore()
  typeQuery('incidents', '')
  vi.unstubAllGlobals()
})

/** Lets answers of the bridge in memory arrive. */
const settle = async () => {
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve()
}

let ms = Date.parse('2026-02-03T12:00:00Z')
/** Each save is at a time of its own. */
const tick = () => {
  ms += 1
  return new Date(ms).toISOString()
}

async function openLog() {
  const bridge = createFakeBridge({ log: logOfIncidents(2), now: tick })
  vi.stubGlobal('window', { daybook: bridge })
  const stopStore = await startStore(bridge)
  const stopTables = followTables()
  await settle()
  const stop = () => {
    stopTables()
    stopStore()
  }
  return { bridge, stop }
}

const FIRST_SORTING = [{ id: 'when', desc: true }]

function Probe({ onLook }: { readonly onLook: (look: TableLook) => void }) {
  onLook(useTableLayout('incidents', [], FIRST_SORTING, 'en'))
  return null
}

/** How the table stands, as it would be drawn now. */
function look(): TableLook {
  const seen: TableLook[] = []
  renderToStaticMarkup(<Probe onLook={(next) => seen.push(next)} />)
  const [drawn] = seen
  if (drawn === undefined) throw new Error('not drawn')
  return drawn
}

const BY_TITLE = [{ id: 'title', desc: false }]
const BY_PLACE = [{ id: 'place', desc: false }]

/** All records by title, and a view of them by place that the table stands in. */
async function standInView() {
  const opened = await openLog()
  look().setLayout({ ...look().layout, sorting: BY_TITLE })
  const { layout } = look()
  const view = { id: null, kind: 'incidents' as const, name: 'Mine', query: 'tag:x' }
  const saved = await opened.bridge.tablesSaveView({ ...view, layout: { ...layout, sorting: BY_PLACE } })
  if (!saved.ok) throw new Error(saved.error.code)
  await settle()
  look().choose(look().views[0] ?? null)
  expect(look()).toMatchObject({ view: { name: 'Mine' }, layout: { sorting: BY_PLACE } })
  expect(typedQuery('incidents')).toBe('tag:x')
  return { ...opened, id: saved.value.id }
}

test('without its view a table stands as all records were left, and looks for nothing', async () => {
  const { bridge, stop, id } = await standInView()
  await bridge.tablesDeleteView({ id })
  await settle()
  expect(look()).toMatchObject({ view: null, layout: { sorting: BY_TITLE } })
  expect(typedQuery('incidents')).toBe('')
  stop()
})

test.each([
  ['it stands in the view again', () => {}, 'Mine', BY_PLACE, 'tag:x'],
  ['it stays as it was left since', () => look().choose(null), undefined, BY_TITLE, ''],
])('when the deletion is undone %s', async (_words, touch, name, sorting, query) => {
  const { bridge, stop, id } = await standInView()
  await bridge.tablesDeleteView({ id })
  await settle()
  touch()
  await bridge.historyUndo({})
  await settle()
  expect(look().views).toHaveLength(1)
  expect(look().view?.name).toBe(name)
  expect(look().layout.sorting).toEqual(sorting)
  expect(typedQuery('incidents')).toBe(query)
  stop()
})

test('so it does when the making of the view is undone', async () => {
  const { bridge, stop } = await standInView()
  await bridge.historyUndo({})
  await settle()
  expect(look()).toMatchObject({ view: null, views: [], layout: { sorting: BY_TITLE } })
  expect(typedQuery('incidents')).toBe('')
  stop()
})

test('and when the log was left in a view that is not there any more', async () => {
  const bridge = createFakeBridge({ log: logOfIncidents(2), now: tick })
  vi.stubGlobal('window', { daybook: bridge })
  const layout = { sorting: BY_PLACE, order: [], hidden: [], pinned: [], widths: {}, groupBy: null }
  const view = '0192f1a2-7c3d-7000-8000-000000000001'
  await bridge.tablesLeave({ id: 'incidents', view, layout, all: { ...layout, sorting: BY_TITLE } })
  const stopStore = await startStore(bridge)
  const stop = followTables()
  await settle()
  expect(look()).toMatchObject({ view: null, layout: { sorting: BY_TITLE } })
  stop()
  stopStore()
})

test('a view that was saved a moment ago is stood in before the list has it', async () => {
  const { bridge, stop } = await openLog()
  typeQuery('incidents', 'tag:x')
  const all = look().layout
  const view = { id: null, kind: 'incidents' as const, name: 'Mine', query: 'tag:x', layout: all }
  const saved = await bridge.tablesSaveView(view)
  if (!saved.ok) throw new Error(saved.error.code)
  look().standIn(saved.value.id)
  look().setLayout({ ...look().layout, sorting: BY_PLACE })
  await settle()
  expect(look()).toMatchObject({ view: { name: 'Mine' }, isChanged: true, layout: { sorting: BY_PLACE } })
  expect(typedQuery('incidents')).toBe('tag:x')
  look().choose(null)
  expect(look().layout).toEqual(all)
  stop()
})

test('a table that was never touched comes back to how it comes', async () => {
  const { bridge, stop } = await openLog()
  const { layout } = look()
  const view = { id: null, kind: 'incidents' as const, name: 'Mine', query: '', layout }
  const saved = await bridge.tablesSaveView(view)
  if (!saved.ok) throw new Error(saved.error.code)
  await settle()
  leaveTable('incidents', { layout: { ...layout, sorting: BY_PLACE }, view: saved.value.id, all: null })
  await bridge.tablesDeleteView({ id: saved.value.id })
  await settle()
  expect(look()).toMatchObject({ view: null, layout: { sorting: FIRST_SORTING } })
  stop()
})
