/** Transactions as the frames that hold them. */
import { compressFast } from '../format/compression.ts'
import { type ChainState, FLAG_MORE, FRAME_TYPES, type SealedFrame, sealFrame } from '../format/frame.ts'
import { TRANSACTION_PADDING } from './NewFile.ts'

/** A body below this is not compressed: for one edited record that takes longer than writing the rest. */
const COMPRESS_FROM = 4096

/**
 * Seals the parts of transactions, in order, into one frame each; none when there is nothing to seal. @param settled
 * length of the file that is synced.
 */
export function sealTransactions(
  key: Uint8Array,
  start: ChainState,
  settled: number,
  transactions: readonly (readonly Uint8Array[])[],
): readonly SealedFrame[] {
  const frames: SealedFrame[] = []
  for (const parts of transactions) {
    let left = parts.length
    for (const part of parts) {
      left -= 1
      const { body, flags } = compressFast(part, COMPRESS_FROM)
      const more = left > 0 ? FLAG_MORE : 0
      const place = frames.at(-1)?.next ?? start
      const sealed = sealFrame(key, place, {
        type: FRAME_TYPES.transaction,
        flags: flags | more,
        body,
        settled,
        padTo: TRANSACTION_PADDING,
      })
      frames.push(sealed)
    }
  }
  return frames
}
