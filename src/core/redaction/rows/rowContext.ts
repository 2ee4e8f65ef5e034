/** What the rows of every kind are made with, and the few checks that they share. */
import type { Incident } from '../../incident.ts'
import type { Log } from '../../log.ts'
import type { Gazetteer } from '../../places/Gazetteer.ts'
import type { RootFinder } from '../../sourcing/RootFinder.ts'
import type { OverstatementCode } from '../../wording/overstatements.ts'
import type { BriefLanguage } from '../briefData.ts'
import type { TextKeeper } from '../keptText.ts'
import type { MentionCheck } from '../mentions.ts'
import { textKey } from '../policies/text.ts'
import type { Profile } from '../profile.ts'
import type { WithheldCounter } from '../report.ts'
import type { Gate, Selection } from '../select.ts'

/** A sentence that was withheld because it says more than its claim's status. For the user, never for a brief. */
export interface OverstatedWording {
  /** The claim's id in the log. */
  readonly claim: string
  readonly code: OverstatementCode
}

/** What a brief is made from, before it is known which records enter. */
export interface RowRequest extends Gate {
  readonly log: Log
  readonly profile: Profile
  readonly selection: Selection
  readonly language: BriefLanguage
  /** Null where the table of places was not loaded: divisions are then printed as they were typed. */
  readonly gazetteer: Gazetteer | null
  readonly mentions: MentionCheck
  readonly keeper: TextKeeper
  /** Texts written for release that the user leaves out all the same, by their key (policies/text.ts). */
  readonly refused: ReadonlySet<string>
  readonly withheld: WithheldCounter
  readonly overstated: OverstatedWording[]
}

export interface RowContext extends RowRequest {
  readonly incidents: readonly Incident[]
  readonly incidentIds: ReadonlySet<string>
  readonly claimIds: ReadonlySet<string>
  /** People who get a row of their own. */
  readonly personIds: ReadonlySet<string>
  /** Follows derivation among releasable records only. */
  readonly open: RootFinder
  /** Follows it through all that the log knows. */
  readonly whole: RootFinder
  /** Claim id → ids of the incidents it is about, said by either side. */
  readonly incidentsByClaim: ReadonlyMap<string, ReadonlySet<string>>
}

/** The records of these ids that there are, each once. */
export function chosen<R>(ids: readonly string[], records: Readonly<Record<string, R>>): R[] {
  return [...new Set(ids)].flatMap((id) => (Object.hasOwn(records, id) ? (records[id] ?? []) : []))
}

/** The same context, whose count of what is withheld notes that it is this record's. */
export function ofRecord<C extends Pick<RowContext, 'withheld'>>(context: C, id: string): C {
  return { ...context, withheld: context.withheld.of(id) }
}

/** A text written for release: as it is, or nothing when it mentions anything protected or the user refuses it. */
export function cleanText(
  text: string | undefined,
  { mentions, withheld, refused }: Pick<RowContext, 'mentions' | 'withheld' | 'refused'>,
): string | null {
  if (text === undefined || text === '') return null
  if (isRefused(text, refused)) {
    withheld.add('field/not-accepted')
    return null
  }
  if (!mentions(text, 'inside')) return text
  withheld.add('field/mention')
  return null
}

/** Does the user leave this text out? */
export function isRefused(text: string, refused: RowContext['refused']): boolean {
  return refused.size > 0 && refused.has(textKey(text))
}

/** A code of the user's own may be made of a name; "other" says nothing. */
export function cleanCode(
  code: string,
  { mentions, withheld }: Pick<RowContext, 'mentions' | 'withheld'>,
): string {
  if (!code.startsWith('local:') || !mentions(code, 'words')) return code
  withheld.add('field/mention')
  return 'other'
}

/** As {@link cleanCode}, for lists without "other". */
export function codeOrNull(code: string | undefined, context: RowContext): string | null {
  if (code === undefined) return null
  return cleanCode(code, context) === code ? code : null
}
