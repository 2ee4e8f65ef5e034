import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { maskSpans } from '../../../src/core/redaction/mentions/mentionSpan.ts'
import { textKey } from '../../../src/core/redaction/policies/text.ts'
import type { Input } from '../../../src/shared/ipc/contract.ts'
import { createDeskFixture, type DeskFixture, value } from './deskFixture.ts'

let desk: DeskFixture
beforeEach(async () => {
  desk = await createDeskFixture()
  await desk.create(true)
})
afterEach(() => desk.remove())

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function request(part: Partial<Input<'brief.preview'>> = {}): Promise<Input<'brief.preview'>> {
  const { incidents, claims, organisations } = await desk.records()
  return {
    profile: 'public',
    language: 'en',
    title: 'What was reported',
    introduction: 'It is reported that men were held.',
    order: 'date-reversed',
    asOf: '2019-06-30',
    recipient: Object.keys(organisations)[0] ?? '',
    incidents: Object.keys(incidents),
    claims: Object.keys(claims),
    contacts: [],
    actions: [],
    coarsen: { date: 'year', place: 'country', count: 'none' },
    ...part,
  }
}

/** Reviews, accepts every text and settles; answers the token. */
async function settle(asked: Input<'brief.preview'>): Promise<string> {
  const { token, texts } = await value(desk.h['brief.preview'](asked))
  const accepted = texts.map(({ original, spans }) => textKey(maskSpans(original, spans)))
  await value(desk.h['brief.settle']({ token, accepted, leftOut: [], marks: [] }))
  return token
}

describe('the pages of a brief', () => {
  it('are the bytes of the file that leaves', async () => {
    desk.next.folder = desk.folder
    const token = await settle(await request())
    const { pdf, pages } = await value(desk.h['brief.pages']({ of: 'release', token }))
    const written = await value(desk.h['brief.write']({ token, forms: ['pdf'] }))
    const file = await readFile(path.join(desk.folder, written?.files[0] ?? ''))
    expect(sha256(pdf)).toBe(sha256(file))
    expect(pages).toBe(written?.pages)
  })

  it('follow what was decided on the texts, read or not', async () => {
    const { token, texts } = await value(desk.h['brief.preview'](await request()))
    const keys = texts.map(({ original, spans }) => textKey(maskSpans(original, spans)))
    const [title = '', ...others] = keys
    const whole = await value(
      desk.h['brief.pages']({ of: 'review', token, accepted: keys, leftOut: [], marks: [] }),
    )
    const without = await value(
      desk.h['brief.pages']({ of: 'review', token, accepted: others, leftOut: [title], marks: [] }),
    )
    const again = await value(
      desk.h['brief.pages']({ of: 'review', token, accepted: keys, leftOut: [], marks: [] }),
    )
    expect(sha256(without.pdf)).not.toBe(sha256(whole.pdf))
    expect(sha256(again.pdf)).toBe(sha256(whole.pdf))
  })

  it('of a choice in which nobody is like enough others show what the best suggestion makes of it', async () => {
    const asked = await request({ coarsen: {} })
    const { choice, pages } = await value(desk.h['brief.pages']({ of: 'choice', request: asked }))
    if (choice === null || choice.suggestion === null) throw new Error('there is a suggestion')
    const { suggestion, leftOut, withheld } = choice
    expect(leftOut).toBeGreaterThan(suggestion.rowsLeftOut)
    expect(withheld).toContainEqual({ reason: 'record/small-class', count: leftOut })
    expect(withheld.every(({ reason }) => reason.startsWith('record/'))).toBe(true)
    // Taken, it is said no more, and the pages stay the same.
    const taken = { ...asked, coarsen: suggestion.coarsen }
    const after = await value(desk.h['brief.pages']({ of: 'choice', request: taken }))
    expect(after.choice).toMatchObject({ suggestion: null, leftOut: suggestion.rowsLeftOut })
    expect(after.pages).toBe(pages)
    const text = await value(desk.h['brief.text']({ of: 'choice', request: asked }))
    expect(text).toEqual(await value(desk.h['brief.text']({ of: 'choice', request: taken })))
  })

  it('are the same as text, in the order of their layout', async () => {
    const asked = await request({ layout: 'annex' })
    const { blocks } = await value(desk.h['brief.text']({ of: 'choice', request: asked }))
    expect(blocks).toContainEqual({ kind: 'text', tone: 'quiet', text: 'Statistical annex' })
    expect(blocks.some((block) => block.kind === 'entry')).toBe(false)
  })

  it('are given up for later ones, and when the log is locked', async () => {
    const choice = { of: 'choice', request: await request() } as const
    const first = desk.h['brief.pages'](choice)
    const second = desk.h['brief.pages'](choice)
    expect(await first).toMatchObject({ error: { code: 'brief/cancelled' } })
    expect(await second).toMatchObject({ ok: true })
    const third = desk.h['brief.pages'](choice)
    await desk.desk.lockFor('user')
    expect(await third).toMatchObject({ ok: false })
    expect(await desk.h['brief.pages'](choice)).toMatchObject({ error: { code: 'log/not-open' } })
  })
})

describe('the copy of the log that redacts', () => {
  it('follows each change of the log', async () => {
    const asked = await request({ profile: 'internal', coarsen: {} })
    const [claim = ''] = asked.claims
    const shown = async () => JSON.stringify((await value(desk.h['brief.preview'](asked))).texts)
    const statement = 'A sentence that was typed between two reviews'
    expect(await shown()).not.toContain(statement)
    await value(desk.h['records.save']({ kind: 'claims', id: claim, fields: { statement } }))
    expect(await shown()).toContain(statement)
    await value(desk.h['records.delete']({ kind: 'claims', ids: [claim] }))
    expect(await shown()).not.toContain(statement)
    await value(desk.h['history.undo']({}))
    expect(await shown()).toContain(statement)
  })
})

describe('what has left', () => {
  it('is told with its recipient, and what it was made of', async () => {
    desk.next.folder = desk.folder
    const asked = await request({ profile: 'internal', coarsen: {} })
    expect(await value(desk.h['brief.released']({}))).toEqual([])
    const token = await settle(asked)
    await value(desk.h['brief.write']({ token, forms: ['json'] }))
    const [release] = await value(desk.h['brief.released']({}))
    expect(release).toMatchObject({
      title: 'What was reported',
      profile: 'internal',
      layout: 'general',
      recipient: asked.recipient,
      isRecalled: false,
    })
    const like = await value(desk.h['brief.likeRelease']({ id: release?.id ?? '' }))
    expect(like).toMatchObject({ title: 'What was reported', recipient: asked.recipient })
    expect(like?.incidents.length).toBeGreaterThan(0)
    expect(asked.incidents).toEqual(expect.arrayContaining(like?.incidents ?? []))
    expect(await value(desk.h['brief.likeRelease']({ id: 'nosuchrelease0000000000' }))).toBeNull()
  })
})
