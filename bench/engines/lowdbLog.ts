/** lowdb as it comes, over an adapter that rewrites its file: every save costs the whole log. */
import { type Adapter, Low } from 'lowdb'
import type { Incident } from '../../src/core/incident.ts'
import type { Log } from '../../src/core/log.ts'
import { type Edit, type Engine, incidentOf, newestOf, type OpenLog } from './Engine.ts'

type WritableLog = Omit<Log, 'incidents'> & { incidents: Record<string, Incident> }

/** An engine of lowdb's `Low` and `createAdapter(file)`. */
export function lowdbEngine(createAdapter: (file: string) => Adapter<WritableLog>): Engine {
  return {
    async create(file, log) {
      await new Low<WritableLog>(createAdapter(file), log).write()
    },
    async open(file) {
      const nothing = { incidents: {} } as WritableLog
      const low = new Low<WritableLog>(createAdapter(file), nothing)
      await low.read()
      return openLog(low)
    },
  }
}

function openLog(low: Low<WritableLog>): OpenLog {
  const put = ({ id, ...fields }: Edit): void => {
    low.data.incidents[id] = { ...incidentOf(low.data, id), ...fields }
  }
  return {
    newest: (count) => newestOf(Object.values(low.data.incidents), count),
    read: (id) => incidentOf(low.data, id),
    readAll: () => Object.values(low.data.incidents),
    save(edit) {
      put(edit)
      return low.write()
    },
    async saveTogether(edits) {
      await Promise.all(
        edits.map((edit) => {
          put(edit)
          return low.write()
        }),
      )
    },
    import(incidents) {
      for (const incident of incidents) low.data.incidents[incident.id] = incident
      return low.write()
    },
    close: async () => {},
  }
}
