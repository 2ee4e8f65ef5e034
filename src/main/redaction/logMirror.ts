/**
 * Tells another thread what the log holds, and later what has changed in it: in slices, between which main answers others.
 * Records are replaced, never changed, so one that is the same object was told already.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { LOG_COLLECTIONS } from '../../core/log.ts'
import type { OpenLog } from '../openLog.ts'
import type { MirroredCollection, RedactorRequest } from './redactMessages.ts'

/** Main is not kept longer than this by one slice. */
const SLICE_MS = 12
/** Records looked at between two looks at the clock. */
const LOOK = 16

const MIRRORED = LOG_COLLECTIONS.filter(
  (name): name is MirroredCollection => name !== 'drafts' && name !== 'tables',
)

export interface LogMirror {
  /** Tells what is not told yet. Resolves when the other side has the log as it is. */
  sync(log: OpenLog): Promise<void>
}

export function createLogMirror(tell: (message: RedactorRequest) => void): LogMirror {
  const told = new Map(MIRRORED.map((name) => [name, new Map<string, object>()]))
  let revision: number | null = null

  const syncCollection = async (log: OpenLog, name: MirroredCollection, known: Map<string, object>) => {
    const records: Readonly<Record<string, object>> = log.data[name]
    const ids = Reflect.ownKeys(records).filter((id) => typeof id === 'string')
    const gone = new Set(known.keys())
    let puts: [string, object | null][] = []
    let end = performance.now() + SLICE_MS
    for (const [index, id] of ids.entries()) {
      const record = records[id]
      gone.delete(id)
      if (record !== undefined && known.get(id) !== record) {
        known.set(id, record)
        puts.push([id, record])
      }
      if (index % LOOK !== 0 || performance.now() < end) continue
      if (puts.length > 0) tell({ kind: 'records', collection: name, puts })
      puts = []
      await nextTurn()
      end = performance.now() + SLICE_MS
    }
    for (const id of gone) {
      known.delete(id)
      puts.push([id, null])
    }
    if (puts.length > 0) tell({ kind: 'records', collection: name, puts })
  }

  return {
    sync: async (log) => {
      tell({ kind: 'meta', meta: log.data.meta })
      // A change that is saved meanwhile is told in another round.
      while (revision !== log.revision) {
        const before = log.revision
        for (const [name, known] of told) await syncCollection(log, name, known)
        revision = before
      }
    },
  }
}
