/** Reading a content that somebody else provides: its errors told apart from ours, and no waiting once aborted. */
import { errnoOf } from '../vaultError.ts'
import { EvidenceFailure, refuseIfAborted } from './evidenceError.ts'

export interface ContentSource {
  /**
   * The next piece, null at the end. Throws `evidence/source-unreadable` for an error of the file system,
   * `evidence/cancelled` after an abort, also while the source keeps us waiting, and whatever else the source throws.
   */
  next(): Promise<Uint8Array | null>
  /** Tells the source to stop, unless it has come to its end; does not wait for it. */
  close(): void
}

/** Begins to read `source` at once: a Node stream that fails before anybody reads it would end the process. */
export function openSource(
  source: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
): ContentSource {
  const iterator = source[Symbol.asyncIterator]()
  let begun: Promise<IteratorResult<Uint8Array>> | null = iterator.next()
  // Told to whoever asks for the first piece; nobody may, and that is no defect.
  begun.catch(() => undefined)
  let ended = false

  const pull = () => {
    const pulled = begun ?? iterator.next()
    begun = null
    return unlessAborted(pulled, signal)
  }

  return {
    async next() {
      try {
        refuseIfAborted(signal)
        const { done, value } = await pull()
        ended = done === true
        return done === true ? null : value
      } catch (thrown) {
        refuseIfAborted(signal)
        const errno = errnoOf(thrown)
        if (errno === null) throw thrown
        throw new EvidenceFailure({ code: 'evidence/source-unreadable', errno })
      }
    },
    close() {
      const stop = async () => void (await iterator.return?.())
      // Not awaited: a source that hangs would hang here too.
      if (!ended) stop().catch(() => undefined)
    },
  }
}

async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work
  const aborted = Promise.withResolvers<never>()
  const onAbort = () => aborted.reject(new EvidenceFailure({ code: 'evidence/cancelled' }))
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([work, aborted.promise])
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}
