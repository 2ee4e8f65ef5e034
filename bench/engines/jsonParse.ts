/** The yardstick for opening: a plain file, read and given to `JSON.parse`. It saves nothing. */
import fs from 'node:fs'
import type { Log } from '../../src/core/log.ts'
import { type Engine, incidentOf, newestOf } from './Engine.ts'

export const jsonParse: Engine = {
  async create(file, log) {
    fs.writeFileSync(file, JSON.stringify(log))
  },
  async open(file) {
    const log: Log = JSON.parse(fs.readFileSync(file, 'utf8'))
    const refuse = () => Promise.reject(new Error('json-parse only reads'))
    return {
      newest: (count) => newestOf(Object.values(log.incidents), count),
      read: (id) => incidentOf(log, id),
      readAll: () => Object.values(log.incidents),
      save: refuse,
      saveTogether: refuse,
      import: refuse,
      close: async () => {},
    }
  },
}
