/** A mapped row of kind incidents: the incident with a worded title, its source items and its number claims. */
import { z } from 'zod'
import { RELIABILITIES } from '../core/vocabularyCodes.ts'
import { type CountedThing, countStatement } from './countStatement.ts'
import { isTree, type MappedGroups, type Tree } from './mappedGroups.ts'
import { type ClaimDraft, type ItemDraft, oneLine, type RowDraft, type SourceDraft } from './rowDraft.ts'

const THINGS = ['killed', 'missing', 'injured', 'detained'] as const
const countSchema = z.object({
  low: z.number().optional(),
  best: z.number().optional(),
  high: z.number().optional(),
})
const reliabilitySchema = z.enum(RELIABILITIES)
const NOT_NAMED = 'Source not named'

/** Makes the draft of one incident. */
export function draftIncident(
  groups: MappedGroups,
  row: { readonly externalId: string; readonly idColumn: string },
): RowDraft {
  const { status, title, summary, ...fields } = groups.record
  const words = wordsOf(groups.record)
  const madeTitle = oneLine(
    [words.what, words.place && `: ${words.place}`, words.when && `, ${words.when}`].join(''),
  )
  return {
    kind: 'incidents',
    externalId: row.externalId,
    idColumn: row.idColumn,
    fields: {
      ...fields,
      ...(title === undefined ? {} : { title: oneLine(String(title)) }),
      ...(summary === undefined ? {} : { summary }),
    },
    initial: { summary: '', where: {}, violationTypes: [], status: status ?? 'unknown' },
    worded: title === undefined ? { title: madeTitle } : {},
    remarks: groups.remarks,
    items: itemsOf(groups, madeTitle),
    claims: claimsOf(groups, words),
    columnOf: groups.columnOf,
  }
}

interface Words {
  readonly what: string
  readonly place: string
  readonly when: string
}

/** "Death on migration route", the place as reported, the date: what is known without any title. */
function wordsOf(record: Tree): Words {
  const where = isTree(record.where) ? record.where : {}
  const codes: readonly unknown[] = Array.isArray(record.violationTypes) ? record.violationTypes : []
  const local = codes.find((code) => typeof code === 'string' && /^(?:local:)?[a-z]/.test(code))
  const what = typeof local === 'string' ? local.replace(/^local:/, '').replaceAll('-', ' ') : 'incident'
  const text = (value: unknown): string => (typeof value === 'string' ? oneLine(value, 300) : '')
  return {
    what: `${what.slice(0, 1).toUpperCase()}${what.slice(1)}`,
    place: text(where.name) || text(where.text) || text(where.admin1),
    when: text(record.when),
  }
}

function itemsOf(groups: MappedGroups, madeTitle: string): readonly ItemDraft[] {
  const { title, ...item } = groups.sourceItem
  const { reliability, ...source } = groups.source
  const isMentioned = [...Object.keys(item), ...Object.keys(source)].length > 0 || title !== undefined
  const names = groups.sourceNames.length > 0 ? groups.sourceNames : isMentioned ? [NOT_NAMED] : []
  const grade = reliabilitySchema.safeParse(reliability)
  return names.map((name, i): ItemDraft => {
    const draft: SourceDraft = {
      name,
      fields: source,
      ...(grade.success && name !== NOT_NAMED ? { reliability: grade.data } : {}),
    }
    const given = title === undefined ? undefined : oneLine(String(title))
    return {
      source: draft,
      fields: { itemType: 'report', ...item, title: given ?? oneLine(`${name}: ${madeTitle}`) },
      ...(given === undefined ? { rowKey: i === 0 ? 'item' : `item-${i + 1}` } : {}),
    }
  })
}

function claimsOf(groups: MappedGroups, words: Words): readonly ClaimDraft[] {
  const { statement, value, kind, status, credibility, ...rest } = groups.claim
  const graded = { status: status ?? 'not-assessed', credibility: credibility ?? 6 }
  const counts = isTree(groups.record.counts) ? groups.record.counts : {}
  const numbers = THINGS.flatMap((thing): ClaimDraft[] => {
    const count = countSchema.safeParse(counts[thing])
    if (!count.success) return []
    const { low, best, high } = count.data
    if (low === undefined && best === undefined && high === undefined) return []
    const given = {
      ...(low === undefined ? {} : { low }),
      ...(best === undefined ? {} : { best }),
      ...(high === undefined ? {} : { high }),
    }
    const said: CountedThing = thing === 'killed' ? 'killed-or-died' : thing
    return [
      {
        key: thing,
        fields: { value: { ...given, unit: thing } },
        initial: { ...graded, kind: 'number' },
        statement: countStatement(said, given, words),
      },
    ]
  })
  const counted = countSchema.safeParse(value)
  if (statement === undefined && !counted.success) return numbers
  return [
    ...numbers,
    {
      key: 'claim',
      fields: { ...rest, ...(value === undefined ? {} : { value }) },
      initial: { ...graded, kind: kind ?? (statement === undefined ? 'number' : 'event') },
      statement:
        statement === undefined
          ? countStatement('counted', counted.data ?? {}, words)
          : oneLine(String(statement)),
    },
  ]
}
