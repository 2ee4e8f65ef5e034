/**
 * Copies an open log into a new file while it is being saved to: its snapshot, then again and again what was saved
 * meanwhile, until so little is left that whoever takes over can copy it in one step.
 */

import { damage } from '../vaultError.ts'
import { type CopyPause, type CopySource, copyLive } from './copyLive.ts'
import { FrameReader, type Tail } from './FrameReader.ts'
import type { NewFile } from './NewFile.ts'

/** What was saved during the copying and is not copied yet may be this much at its end. */
const LAST_STEP_LENGTH = 64 * 1024
/** Twice as much after each round: on a slow disk as much may be saved in one round as was copied in it, for ever. */
const PATIENCE = 2

type Transactions = Pick<CopySource, 'file' | 'key' | 'tail'>

/**
 * Copies all but what was saved in the last moments and syncs it; returns up to where. @param current the source with
 * its present tail.
 */
export async function copyLog(current: () => CopySource, target: NewFile, pause: CopyPause): Promise<Tail> {
  const source = current()
  await copyLive(source, target, pause)
  let copied = source.tail
  for (let rest = LAST_STEP_LENGTH; ; rest *= PATIENCE) {
    await target.syncInBackground()
    const next = current()
    const total = next.tail.position
    if (total - copied.position < rest) return copied
    for (const position of transactionFrames(next, copied, target)) {
      await target.syncNowAndThen()
      await pause(position, total)
    }
    copied = next.tail
  }
}

/** Copies the transactions between two places of `source` behind the snapshot of `target`, in one step. */
export function copyTransactions(source: Transactions, from: Tail, target: NewFile): void {
  for (const _position of transactionFrames(source, from, target));
}

/** Copies a frame at each turn and gives its offset. */
function* transactionFrames({ file, key, tail }: Transactions, from: Tail, target: NewFile) {
  const reader = new FrameReader(file, key, from, tail.position)
  for (;;) {
    const frame = reader.next()
    if (frame.kind === 'end') return
    // It was whole when it was written: the disk has lost it since.
    if (frame.kind === 'bad') throw damage('frame', reader.tail.position)
    target.addTransactionFrame(frame.body, frame.flags)
    yield frame.start
  }
}
