/** Transactions as the frames that hold them. */
import { compressFast } from '../format/compression.ts'
import { type ChainState, FLAG_MORE, FRAME_TYPES, sealFrame } from '../format/frame.ts'
import { TRANSACTION_PADDING } from './NewFile.ts'

/** A body below this is not compressed: for one edited record that takes longer than writing the rest. */
const COMPRESS_FROM = 4096

export interface SealedTransactions {
  /** One after another; empty when there was nothing to seal. */
  readonly frames: readonly Buffer[]
  /** After the last of them. */
  readonly place: ChainState
}

/** Seals the parts of transactions, in order. @param settled length of the file that is synced. */
export function sealTransactions(
  key: Uint8Array,
  start: ChainState,
  settled: number,
  transactions: readonly (readonly Uint8Array[])[],
): SealedTransactions {
  const frames: Buffer[] = []
  let place = start
  for (const parts of transactions) {
    let left = parts.length
    for (const part of parts) {
      left -= 1
      const { body, flags } = compressFast(part, COMPRESS_FROM)
      const more = left > 0 ? FLAG_MORE : 0
      const sealed = sealFrame(key, place, {
        type: FRAME_TYPES.transaction,
        flags: flags | more,
        body,
        settled,
        padTo: TRANSACTION_PADDING,
      })
      frames.push(sealed.bytes)
      place = sealed.next
    }
  }
  return { frames, place }
}
