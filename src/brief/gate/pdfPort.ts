/**
 * What PDF.js says to itself. It is written for two threads and copies every word between them; here both halves are in
 * one, and the operators of a page, of which every letter is a part, are handed over as they are: what comes out of
 * them is only read.
 */
type Listener = (event: { readonly data: unknown }) => void

export class PdfPort {
  readonly #listeners = new Map<Listener, AbortSignal | undefined>()

  /** Both halves listen at the same port and know their own messages by a name. */
  addEventListener(_name: string, listener: Listener, options?: { readonly signal?: AbortSignal }): void {
    const signal = options?.signal
    if (signal?.aborted) return
    this.#listeners.set(listener, signal)
    signal?.addEventListener('abort', () => this.#listeners.delete(listener), { once: true })
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.#listeners.delete(listener)
  }

  /** With pictures PDF.js says null where there is nothing to hand over. */
  postMessage(message: unknown, transfer: ArrayBuffer[] | null = null): void {
    const data = withOwnLists(message) ?? structuredClone(message, { transfer: transfer ?? [] })
    queueMicrotask(() => {
      for (const listener of [...this.#listeners.keys()]) listener({ data })
    })
  }
}

/** A message that brings operators, with lists of its own: PDF.js empties its lists after that. Null for any other. */
function withOwnLists(message: unknown): unknown {
  if (!isRecord(message) || !isRecord(message.chunk)) return null
  const { fnArray, argsArray } = message.chunk
  if (!Array.isArray(fnArray) || !Array.isArray(argsArray)) return null
  return { ...message, chunk: { ...message.chunk, fnArray: [...fnArray], argsArray: [...argsArray] } }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
