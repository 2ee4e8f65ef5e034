/**
 * What is done to finished files that have passed the gate: signed one by one, then sealed together for one reader.
 * Neither changes a byte of them.
 */
import { createHash } from 'node:crypto'
import { type AppError, appError } from '../../core/appError.ts'
import { type BriefForm, extensionOf } from '../../core/briefForms.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { sealBytes } from './ageSeal.ts'
import { SIGNATURE_ENDING } from './fileEndings.ts'
import { openMinisignSecret } from './minisignKey.ts'
import { signBytes } from './minisignSignature.ts'
import { type ArchiveFile, writeTar } from './tarArchive.ts'

export interface Protection {
  /** The signing key's secret, as the log keeps it; null for no signature. */
  readonly signingSecret: string | null
  /** Null leaves the files open. */
  readonly seal: {
    /** `age1…` */
    readonly recipient: string
    /** Absolute path of the one file that is written in place of all others. */
    readonly path: string
    /** As text between BEGIN and END lines. */
    readonly isArmored?: boolean
  } | null
}

export interface FileToWrite {
  /** Absolute. */
  readonly path: string
  readonly bytes: Uint8Array
}

interface BriefFile extends FileToWrite {
  readonly form: BriefForm
}

/** What to write in place of the files: they and their signatures, or one sealed file. `seal/recipient-unreadable`. */
export async function protectFiles(
  files: readonly BriefFile[],
  { signingSecret, seal }: Protection,
): Promise<Result<readonly FileToWrite[], AppError>> {
  const key = signingSecret === null ? null : await openMinisignSecret(signingSecret)
  try {
    const signed = await Promise.all(
      files.map(async ({ form, path, bytes }) => {
        const signature = key === null ? null : new TextEncoder().encode(await signBytes(bytes, key))
        return { form, path, bytes, signature }
      }),
    )
    if (seal === null) {
      return ok(
        signed.flatMap(({ path, bytes, signature }) => [
          { path, bytes },
          ...(signature === null ? [] : [{ path: `${path}${SIGNATURE_ENDING}`, bytes: signature }]),
        ]),
      )
    }
    const stem = contentName(files)
    const archive = signed.flatMap(({ form, bytes, signature }): ArchiveFile[] => {
      const name = `${stem}.${extensionOf(form)}`
      return [
        { name, bytes },
        ...(signature === null ? [] : [{ name: `${name}${SIGNATURE_ENDING}`, bytes: signature }]),
      ]
    })
    const sealed = await sealBytes(writeTar(archive), seal.recipient, seal.isArmored)
    if (!sealed.ok) return err(appError(sealed.error))
    return ok([{ path: seal.path, bytes: sealed.value }])
  } finally {
    key?.secretKey.fill(0)
  }
}

/** The name inside: neither title nor day, the same for the same files, and another for others. */
function contentName(files: readonly BriefFile[]): string {
  const hash = createHash('sha256')
  for (const { bytes } of files) hash.update(createHash('sha256').update(bytes).digest())
  return `brief-${hash.digest('hex').slice(0, 12)}`
}
