/** What becomes of a brief when the process that sets its pages is killed, cannot be started, or says what it should not. */
import { describe, expect, it } from 'vitest'
import { briefPdf } from '../../../src/brief/briefPdf.ts'
import { forkTypesetter, type StartTypesetter } from '../../../src/brief/startTypesetter.ts'
import { RESOURCES, sampleBrief, sampleLabel } from './sampleBrief.ts'

const TIMEOUT_MS = 60_000

const set = (
  startTypesetter: StartTypesetter,
  rest: { signal?: AbortSignal; onProgress?: () => void } = {},
) =>
  briefPdf(sampleBrief('en', 50), { resourcesDir: RESOURCES, label: sampleLabel, startTypesetter, ...rest })

/** Says these things, one after the other, and ends when it is told to; notes that. */
function saying(...replies: readonly unknown[]) {
  const notes = { ends: 0 }
  const start: StartTypesetter = (_request, listener) => {
    for (const reply of replies) setImmediate(() => listener.heard(reply))
    return {
      end: () => {
        notes.ends += 1
        setImmediate(() => listener.ended())
      },
    }
  }
  return { start, notes }
}

const PROGRESS = { kind: 'progress', stage: 'load' }
const DONE = {
  kind: 'done',
  result: { ok: true, value: { bytes: new Uint8Array([1]), engine: 'native', pages: 1 } },
}

describe('a process that sets pages', () => {
  it(
    'that is killed at work is told by a code of its own',
    async () => {
      let kill = () => {}
      const start: StartTypesetter = (request, listener) => {
        const running = forkTypesetter(request, listener)
        kill = () => running.end()
        return running
      }
      expect(await set(start, { onProgress: () => kill() })).toEqual({
        ok: false,
        error: { code: 'brief/typesetter-ended' },
      })
    },
    TIMEOUT_MS,
  )

  it(
    'that cannot be given its work is told in the same way',
    async () => {
      const start: StartTypesetter = (request, listener) => {
        const running = forkTypesetter(request, listener)
        running.end()
        return running
      }
      expect(await set(start)).toMatchObject({ error: { code: 'brief/typesetter-ended' } })
    },
    TIMEOUT_MS,
  )

  it('is ended when it has answered, once, and the answer waits for that', async () => {
    const { start, notes } = saying(PROGRESS, DONE, DONE)
    expect(await set(start)).toEqual(DONE.result)
    expect(notes.ends).toBe(1)
  })

  it('is ended when the brief is cancelled, and nothing that it says afterwards counts', async () => {
    const controller = new AbortController()
    const stages: unknown[] = []
    const { start, notes } = saying(PROGRESS, PROGRESS, DONE)
    const onProgress = () => {
      stages.push('heard')
      controller.abort()
    }
    const result = await set(start, { signal: controller.signal, onProgress })
    expect(result).toEqual({ ok: false, error: { code: 'brief/cancelled' } })
    expect([stages, notes.ends]).toEqual([['heard'], 1])
  })

  it('throws on a defect of ours and on what is no reply, and is ended', async () => {
    for (const reply of [{ kind: 'failed', defect: 'a defect' }, { kind: 'other' }, null]) {
      const { start, notes } = saying(reply)
      await expect(set(start)).rejects.toThrow()
      expect(notes.ends).toBe(1)
    }
  })

  it('is given no folder but that of what ships', async () => {
    let given: object = {}
    const start: StartTypesetter = (request, listener) => {
      given = request
      setImmediate(() => listener.ended())
      return { end: () => {} }
    }
    await set(start)
    expect(Object.keys(given).sort()).toEqual(['dataJson', 'engine', 'metadata', 'resourcesDir', 'template'])
    expect(given).toHaveProperty('resourcesDir', RESOURCES)
  })
})
