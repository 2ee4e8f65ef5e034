/** The shape of `window.daybook`: one named function per channel, derived from the contract. Types only. */
import type { AppError } from '../../core/appError.ts'
import type { Result } from '../../core/result.ts'
import type { Call, EventName } from './channels.ts'
import type { EventValue, Input, Output } from './contract.ts'

/** What every call answers: a value, or a code with plain fields. It never rejects for a foreseen failure. */
export type Reply<C extends Call> = Result<Output<C>, AppError>

type Camel<S extends string> = S extends `${infer Noun}.${infer Verb}` ? `${Noun}${Capitalize<Verb>}` : S

/** `log.unlock` → `logUnlock(input)`. */
export type CallFunctions = { readonly [C in Call as Camel<C>]: (input: Input<C>) => Promise<Reply<C>> }
/** `log.changed` → `onLogChanged(listener)`; the answer unsubscribes. */
export type EventFunctions = {
  readonly [E in EventName as `on${Capitalize<Camel<E>>}`]: (
    listener: (value: EventValue<E>) => void,
  ) => () => void
}

export type DaybookApi = CallFunctions & EventFunctions
