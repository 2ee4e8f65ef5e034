/** An organisation as a command line names it. */
import { foldText } from '../core/foldText.ts'
import type { Log } from '../core/log.ts'
import type { Organisation } from '../core/organisation.ts'
import { usage } from './exit.ts'
import { findRecord } from './recordLines.ts'

/** By its name as it is written in the log, large or small, else by the beginning of its id. Throws a usage failure. */
export function findOrganisation(log: Log, name: string): Organisation {
  const wanted = foldText(name.trim())
  const named = Object.values(log.organisations).filter((each) => foldText(each.name) === wanted)
  const [first] = named
  if (named.length > 1)
    throw usage('records/id-ambiguous', `${named.length} organisations are called ${name}: give the id.`)
  if (first !== undefined) return first
  const { record } = findRecord(log, name, ['organisations'])
  const found = log.organisations[record.id]
  if (found === undefined) throw usage('records/not-found', `There is no organisation ${name}.`)
  return found
}
