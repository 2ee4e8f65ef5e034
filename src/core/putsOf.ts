/** What an index that keeps up with a log takes of its changes. */
import type { Kind } from './records.ts'

/** One put of the kinds that are followed, with as much of their records as is read; other kinds are passed over. A log's `Change` fits. */
export type PutsOf<Followed extends Partial<Record<Kind, object>>> =
  | {
      readonly [K in keyof Followed]: {
        readonly kind: K
        readonly id: string
        readonly record: Followed[K] | null
      }
    }[keyof Followed]
  | {
      readonly kind: Exclude<Kind, keyof Followed> | 'bin' | 'drafts'
      readonly id: string
      readonly record: object | null
    }
