import { beforeEach, describe, expect, it, vi } from 'vitest'
import { alikeLink, toggleAlikeLink } from '../../../../src/renderer/claims/alikeLink.ts'

const recordsSave = vi.fn()
const tellRefusal = vi.fn()
vi.mock('../../../../src/renderer/bridge.ts', () => ({ daybook: () => ({ recordsSave }) }))
vi.mock('../../../../src/renderer/saveTrouble.ts', () => ({
  answerOfSave: (reply: unknown) => reply,
  tellRefusal: (...said: unknown[]) => tellRefusal(...said),
}))

const t = ((key: string) => key) as never
const link = (incident: string, relation: string) => ({ incident, relation })
const NEW = { id: 'new', related: [] }
const OLD = { id: 'old', related: [] }

/** "twin" was merged into "old". */
const standsFor = (id: string) => (id === 'twin' ? 'old' : id)

beforeEach(() => {
  recordsSave.mockReset()
  tellRefusal.mockReset()
})

describe('what links an incident to an earlier one', () => {
  it('is told whichever of the two says it', () => {
    expect(alikeLink(NEW, OLD, standsFor)).toEqual({ is: 'none' })
    expect(alikeLink({ ...NEW, related: [link('old', 'resembles')] }, OLD, standsFor)).toEqual({
      is: 'alike',
    })
    expect(alikeLink({ ...NEW, related: [link('old', 'follows')] }, OLD, standsFor)).toMatchObject({
      relation: 'follows',
    })
    expect(alikeLink(NEW, { ...OLD, related: [link('new', 'precedes')] }, standsFor)).toMatchObject({
      is: 'other',
    })
  })

  it('is saved beside what was linked, and only over that', async () => {
    recordsSave.mockResolvedValue({ ok: true, value: { id: 'new' } })
    const related = [link('third', 'follows')]
    expect(await toggleAlikeLink({ ...NEW, related }, 'old', standsFor, t)).toBe(true)
    expect(recordsSave).toHaveBeenCalledWith({
      kind: 'incidents',
      id: 'new',
      fields: { related: [...related, link('old', 'resembles')] },
      seen: { related },
    })
  })

  it('is taken away alone', async () => {
    recordsSave.mockResolvedValue({ ok: true, value: { id: 'new' } })
    const related = [link('old', 'follows'), link('old', 'resembles')]
    await toggleAlikeLink({ ...NEW, related }, 'old', standsFor, t)
    expect(recordsSave.mock.calls[0]?.[0]).toMatchObject({ fields: { related: [link('old', 'follows')] } })
  })

  it('with a note beside it is none of this key', async () => {
    const noted = { ...link('old', 'resembles'), relationNote: 'The same van' }
    expect(alikeLink({ ...NEW, related: [noted] }, OLD, standsFor)).toMatchObject({ is: 'other' })
  })

  it('is there, and is taken away, where it names what was merged into the other', async () => {
    recordsSave.mockResolvedValue({ ok: true, value: { id: 'new' } })
    const merged = { ...NEW, related: [link('twin', 'resembles')] }
    expect(alikeLink(merged, OLD, standsFor)).toEqual({ is: 'alike' })
    await toggleAlikeLink(merged, 'old', standsFor, t)
    expect(recordsSave.mock.calls[0]?.[0]).toMatchObject({ fields: { related: [] } })
  })

  it('tells a refusal', async () => {
    recordsSave.mockResolvedValue({ ok: false, error: { code: 'records/changed-meanwhile' } })
    expect(await toggleAlikeLink(NEW, 'old', standsFor, t)).toBe(false)
    expect(tellRefusal).toHaveBeenCalledOnce()
  })
})
