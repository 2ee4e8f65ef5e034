import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { useFilteredIncidents } from '../../../src/renderer/features/map/useFilteredIncidents.ts'
import { onDemand } from '../../../src/renderer/onDemand.tsx'
import { resetStore, startStore, useRecords } from '../../../src/renderer/store.ts'
import type { Picture, PictureProps } from '../../../src/renderer/table/pictures.ts'
import { TableScreen } from '../../../src/renderer/table/TableScreen.tsx'
import { showPicture } from '../../../src/renderer/table/tableSearch.ts'
import type { IncidentRow } from '../../../src/shared/ipc/views.ts'
import { createFakeBridge } from '../../support/fakeBridge.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'

vi.mock('react', async (original) => (await import('../../support/firstDrawing.ts')).firstDrawing(original))

afterEach(() => {
  showPicture('incidents', null)
  resetStore()
  vi.unstubAllGlobals()
})

/** A log of four incidents, of which one was merged into the first and one is a duplicate of it when told so. */
async function openLog(hasOthers: boolean): Promise<readonly string[]> {
  const log = logOfIncidents(4)
  const [first, second, third, fourth] = Object.values(log.incidents)
  if (!first || !second || !third || !fourth) throw new Error('the sample log is empty')
  const others = hasOthers
    ? { [second.id]: { ...second, mergedInto: first.id }, [third.id]: { ...third, duplicateOf: first.id } }
    : {}
  const bridge = createFakeBridge({ log: { ...log, incidents: { ...log.incidents, ...others } } })
  vi.stubGlobal('window', { daybook: bridge })
  await startStore(bridge)
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve()
  return hasOthers ? [first.id, fourth.id] : Object.keys(log.incidents)
}

const ids = (rows: readonly IncidentRow[]) => rows.map(({ id }) => id).toSorted()
const asRecord = (row: IncidentRow) => row

interface ScreenProps {
  readonly pictures: readonly Picture<IncidentRow>[]
}

function Screen({ pictures }: ScreenProps) {
  const incidents = useRecords('incidents')
  return (
    <TableScreen
      kind="incidents"
      recordsById={incidents}
      columns={[]}
      firstSorting={[]}
      asRecord={asRecord}
      pictures={pictures}
    />
  )
}

async function drawnPicture(): Promise<{ seen: readonly string[]; drawn: string }> {
  let seen: readonly string[] = []
  const View = onDemand(async () => ({ rows }: PictureProps<IncidentRow>) => {
    seen = ids(rows)
    return null
  })
  await View.ready()
  showPicture('incidents', 'patterns')
  const drawn = renderToStaticMarkup(
    <Screen pictures={[{ name: 'patterns', label: 'views.patterns', View }]} />,
  )
  return { drawn, seen }
}

type Filtered = ReturnType<typeof useFilteredIncidents>

function Probe({ onRows }: { readonly onRows: (filtered: Filtered) => void }) {
  onRows(useFilteredIncidents())
  return null
}

test('a picture counts no record that another stands for, and says how many these are', async () => {
  const counted = await openLog(true)
  const { drawn, seen } = await drawnPicture()
  expect(seen).toEqual(counted)
  expect(drawn).toContain('2 records that another stands for are not counted.')
})

test('where no record stands for another, nothing is said of it', async () => {
  const counted = await openLog(false)
  const { drawn, seen } = await drawnPicture()
  expect(seen).toEqual(counted)
  expect(drawn).not.toContain('stands for')
})

test('the incidents of a map are counted the same way', async () => {
  const counted = await openLog(true)
  const seen: Filtered[] = []
  renderToStaticMarkup(<Probe onRows={(filtered) => seen.push(filtered)} />)
  expect(ids(seen[0]?.rows ?? [])).toEqual(counted)
  expect(seen[0]).toMatchObject({ total: 2, leftOut: 2 })
})
