/** What the bench asks of a process of its own, and what that answers: JSON both ways. */
import { z } from 'zod'
import { ENGINES, LOG_ENGINES } from '../engines/registry.ts'

const logEngine = z.enum(LOG_ENGINES)
export const OPEN_GOALS = ['first-screen', 'all', 'and-parse-all'] as const
const dataShape = {
  n: z.int(),
  /** Where the made-up log is. */
  folder: z.string(),
  /** Where the rivals are installed. */
  benchFolder: z.string(),
}

export const jobSchema = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('create'), engine: logEngine, file: z.string(), ...dataShape }),
  z.strictObject({
    phase: z.literal('open'),
    engine: logEngine,
    file: z.string(),
    goal: z.enum(OPEN_GOALS),
    ...dataShape,
  }),
  z.strictObject({ phase: z.literal('import'), engine: logEngine, file: z.string(), ...dataShape }),
  z.strictObject({
    phase: z.literal('save'),
    /** File of each engine; saves of all take turns in one process. */
    files: z.partialRecord(z.enum(ENGINES), z.string()),
    metrics: z.array(z.string()),
    saves: z.int(),
    rounds: z.int(),
    /** Saves in a burst, and issued together; fewer than 100 are counted up to 100. */
    burst: z.int(),
    together: z.int(),
    ...dataShape,
  }),
  z.strictObject({
    phase: z.literal('compact'),
    engine: logEngine,
    file: z.string(),
    rounds: z.int(),
    ...dataShape,
  }),
])
export type Job = z.infer<typeof jobSchema>
export type JobOf<P extends Job['phase']> = Extract<Job, { phase: P }>

export const outcomeSchema = z.strictObject({
  /** Samples by engine and metric. */
  samples: z.record(z.string(), z.record(z.string(), z.array(z.number()))),
  /** The same for every engine that holds the same data. */
  checksum: z.string().nullable(),
  /** For people. */
  remarks: z.array(z.string()),
})
export type Outcome = z.infer<typeof outcomeSchema>
