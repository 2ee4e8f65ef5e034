/** `unseal FILE --log LOG`: opens what was sealed for one of the log's own age keys, into a folder. */
import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { unsealBytes } from '../../brief/signing/ageSeal.ts'
import { type ArchiveFile, readTar } from '../../brief/signing/tarArchive.ts'
import { discardFile, publishFile, type StagedFile, stageFile } from '../../brief/writeReleased.ts'
import type { Command } from '../command.ts'
import { CliFailure, EXIT, usage } from '../exit.ts'
import { withLog } from '../vault.ts'
import { readInput } from './importCommand.ts'

const text = { type: 'string' } as const

export const unsealCommand: Command = {
  spec: { positionals: ['FILE'], options: { log: text, out: text } },
  run: async (invocation, output) => {
    const file = invocation.path(invocation.positional('FILE'))
    const log = invocation.requiredText('log')
    const untrusted = await readInput(file)
    const identities = await withLog(
      invocation,
      'read',
      async ({ data }) =>
        Object.values(data.keys).flatMap(({ id, use }) => {
          const secret = use === 'open' ? data.keySecrets[id]?.secret : undefined
          return secret === undefined ? [] : [secret]
        }),
      log,
    )
    if (identities.length === 0)
      throw usage('keys/not-found', 'The log has no key that opens: make one with keys LOG new --use open.')
    const opened = await unsealBytes(untrusted, identities)
    if (!opened.ok) {
      const sentence =
        opened.error === 'seal/not-for-us'
          ? 'It is sealed for somebody else.'
          : 'It is no sealed file, or was altered: nothing was written.'
      throw new CliFailure(EXIT.refused, opened.error, sentence)
    }
    const folder = invocation.path(invocation.text('out') ?? path.dirname(invocation.positional('FILE')))
    // What is no archive of ours is one file, under its own name without the ending.
    const files = readTar(opened.value) ?? [{ name: nameWithin(file), bytes: opened.value }]
    const paths = await writeAll(folder, files)
    if (invocation.flag('json')) output.document({ files: paths })
    else {
      for (const each of paths) output.line(`wrote ${each}`)
      output.line('Whose it is was not checked: use “daybook verify” on each file.')
    }
  },
}

function nameWithin(file: string): string {
  const name = path.basename(file).replace(/\.age$/, '')
  return name === path.basename(file) ? `${name}.opened` : name
}

/** All files or none; nothing that is there already is written over. */
async function writeAll(folder: string, files: readonly ArchiveFile[]): Promise<string[]> {
  const staged: StagedFile[] = []
  try {
    await mkdir(folder, { recursive: true })
    for (const { name, bytes } of files) {
      const target = path.join(folder, name)
      if (await isThere(target))
        throw new CliFailure(EXIT.file, 'disk/file-exists', `${name} is there already.`)
      staged.push(await stageFile(target, bytes))
    }
    for (const file of staged) await publishFile(file)
    return staged.map(({ target }) => target)
  } catch (error) {
    if (error instanceof CliFailure) throw error
    throw new CliFailure(EXIT.file, 'disk/not-written', 'The files could not be written.')
  } finally {
    await Promise.all(staged.map(discardFile))
  }
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )
