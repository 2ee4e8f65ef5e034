/** What the brief bench asks of a process of its own, and what that answers. */
import { z } from 'zod'

export const BRIEF_ENGINES = ['daybook', 'bare-typst'] as const

export const briefJobSchema = z.strictObject({
  engine: z.enum(BRIEF_ENGINES),
  /** Absolute path of the incidents, as JSON. */
  incidents: z.string(),
  /** Absolute. */
  resources: z.string(),
})
export type BriefJob = z.infer<typeof briefJobSchema>

/** `ready`: the process waits. `done`: samples of one piece of work in milliseconds. */
export const briefReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({
    kind: z.literal('done'),
    samples: z.record(z.string(), z.number()),
    pages: z.int().nullable(),
  }),
])
export type BriefReply = z.infer<typeof briefReplySchema>

/** `brief`: the whole of it. `typeset`: the pages alone. */
export const BRIEF_WORK = ['brief', 'typeset'] as const
export type BriefWork = (typeof BRIEF_WORK)[number]
