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

beforeEach(() => {
  recordsSave.mockReset()
  tellRefusal.mockReset()
})

describe('what links an incident to an earlier one', () => {
  it('is told whichever of the two says it', () => {
    expect(alikeLink(NEW, OLD)).toEqual({ is: 'none' })
    expect(alikeLink({ ...NEW, related: [link('old', 'resembles')] }, OLD)).toEqual({ is: 'alike' })
    expect(alikeLink({ ...NEW, related: [link('old', 'follows')] }, OLD)).toMatchObject({
      relation: 'follows',
    })
    expect(alikeLink(NEW, { ...OLD, related: [link('new', 'precedes')] })).toMatchObject({ is: 'other' })
  })

  it('is saved beside what was linked, and only over that', async () => {
    recordsSave.mockResolvedValue({ ok: true, value: { id: 'new' } })
    const related = [link('third', 'follows')]
    expect(await toggleAlikeLink({ ...NEW, related }, 'old', t)).toBe(true)
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
    await toggleAlikeLink({ ...NEW, related }, 'old', t)
    expect(recordsSave.mock.calls[0]?.[0]).toMatchObject({ fields: { related: [link('old', 'follows')] } })
  })

  it('with a note beside it is none of this key', async () => {
    const noted = { ...link('old', 'resembles'), relationNote: 'The same van' }
    expect(alikeLink({ ...NEW, related: [noted] }, OLD)).toMatchObject({ is: 'other' })
  })

  it('tells a refusal', async () => {
    recordsSave.mockResolvedValue({ ok: false, error: { code: 'records/changed-meanwhile' } })
    expect(await toggleAlikeLink(NEW, 'old', t)).toBe(false)
    expect(tellRefusal).toHaveBeenCalledOnce()
  })
})
