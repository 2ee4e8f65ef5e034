/**
 * What a record keeps of a sealed evidence file: its name, its key, its length and its hash.
 *
 * Two forms. `StoredEvidenceEntry` is the JSON inside the record, where the log's own encryption protects the key; it
 * goes nowhere else. `EvidenceEntry` is what the program hands round: its key is a `Secret`, which cannot be printed,
 * logged or serialised by accident.
 */
import { z } from 'zod'
import { err, ok, type Result } from '../../core/result.ts'
import { Secret } from '../secret.ts'
import type { EvidenceError } from './evidenceError.ts'

export const EVIDENCE_FORMAT = 1
/** 1 PiB: beyond any disk, and every offset in the sealed file is still an exact number. */
const MAX_CONTENT_BYTES = 2 ** 50

const storedEntrySchema = z.strictObject({
  format: z.literal(EVIDENCE_FORMAT),
  /** Also the name of the file: nothing that could lead out of its folder. */
  name: z.string().regex(/^[0-9a-f]{32}$/),
  key: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.int().nonnegative().max(MAX_CONTENT_BYTES),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** The entry as JSON: the form for the record only. */
export type StoredEvidenceEntry = Readonly<z.infer<typeof storedEntrySchema>>

export interface EvidenceEntry {
  /** Name of the sealed file in the folder of evidence: 32 hex digits. */
  readonly name: string
  /** 32 bytes, of this file alone. Whoever asked for the entry wipes it. */
  readonly key: Secret
  /** Length of the content before sealing. */
  readonly sizeBytes: number
  /** SHA-256 of the content before sealing, in hex. */
  readonly sha256: string
}

/** The entry as it stands in a record. Contains the key: to be put into the log and nowhere else. */
export function toStoredEntry(entry: EvidenceEntry): StoredEvidenceEntry {
  return {
    format: EVIDENCE_FORMAT,
    name: entry.name,
    key: entry.key.use((bytes) => bytes.toString('hex')),
    sizeBytes: entry.sizeBytes,
    sha256: entry.sha256,
  }
}

/** Reads back what `toStoredEntry` made; `evidence/newer-format` or `evidence/invalid-entry` for anything else. */
export function parseStoredEntry(untrustedEntry: unknown): Result<EvidenceEntry, EvidenceError> {
  const parsed = storedEntrySchema.safeParse(untrustedEntry)
  if (!parsed.success) {
    const newer = z.looseObject({ format: z.int().gt(EVIDENCE_FORMAT) }).safeParse(untrustedEntry)
    if (newer.success) return err({ code: 'evidence/newer-format', format: newer.data.format })
    return err({ code: 'evidence/invalid-entry' })
  }
  const { name, key, sizeBytes, sha256 } = parsed.data
  const keyBytes = Buffer.from(key, 'hex')
  const entry = { name, key: new Secret(keyBytes), sizeBytes, sha256 }
  keyBytes.fill(0)
  return ok(entry)
}
