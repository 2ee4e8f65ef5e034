/**
 * Known mistakes that trials must find, or they prove nothing.
 *
 * Two are in the disk (it forgets to sync); the others are in the program: those are planted into its source text while it is
 * loaded, so that what ships has no switch for them. Where the text to be replaced is gone, planting throws.
 */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

export const BUGS = [
  'no-fsync',
  'no-folder-fsync',
  'commit-before-fsync',
  'compaction-without-catching-up',
  'reserve-taken-for-synced',
  'no-sync-on-opening',
] as const
export type Bug = (typeof BUGS)[number]

interface Planting {
  /** End of the URL of the module. */
  readonly module: string
  readonly find: string
  readonly replace: string
}

const PLANTINGS = {
  'commit-before-fsync': {
    module: '/src/vault/file/VaultFile.ts',
    find: 'this.#writeAndSync(settled, bytes)\n    this.#tail = { position: settled + bytes.length, place: last.next }',
    replace:
      'this.#file.write(settled, bytes)\n    this.#reserve.noteWritten(settled + bytes.length)\n    this.#tail = { position: settled + bytes.length, place: last.next }\n' +
      '    this.#writeCommit()\n    this.#file.sync()\n    this.#commit.isSynced = true',
  },
  'compaction-without-catching-up': {
    module: '/src/vault/file/FileEngine.ts',
    find: '      copyRest(vault, copied, target)\n      const slots',
    replace: '      const slots',
  },
  // A torn tail looks like damage then: its later frames say that the bad one had been on the disk.
  'reserve-taken-for-synced': {
    module: '/src/vault/file/VaultFile.ts',
    find: 'sealTransactions(this.#keys.frames, this.#tail.place, settled, transactions)',
    replace: 'sealTransactions(this.#keys.frames, this.#tail.place, this.#reserve.end, transactions)',
  },
  // What a killed process left unsynced is described by a commit record that may reach the disk before it.
  'no-sync-on-opening': {
    module: '/src/vault/file/VaultFile.ts',
    find: '    this.#file.sync()\n    if (damage.pages)',
    replace: '    if (damage.pages)',
  },
} as const satisfies Partial<Record<Bug, Planting>>

type SourceBug = keyof typeof PLANTINGS

export function isSourceBug(bug: Bug): bug is SourceBug {
  return bug in PLANTINGS
}

/** Plants `bug` into what this process loads from now on. */
export function plantBug(bug: SourceBug): void {
  const { module, find, replace } = PLANTINGS[bug]
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context)
      if (!url.endsWith(module)) return loaded
      const text = readFileSync(fileURLToPath(url), 'utf8')
      if (!text.includes(find)) throw new Error(`${bug}: nothing to plant it on in ${module}`)
      return { ...loaded, source: text.replace(find, () => replace) }
    },
  })
}
