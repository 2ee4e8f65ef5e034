/**
 * Cost of turning a passphrase into a key with Argon2id, and its limits.
 *
 * The floor keeps a weakened file from being accepted, the ceiling keeps a hostile one from stalling the machine:
 * outside of them nothing is derived.
 */

export interface KdfParams {
  readonly name: 'argon2id'
  /** Memory in KiB. */
  readonly memoryKiB: number
  /** Passes over that memory (t). */
  readonly passes: number
  /** Lanes (p); libsodium has one only. */
  readonly lanes: number
}

export const KDF_FLOOR: KdfParams = { name: 'argon2id', memoryKiB: 64 * 1024, passes: 2, lanes: 1 }
export const KDF_CEILING: KdfParams = { name: 'argon2id', memoryKiB: 1024 * 1024, passes: 20, lanes: 1 }

/** What is measured on a machine to choose its parameters, and the least that is ever chosen. */
export const KDF_PROBE: KdfParams = { name: 'argon2id', memoryKiB: 64 * 1024, passes: 3, lanes: 1 }

/** An unlock may take this long; beyond it people choose shorter passphrases. */
const UNLOCK_BUDGET_MS = 1500

/** True when both costs lie between floor and ceiling and the lane is one. */
export function isWithinKdfLimits(params: KdfParams): boolean {
  const within = (value: number, floor: number, ceiling: number) =>
    Number.isInteger(value) && value >= floor && value <= ceiling
  return (
    within(params.memoryKiB, KDF_FLOOR.memoryKiB, KDF_CEILING.memoryKiB) &&
    within(params.passes, KDF_FLOOR.passes, KDF_CEILING.passes) &&
    params.lanes === 1
  )
}

/**
 * The largest of 256, 128 and 64 MiB (three passes) that this machine derives within the budget, from the time in
 * milliseconds that `KDF_PROBE` took: the cost grows in proportion to memory.
 */
export function pickKdf(probeMs: number): KdfParams {
  for (const factor of [4, 2]) {
    if (probeMs * factor <= UNLOCK_BUDGET_MS) return { ...KDF_PROBE, memoryKiB: KDF_PROBE.memoryKiB * factor }
  }
  return KDF_PROBE
}
