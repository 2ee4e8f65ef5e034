/** Seals a generated content of argv[3] bytes into the folder argv[2], verifies it, and prints what memory it took. */

import { openEvidence, verifyEvidence } from '../../src/vault/evidence/openEvidence.ts'
import { sealEvidence } from '../../src/vault/evidence/sealEvidence.ts'

const PIECE_LENGTH = 64 * 1024
const folder = process.argv[2] ?? ''
const sizeBytes = Number(process.argv[3])

/** As a file stream would: a fresh buffer for each piece, never the whole. */
async function* generate(): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < sizeBytes; at += PIECE_LENGTH) {
    yield Buffer.allocUnsafeSlow(Math.min(PIECE_LENGTH, sizeBytes - at)).fill((at / PIECE_LENGTH) & 0xff)
  }
}

const baseline = process.memoryUsage.rss()
let peak = baseline
const watch = () => {
  peak = Math.max(peak, process.memoryUsage.rss())
}
const startedAt = performance.now()
const sealed = await sealEvidence({ folder, source: generate(), onProgress: watch })
if (!sealed.ok) throw new Error(sealed.error.code)
const sealedAt = performance.now()
const peakSealing = peak
const verified = await verifyEvidence({ folder, entry: sealed.value, onProgress: watch })
if (!verified.ok) throw new Error(verified.error.code)
const verifiedAt = performance.now()
const peakVerifying = peak
// What a viewer or an export does: it takes each piece and lets go of it.
let readBytes = 0
for await (const piece of openEvidence({ folder, entry: sealed.value })) {
  readBytes += piece.length
  watch()
}
if (readBytes !== sizeBytes) throw new Error('not all of it came back')
const readAt = performance.now()
process.stdout.write(
  JSON.stringify({
    sizeBytes: sealed.value.sizeBytes,
    baseline,
    peakSealing,
    peakVerifying,
    peak,
    sealingMs: Math.round(sealedAt - startedAt),
    verifyingMs: Math.round(verifiedAt - sealedAt),
    readingMs: Math.round(readAt - verifiedAt),
  }),
)
