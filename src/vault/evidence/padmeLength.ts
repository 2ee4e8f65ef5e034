/**
 * Padmé (Nikitin et al., PETS 2019, "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs"):
 * leaves of a length only its order of magnitude and a few bits, for at most 12 % more bytes.
 */

/** The Padmé length for `length` bytes: its lowest bits, fewer the smaller it is, rounded up to zero. */
export function padmeLength(length: number): number {
  const exponent = floorLog2(length)
  const keptBits = floorLog2(exponent) + 1
  const step = 2 ** Math.max(0, exponent - keptBits)
  return Math.ceil(length / step) * step
}

/** Exact for every safe integer, unlike Math.log2; 0 for 0. */
function floorLog2(value: number): number {
  return value.toString(2).length - 1
}
