/** A brief as text, block by block in the order of its pages. Every word is in the brief's language already. */
import { z } from 'zod'
import { BRIEF_LANGUAGES } from '../core/redaction/briefData.ts'

const words = z.string()
const list = z.array(words).readonly()

export const outlineBlockSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: words,
  }),
  z.strictObject({
    kind: z.literal('text'),
    tone: z.enum(['plain', 'quiet', 'strong', 'warning']),
    text: words,
  }),
  /** Names and what stands beside them. */
  z.strictObject({
    kind: z.literal('facts'),
    rows: z.array(z.strictObject({ name: words, value: words }).readonly()).readonly(),
  }),
  /** A claim, an incident, an action or a contact. `number` is empty where it has none on the page. */
  z.strictObject({ kind: z.literal('entry'), number: words, title: words, lines: list, facts: list }),
  /** No columns: two of them, a name and a number. */
  z.strictObject({ kind: z.literal('table'), columns: list, rows: z.array(list).readonly() }),
])
export type OutlineBlock = Readonly<z.infer<typeof outlineBlockSchema>>

export const briefOutlineSchema = z.strictObject({
  language: z.enum(BRIEF_LANGUAGES),
  rightToLeft: z.boolean(),
  blocks: z.array(outlineBlockSchema).readonly(),
})
export type BriefOutline = Readonly<z.infer<typeof briefOutlineSchema>>
