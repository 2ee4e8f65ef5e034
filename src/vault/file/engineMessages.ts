/** What passes between a session and the thread of its engine, and which bytes are handed over instead of copied. */
import type { VaultError } from '../vaultError.ts'
import type { ContentPart, EnginePolicy, FileState, VaultEngine } from './engine.ts'

export interface EngineRequest {
  readonly id: number
  readonly call: keyof VaultEngine
  readonly args: readonly unknown[]
}

export type EngineMessage =
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly error: VaultError }
  /** Not a failure of the work: a defect of ours. */
  | { readonly kind: 'defect'; readonly id: number; readonly stack: string }
  | { readonly kind: 'changed'; readonly state: FileState }
  | { readonly kind: 'content'; readonly parts: readonly ContentPart[] }
  | {
      readonly kind: 'progress'
      readonly step: 'reading' | 'copying'
      readonly done: number
      readonly total: number
    }

export interface EngineThreadData {
  readonly policy: EnginePolicy
}

/** Below this, bytes are copied: they may lie in a pool that others share. */
const HAND_OVER_FROM = 64 * 1024

/** The same bytes in a buffer of their own, which may be handed to another thread. */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes
  if (bytes.length >= HAND_OVER_FROM && buffer instanceof ArrayBuffer) {
    return new Uint8Array(buffer, bytes.byteOffset, bytes.length)
  }
  return new Uint8Array(bytes)
}
