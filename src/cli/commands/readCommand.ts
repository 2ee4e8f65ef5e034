/** `read FILE`: somebody's brief in words; with `--into LOG` its claims become source items of the organisation named. */
import { readFile } from 'node:fs/promises'
import { briefClaimWords } from '../../brief/briefClaimWords.ts'
import { type ReadBrief, readBrief } from '../../brief/readBrief.ts'
import { type ReadSignature, readSignature } from '../../brief/readSignature.ts'
import { SIGNATURE_ENDING } from '../../brief/signing/fileEndings.ts'
import type { RecipientKey } from '../../core/keyring/recipientKey.ts'
import type { Log } from '../../core/log.ts'
import { type ImportedBrief, importBrief } from '../../core/releases/importBrief.ts'
import { newId, nowInstant } from '../clock.ts'
import type { Command } from '../command.ts'
import { CliFailure, EXIT, usage } from '../exit.ts'
import { LOCK_OPTION } from '../keyOptions.ts'
import type { Output } from '../output.ts'
import { saveChange, withLog } from '../vault.ts'
import { readInput } from './importCommand.ts'

const text = { type: 'string' } as const

export const readCommand: Command = {
  spec: { positionals: ['FILE'], options: { ...LOCK_OPTION, into: text, organisation: text } },
  run: async (invocation, output) => {
    const file = invocation.path(invocation.positional('FILE'))
    const bytes = await readInput(file)
    const read = readBrief(bytes)
    if (!read.ok) {
      const details = Object.entries(read.error.fields ?? {}).map(([name, value]) => `${name}: ${value}`)
      throw new CliFailure(EXIT.refused, read.error.code, 'The file was not read as a brief.', details)
    }
    const beside = await readFile(`${file}${SIGNATURE_ENDING}`, 'utf8').catch(() => null)
    const signatureBy = (keys: readonly RecipientKey[]) => readSignature(bytes, beside, keys)
    const log = invocation.text('into')
    if (log === undefined)
      return print(read.value, await signatureBy([]), null, invocation.flag('json'), output)
    const name = invocation.text('organisation')
    if (name === undefined)
      throw usage('cli/option-missing', 'Say whose brief it is: --organisation NAME or ID.')
    await withLog(
      invocation,
      'write',
      async (session) => {
        const imported = imports(session.data, read.value, name)
        await saveChange(session, imported.change, { what: 'imported' })
        const signature = await signatureBy(Object.values(session.data.recipientKeys))
        print(read.value, signature, imported, invocation.flag('json'), output)
      },
      log,
    )
  },
}

/** Of the organisation of that id; else of that name, which may be new. */
function imports(log: Log, { data, sha256 }: ReadBrief, name: string): ImportedBrief {
  const made = importBrief(log, {
    data,
    sha256,
    from: Object.hasOwn(log.organisations, name) ? { organisation: name } : { name },
    words: (claim) => briefClaimWords(claim, data),
    now: nowInstant(),
    newId,
  })
  if (!made.ok) throw new CliFailure(EXIT.refused, made.error.code, 'Nothing was imported.')
  return made.value
}

function print(
  { data, sha256 }: ReadBrief,
  { state, key }: ReadSignature,
  imported: ImportedBrief | null,
  asJson: boolean,
  output: Output,
): void {
  const { title, asOf, language, label, incidents, claims } = data
  const counts =
    imported === null ? null : { added: imported.added, known: imported.known, repeated: imported.repeated }
  const signature = { state, signer: key?.name ?? null }
  if (asJson) {
    output.document({ sha256, signature, imported: counts, brief: data })
    return
  }
  output.line(`${title}  (as of ${asOf}, ${language}, TLP:${label})`)
  output.line(`  SHA-256 ${sha256}`)
  output.line(`  signature: ${state}${signature.signer === null ? '' : `, ${signature.signer}`}`)
  output.line(`  ${incidents.length} incidents, ${claims.length} claims`)
  for (const claim of claims) {
    const words = briefClaimWords(claim, data)
    output.line(`  ${claim.id}  ${words.text}`)
    output.line(`      ${words.grade}`)
  }
  if (counts !== null)
    output.line(
      `Imported ${counts.added} claims; ${counts.known} were there, ${counts.repeated} repeat an earlier brief.`,
    )
}
