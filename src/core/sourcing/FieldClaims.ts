/**
 * Claims by what they are about: a record, and a field of it. Labels are claims about a field, not fields (records.md,
 * "A disputed label"), and two claims about one field cannot both hold.
 *
 * A merged incident is the one it was merged into: claims about either are claims about one record. Merges that run in
 * a circle are one record too. Claims about a record that lies in the bin still meet each other.
 */
import type { Claim } from '../claim.ts'
import { boardColumn } from '../grading.ts'
import type { Incident } from '../incident.ts'
import type { PutsOf } from '../putsOf.ts'
import type { ClaimStatus } from '../vocabularyCodes.ts'
import { ReverseLinks } from './ReverseLinks.ts'
import type { Contradiction } from './sourcing.ts'

export type SubjectClaim = Pick<Claim, 'id' | 'kind' | 'status' | 'about' | 'value'>
export type MergeTrace = Pick<Incident, 'id' | 'mergedInto'>

/** A label that somebody claims for a field. */
export interface LabelClaim {
  readonly claim: string
  readonly status: ClaimStatus
  /** Neither established nor refuted: the field's own value and this label must both be shown. */
  readonly isUnresolved: boolean
}

/** A field of an incident that labels are claimed for. */
export interface FieldLabels {
  /** Dotted path, such as `placeType`; of an act, where one is named: `method`. */
  readonly field: string
  /** Key of the act that the field belongs to. */
  readonly act?: string
  /** What the incident itself says there; null when it says nothing, or more than one word. */
  readonly neutral: string | number | null
  /** In the order of their ids; superseded ones are left out. */
  readonly labels: readonly LabelClaim[]
  /** One of the labels is unresolved. */
  readonly isUnresolved: boolean
}

export interface SubjectCollections {
  readonly claims: Readonly<Record<string, SubjectClaim>>
  readonly incidents: Readonly<Record<string, MergeTrace>>
}

/** What of a change of the log it takes in. */
export type SubjectPut = PutsOf<{ claims: SubjectClaim; incidents: MergeTrace }>

export class FieldClaims {
  readonly #claims = new Map<string, SubjectClaim>()
  readonly #mergedInto = new Map<string, string>()
  readonly #mergedFrom = new ReverseLinks()
  /** By record, and by record and field. */
  readonly #claimsBySubject = new ReverseLinks()
  #revision = 0

  /** Reads a log as it is, once. */
  constructor({ claims, incidents }: SubjectCollections) {
    for (const [id, record] of Object.entries(incidents)) this.#put({ kind: 'incidents', id, record })
    for (const [id, record] of Object.entries(claims)) this.#put({ kind: 'claims', id, record })
  }

  /** Another number after each change of a claim or of a merge. */
  get revision(): number {
    return this.#revision
  }

  /** Takes in a change of the log. Costs what the changed records are about. */
  apply(change: readonly SubjectPut[]): void {
    for (const put of change) this.#put(put)
  }

  /** Ids of the claims about a record or about what was merged into it, in order. */
  claimsAbout(recordId: string): readonly string[] {
    return this.#claimsOn(recordId)
  }

