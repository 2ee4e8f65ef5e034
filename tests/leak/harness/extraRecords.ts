/** Records that never leave by any profile, so that it cannot be told whether a log holds them. */
import type { Log } from '../../../src/core/log.ts'
import { type AnyRecord, KINDS, type Kind, SCHEMAS } from '../../../src/core/records.ts'
import type { Profile } from '../../../src/core/redaction/profile.ts'
import type { Random } from '../../support/vault/random.ts'
import { filledRecords, newId } from './baseLog.ts'
import { madeUpText } from './madeUpTexts.ts'
import { otherInstant } from './otherValue.ts'

export interface ExtraRecord {
  readonly collection: Kind | 'bin' | 'drafts' | 'terms'
  readonly record: { readonly id: string }
}

/** A few of every kind that stays behind, none of them linked from another record. */
export function extraRecords(log: Log, profile: Profile, random: Random): ExtraRecord[] {
  // By a profile that takes every label these would have rows of their own.
  const listed: readonly Kind[] = profile.labels.includes('RED')
    ? ['incidents', 'claims', 'contacts', 'actions']
    : []
  const fresh = (kind: Kind): AnyRecord => {
    const [record] = filledRecords(kind, 1, random)
    return SCHEMAS[kind].parse({ ...record, confidentiality: 'RED' })
  }
  const known = Object.keys(log.incidents)
  const draft = `record/incidents/${random.chance(0.5) ? 'new' : random.pick(known)}`
  const binned = fresh(random.pick(['persons', 'incidents', 'claims', 'actions'] as const))
  const kind =
    'codeName' in binned
      ? 'persons'
      : 'when' in binned
        ? 'incidents'
        : 'statement' in binned
          ? 'claims'
          : 'actions'
  const bin = { id: binned.id, kind, record: binned, deletedAt: otherInstant(random) }
  const kept: ExtraRecord[] = [
    {
      collection: 'drafts',
      record: { id: draft, ...{ fields: { title: madeUpText(random) }, savedAt: otherInstant(random) } },
    },
    { collection: 'bin', record: bin },
    ...KINDS.filter((each) => !listed.includes(each)).map((each) => ({
      collection: each,
      record: fresh(each),
    })),
    { collection: 'terms', record: unusedTerm(random) },
  ]
  return kept.filter(() => random.chance(0.7))
}

function unusedTerm(random: Random): ExtraRecord['record'] {
  const code = `local:${newId(random, 8)}`
  const labels = { en: madeUpText(random) }
  return Object.assign({ id: `place-types/${code}` }, { vocabulary: 'place-types', code, labels })
}
