/** The records of a log in portions: the newest first, then all, whatever is saved meanwhile. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Change } from '../../../src/core/log.ts'
import { ok } from '../../../src/core/result.ts'
import { queriedText, type RecordTexts, searchedText } from '../../../src/core/search/toldTexts.ts'
import { createChangeFeed } from '../../../src/main/desk/changeFeed.ts'
import { createLogPager, type LogPager } from '../../../src/main/logPages.ts'
import { newestIncidents } from '../../../src/main/newestIncidents.ts'
import type { OpenLog } from '../../../src/main/openLog.ts'
import type { LogPage } from '../../../src/shared/ipc/log.ts'
import type { EditableKind, LogPortion, LogView } from '../../../src/shared/ipc/views.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'
import { createDeskFixture, type DeskFixture, openLogOf, value } from './deskFixture.ts'

const pause = () => Promise.resolve()

describe('the newest incidents', () => {
  const rows = (...whens: readonly unknown[]) =>
    new Map<string, unknown>(whens.map((when, index) => [`i${index}`, [when, 'title']]))

  it('are those that the table shows first', async () => {
    const found = await newestIncidents(
      rows('2017', '2019-05-03', '../2020', '2018-01/2018-02', '2019-05', 'nonsense', '2019-05-03~'),
      4,
      pause,
    )
    expect(found).toEqual(['i1', 'i6', 'i4', 'i3'])
  })

  it('are the same however many there are to choose from', async () => {
    const day = (n: number) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10)
    const shuffled = Array.from({ length: 3_000 }, (_, n) => day((n * 1_237) % 3_000))
    const found = await newestIncidents(rows(...shuffled), 50, pause)
    expect(found.map((id) => shuffled[Number(id.slice(1))])).toEqual(
      Array.from({ length: 50 }, (_, n) => day(2_999 - n)),
    )
  })

  it('are none of a log without incidents', async () => {
    expect(await newestIncidents(new Map(), 50, pause)).toEqual([])
  })
})

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const incidentsOf = ({ rows }: LogPage): LogView['incidents'] => {
  const portion: LogPortion = JSON.parse(textOf(rows))
  return portion.incidents ?? {}
}

describe('portions', () => {
  let desk: DeskFixture
  let log: OpenLog
  let pager: LogPager
  beforeEach(async () => {
    desk = await createDeskFixture()
    log = await openLogOf(desk.folder, logOfIncidents(25))
    pager = createLogPager(log, { first: 10, later: 1 })
  })
  afterEach(async () => {
    await log.close()
    await desk.remove()
  })

  it('begin with the newest, hold every record once, and count to the end', async () => {
    const first = await value(pager.page(null))
    expect(first).toMatchObject({ done: 10, total: 25 })
    const newest = Object.values(incidentsOf(first)).map(({ when }) => when)
    const all = Object.values(log.data.incidents).map(({ when }) => when)
    expect(newest.toSorted().at(0)?.slice(0, 4)).toBe(all.toSorted().at(-10)?.slice(0, 4))
    const pages: LogPage[] = [first]
    for (let page = first; page.next !== null; ) {
      page = await value(pager.page(page.next))
      pages.push(page)
    }
    const ids = pages.flatMap((page) => Object.keys(incidentsOf(page)))
    expect(ids).toHaveLength(25)
    expect(new Set(ids).size).toBe(25)
    // However little a portion may hold, one record it does.
    expect(pages.map(({ done }) => done)).toEqual([
      10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25,
    ])
  })

  it('are read ahead, and read anew when the log has changed since', async () => {
    const [incident] = Object.values(log.data.incidents)
    if (incident === undefined) throw new Error('the sample log is empty')
    const change = (title: string) =>
      value(
        log.commit(() =>
          ok([{ kind: 'incidents', id: 'new', record: { ...incident, id: 'new', title, when: '2099' } }]),
        ),
      )
    pager.readAhead()
    const read = await value(pager.page(null))
    expect(read).toMatchObject({ done: 10, total: 25 })
    expect(await value(pager.page(read.next))).toMatchObject({ done: 11, total: 25 })

    pager.readAhead()
    await change('Added meanwhile')
    pager.noteChange()
    const anew = await value(pager.page(null))
    expect(Object.keys(incidentsOf(anew))).toContain('new')
    // The reading that nobody asked for has not taken the place of this one.
    expect(await value(pager.page(anew.next))).toMatchObject({ done: 11, total: 26 })
  })

  it('end at their end when records were deleted before the rest was listed', async () => {
    const first = await value(pager.page(null))
    const shown = Object.keys(incidentsOf(first))
    const hidden = Object.keys(log.data.incidents).find((id) => !shown.includes(id)) ?? ''
    await value(
      log.commit(() =>
        ok([shown[0] ?? '', hidden].map((id): Change[number] => ({ kind: 'incidents', id, record: null }))),
      ),
    )
    const told = new Set(shown)
    let page = first
    while (page.next !== null) {
      page = await value(pager.page(page.next))
      for (const id of Object.keys(incidentsOf(page))) told.add(id)
    }
    expect(page.done).toBe(page.total)
    expect(told.size).toBe(24)
    expect(told).not.toContain(hidden)
  })

  it('hold rows, and beside them all texts that a search looks into', async () => {
    const [incident] = Object.values(log.data.incidents)
    if (incident === undefined) throw new Error('the sample log is empty')
    const summary = 'Said to have been seen in the prison.'
    await value(
      log.commit(() => ok([{ kind: 'incidents', id: incident.id, record: { ...incident, summary } }])),
    )
    const pages: LogPage[] = [await value(pager.page(null))]
    for (let next = pages[0]?.next ?? null; next !== null; ) {
      const page = await value(pager.page(next))
      pages.push(page)
      next = page.next
    }
    expect(pages.some(({ rows }) => textOf(rows).includes(summary))).toBe(false)
    const texts: RecordTexts[] = pages.flatMap((page): RecordTexts[] => JSON.parse(textOf(page.texts)))
    expect(texts).toHaveLength(25)
    expect(texts.filter((each) => searchedText(each).body.includes(summary))).toHaveLength(1)
    expect(texts.filter((each) => queriedText(each).includes(incident.id))).toHaveLength(1)
  })

  it('say whose texts they hold, whatever the ids look like', async () => {
    const [sample] = Object.values(log.data.incidents)
    if (sample === undefined) throw new Error('the sample log is empty')
    const ids = ['10', '9', 'a']
    const change = ids.map((id): Change[number] => {
      return { kind: 'incidents', id, record: { ...sample, id, summary: `the summary of ${id}` } }
    })
    await value(log.commit(() => ok(change)))
    pager = createLogPager(log, { first: 1, later: 1_000_000 })
    const told: (readonly [string, string])[] = []
    for (let next: string | null = null, isFirst = true; isFirst || next !== null; isFirst = false) {
      const page: LogPage = await value(pager.page(next))
      const texts: RecordTexts[] = JSON.parse(textOf(page.texts))
      const searched: (readonly [EditableKind, string])[] = JSON.parse(textOf(page.searched))
      expect(searched).toHaveLength(texts.length)
      for (const [index, [kind, id]] of searched.entries()) {
        const { kind: ofTexts, parts } = texts[index] ?? {}
        expect(ofTexts).toBe(kind)
        const summary = parts?.find((part) => part.startsWith('the summary of'))
        if (summary !== undefined) told.push([id, summary])
      }
      next = page.next
    }
    expect(told).toHaveLength(3)
    for (const [id, summary] of told) expect(summary).toBe(`the summary of ${id}`)
  })

  it('leave out what was deleted meanwhile', async () => {
    const first = await value(pager.page(null))
    const gone = Object.keys(log.data.incidents).find((id) => !(id in incidentsOf(first))) ?? ''
    await value(log.commit(() => ok([{ kind: 'incidents', id: gone, record: null }])))
    const ids: string[] = []
    for (let { next } = first; next !== null; ) {
      const page = await value(pager.page(next))
      ids.push(...Object.keys(incidentsOf(page)))
      next = page.next
    }
    expect(ids).toHaveLength(14)
    expect(ids).not.toContain(gone)
  })

  it('of another reading are refused, and so are all once the log is closed', async () => {
    expect(await pager.page('0123456789abcdef.0.0.0')).toMatchObject({ error: { code: 'log/page-expired' } })
    const first = await value(pager.page(null))
    expect(await pager.page('nonsense')).toMatchObject({ error: { code: 'log/page-expired' } })
    await value(pager.page(null))
    expect(await pager.page(first.next)).toMatchObject({ error: { code: 'log/page-expired' } })
    const reading = pager.page(null)
    await log.close()
    expect(await reading).toMatchObject({ error: { code: 'log/not-open' } })
    expect(await pager.page(null)).toMatchObject({ error: { code: 'log/not-open' } })
  })
})

describe('the feed of changes', () => {
  const change = (from: number, count: number): Change =>
    Array.from({ length: count }, (_, n) => ({ kind: 'sources', id: `s${from + n}`, record: null }))

  it('tells a small change at once, and the state alone', () => {
    const told: Change[] = []
    const feed = createChangeFeed((portion) => told.push(portion))
    feed.push(change(0, 2))
    expect(told).toEqual([change(0, 2)])
  })

  it('tells a large one in portions, and what comes later after it', async () => {
    const told: Change[] = []
    const feed = createChangeFeed((portion) => told.push(portion))
    feed.push(change(0, 1_200))
    feed.push([])
    feed.push(change(1_200, 1))
    expect(told).toHaveLength(1)
    await expect.poll(() => told.flat().length).toBe(1_201)
    expect(told.map(({ length }) => length)).toEqual([500, 500, 200, 0, 1])
    expect(told.flat()).toEqual(change(0, 1_201))
  })

  it('goes on after a change that could not be told', async () => {
    const told: Change[] = []
    let isWindowGone = true
    const feed = createChangeFeed((portion) => {
      if (isWindowGone) throw new Error('no window')
      told.push(portion)
    })
    feed.push(change(0, 1))
    isWindowGone = false
    feed.push(change(1, 1))
    await expect.poll(() => told).toEqual([change(1, 1)])
  })

  it('tells nothing more once the log is closed', async () => {
    const told: Change[] = []
    const feed = createChangeFeed((portion) => told.push(portion))
    feed.push(change(0, 1_200))
    feed.end()
    await new Promise((resolve) => setImmediate(resolve))
    expect(told).toHaveLength(1)
  })
})
