/**
 * Half-typed text that the log has not taken, since its disk refuses it or does not answer: kept in memory, sealed under
 * a key of that log, and given back when the log is unlocked again. It never goes anywhere but into its log; when the
 * app ends it is gone, and the app says so before.
 */
import type { z } from 'zod'
import { draftSchema } from '../../core/log.ts'
import type { OpenLog } from '../openLog.ts'

type Draft = z.infer<typeof draftSchema>

interface HeldDraft {
  readonly path: string
  readonly fileId: string
  readonly sealed: Uint8Array
}

export interface HeldDrafts {
  /** Keeps a draft until the returned function is called: the log has it. A later draft of the same name takes its place. */
  hold(log: OpenLog, path: string, draft: Draft): () => void
  /** The draft is not wanted any more, or its record was saved. */
  drop(log: OpenLog, id: string): void
  /** Those of a log that is open. */
  of(log: OpenLog): readonly Draft[]
  /** How many wait for a log to be unlocked: of the log at `path`, or of all. */
  count(path?: string): number
}

export function createHeldDrafts(): HeldDrafts {
  const held = new Map<string, HeldDraft>()
  const fileIdOf = (log: OpenLog) => log.session.info().fileId
  const nameOf = (log: OpenLog, id: string) => `${fileIdOf(log)}\n${id}`
  return {
    hold: (log, path, draft) => {
      const sealed = log.session.sealForMemory(Buffer.from(JSON.stringify(draft), 'utf8'))
      const name = nameOf(log, draft.id)
      const entry = { path, fileId: fileIdOf(log), sealed }
      held.set(name, entry)
      return () => {
        if (held.get(name) === entry) held.delete(name)
      }
    },
    drop: (log, id) => {
      held.delete(nameOf(log, id))
    },
    of: (log) => {
      const drafts: Draft[] = []
      for (const [name, { fileId, sealed }] of held) {
        if (fileId !== fileIdOf(log)) continue
        const plain = log.session.openFromMemory(sealed)
        // The log has got a new data key elsewhere meanwhile: nobody can open it any more.
        if (plain === null) held.delete(name)
        else drafts.push(draftSchema.parse(JSON.parse(Buffer.from(plain).toString('utf8'))))
      }
      return drafts
    },
    count: (path) => [...held.values()].filter((each) => path === undefined || each.path === path).length,
  }
}