  /** Fields of an incident with the labels that are claimed for them, in the order of the fields. */
  labelsOf(incident: object & { readonly id: string }): readonly FieldLabels[] {
    const fields = new Map<string, { readonly place: FieldPlace; readonly labels: LabelClaim[] }>()
    const records = this.#sameAs(incident.id)
    for (const id of this.#claimsOn(incident.id)) {
      const claim = this.#claims.get(id)
      const column = claim && boardColumn(claim.status)
      if (claim?.kind !== 'label' || column === null) continue
      const label = {
        claim: id,
        status: claim.status,
        isUnresolved: column === 'rumour' || column === 'unresolved',
      }
      for (const [key, place] of new Map(claim.about.flatMap((each) => placesOn(each, records)))) {
        const known = fields.get(key)
        if (known) known.labels.push(label)
        else fields.set(key, { place, labels: [label] })
      }
    }
    return [...fields]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { place, labels }]) => ({
        ...place,
        neutral: valueAt(place.act === undefined ? incident : actOf(incident, place.act), place.field),
        labels,
        isUnresolved: labels.some((label) => label.isUnresolved),
      }))
  }

  /** Claims that cannot hold together with this one, though both stand as established or as appearing so. */
  contradictionsOf(claimId: string): readonly Contradiction[] {
    const claim = this.#claims.get(claimId)
    if (claim === undefined || boardColumn(claim.status) !== 'fact') return []
    const found = new Map<string, Contradiction>()
    for (const about of claim.about) {
      const { id, act, field } = about
      if (field === undefined) continue
      const place = placeOf(act, field)
      const record = this.#mergeTarget(id)
      for (const other of this.#claimsOn(id, place)) {
        const against = this.#claims.get(other)
        if (other === claimId || against === undefined || boardColumn(against.status) !== 'fact') continue
        if (agree(claim.value, against.value) || giveOneCode(about, this.#onPlace(against, record, place)))
          continue
        const isSure = claim.status === 'established' && against.status === 'established'
        const code = isSure ? 'both-established' : 'both-appear'
        const named = { claim: other, record, field, ...(act === undefined ? {} : { act }), code } as const
        found.set(`${other} ${record} ${place}`, named)
      }
    }
    return [...found.values()]
  }

  #put(put: SubjectPut): void {
    if (put.kind === 'claims') {
      this.#claimsBySubject.move(
        put.id,
        subjectKeys(this.#claims.get(put.id)),
        subjectKeys(put.record ?? undefined),
      )
      if (put.record === null) this.#claims.delete(put.id)
      else this.#claims.set(put.id, put.record)
      this.#revision += 1
    } else if (put.kind === 'incidents') {
      const before = this.#mergedInto.get(put.id)
      const after = put.record?.mergedInto
      if (before === after) return
      this.#mergedFrom.move(put.id, before === undefined ? [] : [before], after === undefined ? [] : [after])
      if (after === undefined) this.#mergedInto.delete(put.id)
      else this.#mergedInto.set(put.id, after)
      this.#revision += 1
    }
  }

  /** Where a chain of merges ends; of a circle the smallest id. */
  #mergeTarget(id: string): string {
    const path = new Set<string>()
    let at = id
    for (let next = this.#mergedInto.get(at); next !== undefined; next = this.#mergedInto.get(at)) {
      if (path.has(at)) return [...path].slice([...path].indexOf(at)).sort()[0] ?? at
      path.add(at)
      at = next
    }
    return at
  }

  #sameAs(id: string): ReadonlySet<string> {
    return this.#mergedFrom.closureOf([this.#mergeTarget(id)])
  }

  #claimsOn(id: string, place?: string): readonly string[] {
    const claims = new Set<string>()
    for (const record of this.#sameAs(id))
      for (const claim of this.#claimsBySubject.of(subjectKey(record, place))) claims.add(claim)
    return [...claims].sort()
  }

  /** What a claim says of one field of a record. */
  #onPlace({ about }: SubjectClaim, record: string, place: string): readonly About[] {
    return about.filter(
      ({ id, act, field }) =>
        field !== undefined && placeOf(act, field) === place && this.#mergeTarget(id) === record,
    )
  }
}

type About = SubjectClaim['about'][number]

type FieldPlace = Pick<FieldLabels, 'field' | 'act'>

/** One field of a record, or of one of its acts: two acts each have a method of their own. */
const placeOf = (act: string | undefined, field: string): string =>
  act === undefined ? field : `${field} ${act}`
const placesOn = (
  { id, act, field }: About,
  records: ReadonlySet<string>,
): readonly (readonly [string, FieldPlace])[] =>
  field === undefined || !records.has(id)
    ? []
    : [[placeOf(act, field), act === undefined ? { field } : { field, act }]]
// Neither ids nor paths nor keys of acts hold a space.
const subjectKey = (id: string, place?: string): string => (place === undefined ? id : `${id} ${place}`)
const subjectKeys = (claim: SubjectClaim | undefined): readonly string[] =>
  claim?.about.flatMap((about) => {
    const { id, act, field } = about
    return field === undefined ? [id] : [id, subjectKey(id, placeOf(act, field))]
  }) ?? []

/** Two claims that give a field the same code say the same. */
const giveOneCode = ({ value }: About, others: readonly About[]): boolean =>
  value !== undefined && others.some((other) => other.value === value)

/** Two numbers of one unit whose ranges meet can both be right. */
function agree(a: SubjectClaim['value'], b: SubjectClaim['value']): boolean {
  if (a === undefined || b === undefined || a.unit !== b.unit) return false
  const low = (value: typeof a) => value.low ?? value.best ?? 0
  const high = (value: typeof a) => value.high ?? value.best ?? Number.POSITIVE_INFINITY
  return low(a) <= high(b) && low(b) <= high(a)
}

/** An act of an incident, by its key. */
function actOf(incident: object, key: string): object {
  const acts: unknown = Reflect.get(incident, 'acts')
  const found: unknown = Array.isArray(acts)
    ? acts.find((act: unknown) => typeof act === 'object' && act !== null && Reflect.get(act, 'key') === key)
    : undefined
  return typeof found === 'object' && found !== null ? found : {}
}

/** What stands at a dotted path, when it is one word or number. */
function valueAt(record: object, path: string): string | number | null {
  let at: unknown = record
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return null
    at = Reflect.get(at, part)
  }
  return typeof at === 'string' || typeof at === 'number' ? at : null
}
