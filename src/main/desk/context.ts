/** What the parts of the desk share: effects from outside, and the log that is open. */
import type { StartTypesetter } from '../../brief/startTypesetter.ts'
import type { AppError } from '../../core/appError.ts'
import type { Result } from '../../core/result.ts'
import type { Settings } from '../../shared/ipc/app.ts'
import type { Call, EventName } from '../../shared/ipc/channels.ts'
import type { EventValue, Input, Output } from '../../shared/ipc/contract.ts'
import type { LogState } from '../../shared/ipc/log.ts'
import type { KdfParams } from '../../vault/kdfParams.ts'
import type { VaultPorts } from '../../vault/startSession.ts'
import type { Dialogs } from '../dialogs.ts'
import type { DuplicateFinder } from '../duplicates/duplicateFinder.ts'
import type { OpenLog } from '../openLog.ts'
import type { MainText } from '../texts.ts'
import type { HeldDrafts } from './heldDrafts.ts'

/** Effects from outside; the app passes Electron's, tests their own. */
export interface DeskPorts {
  readonly dialogs: Dialogs
  readonly now: () => Date
  readonly version: string
  /** BCP 47. */
  readonly systemLanguage: string
  /** Absolute folder of fonts and templates. */
  readonly resourcesDir: string
  readonly startTypesetter: StartTypesetter
  readonly settings: Settings
  readonly saveSettings: (settings: Settings) => Promise<void>
  readonly emit: <E extends EventName>(name: E, value: EventValue<E>) => void
  /** Resolves after that many milliseconds. */
  readonly delay: (milliseconds: number) => Promise<unknown>
  /** Effects of the vault other than its own; the app says where this device remembers what it saw of each log. */
  readonly vault: Partial<VaultPorts>
  /** Cost of new logs; measured on this machine when absent. */
  readonly kdf?: KdfParams
}

/** One function per call. Inputs were parsed at the door. */
export type Handlers = { readonly [C in Call]: (input: Input<C>) => Promise<Result<Output<C>, AppError>> }
export type HandlersOf<C extends Call> = Pick<Handlers, C>
export type LockReason = EventValue<'log.locked'>['reason']

export interface DeskContext {
  readonly ports: DeskPorts
  /** The log that is open; null when none is, or it is locked. */
  openLog(): OpenLog | null
  /** Looks for duplicates in the open log. */
  duplicates(): DuplicateFinder | null
  /** Path of the log that is chosen, open or not; never told to the window. */
  chosen(): string | null
  /** The open log has gone on in another file. */
  noteMoved(path: string, byItself?: boolean): void
  state(): LogState
  readonly held: HeldDrafts
  text(key: MainText): string
  /** ISO instant. */
  now(): string
  /** YYYY-MM-DD by the machine's own calendar. */
  today(): string
  newId(): string
}
