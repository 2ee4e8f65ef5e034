/** What main and the thread that redacts say to each other. Both ends are ours, so values cross as they are. */
import type { AppError } from '../../core/appError.ts'
import type { DisclosureOutcome } from '../../core/disclosure/applyDisclosure.ts'
import type { DisclosureVerdict } from '../../core/disclosure/verdict.ts'
import type { LogCollection, LogMeta } from '../../core/log.ts'
import type { Redacted } from '../../core/redaction/redact.ts'
import type { Result } from '../../core/result.ts'
import type { BriefPreview, ChoiceShown, SettledBrief, TextDecisions } from '../../shared/ipc/brief.ts'
import type { Input } from '../../shared/ipc/contract.ts'

/** A brief to be redacted. */
export interface RedactionJob {
  readonly request: Input<'brief.preview'>
  readonly seed: string
  /** What the window calls it. */
  readonly token: string
  readonly what:
    | { readonly do: 'review' }
    | { readonly do: 'settle'; readonly decisions: TextDecisions }
    /** Null shows every text. */
    | { readonly do: 'pages'; readonly decisions: TextDecisions | null }
}

/** From rows back to records; for the window's questions. */
export type BriefRows = Pick<Redacted, 'recordOf' | 'withheldOf'>

export interface Reviewed {
  readonly preview: BriefPreview
  readonly rows: BriefRows
}

/** Everything that a release takes of a redacted brief. */
export interface ForRelease {
  readonly redacted: Pick<
    Redacted,
    'data' | 'profile' | 'records' | 'withheld' | 'pseudonyms' | 'canaries' | 'labels' | 'texts'
  >
  readonly disclosure: Pick<DisclosureOutcome, 'coarsen' | 'shown'>
  readonly verdict: Pick<DisclosureVerdict, 'refusals'>
}

export interface Settled {
  readonly settled: SettledBrief
  /** Texts that nobody has accepted or left out. */
  readonly unread: number
  readonly rows: BriefRows
  readonly forRelease: ForRelease
}

export interface ForPages extends Pick<Redacted, 'data' | 'labels'> {
  /** Of a choice: what its pages do not show. */
  readonly choice: ChoiceShown | null
}

/** Collections that redaction looks into: half-typed forms and views of tables are no records. */
export type MirroredCollection = Exclude<LogCollection, 'drafts' | 'tables'>

export type RedactorRequest =
  | { readonly kind: 'meta'; readonly meta: LogMeta }
  | {
      readonly kind: 'records'
      readonly collection: MirroredCollection
      /** Id and record; null when it is gone. */
      readonly puts: readonly (readonly [id: string, record: object | null])[]
    }
  | { readonly kind: 'job'; readonly id: number; readonly job: RedactionJob }

export interface RedactorReply {
  readonly id: number
  /** Null for a defect of ours: its message could quote the log. */
  readonly result: Result<Reviewed | Settled | ForPages, AppError> | null
}
