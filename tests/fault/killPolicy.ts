/** How a log is kept that is to be killed often: made smaller every few saves, so that kills fall into that too. */
import type { EnginePolicy } from '../../src/vault/file/engine.ts'

export const KILL_POLICY: EnginePolicy = {
  compactAfterFrames: 50,
  compactAfterBytes: 80_000,
  commitDelayMs: 2,
  reserveBytes: 16_384,
}

/** Of the texts written, in words. */
export const LONGEST_TEXT = 150
