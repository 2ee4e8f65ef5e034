/**
 * What opens a log: a passphrase or recovery words, from a file or asked for without echo. Never an argument: those
 * are seen by others.
 */
import { readFile } from 'node:fs/promises'
import { passphraseSecret, type Secret } from '../vault/secret.ts'
import type { VaultKey } from '../vault/slots.ts'
import { describeVaultError } from '../vault/vaultError.ts'
import { CliFailure, EXIT, usage } from './exit.ts'
import type { Invocation } from './invocation.ts'

/** Of a log that exists. */
export async function readKey(invocation: Invocation): Promise<VaultKey> {
  const wordsFile = invocation.text('recovery-key-file')
  if (wordsFile === undefined) return { kind: 'passphrase', secret: await readPassphrase(invocation) }
  if (invocation.text('passphrase-file') !== undefined) {
    throw usage('cli/option-conflict', 'Give either --passphrase-file or --recovery-key-file.')
  }
  // Loaded when needed: the list of words is long.
  const { parseRecoveryWords } = await import('../vault/recoveryKey.ts')
  const words = parseRecoveryWords(await readText(invocation.path(wordsFile)))
  if (!words.ok) throw usage(words.error.code, describeVaultError(words.error))
  return { kind: 'recovery', secret: words.value }
}

/** The passphrase of a log that exists, for what a recovery key alone cannot do. */
export function readPassphrase(invocation: Invocation): Promise<Secret> {
  refuseRecoveryKey(invocation)
  return passphraseFrom(invocation, 'passphrase-file', { prompt: 'Passphrase: ', confirm: false })
}

/** The passphrase of a log to be made; asked for twice. */
export function readFirstPassphrase(invocation: Invocation): Promise<Secret> {
  refuseRecoveryKey(invocation)
  return passphraseFrom(invocation, 'passphrase-file', { prompt: 'Passphrase: ', confirm: true })
}

/** A passphrase to be set; asked for twice. */
export function readNewPassphrase(invocation: Invocation): Promise<Secret> {
  return passphraseFrom(invocation, 'new-passphrase-file', { prompt: 'New passphrase: ', confirm: true })
}

interface Asking {
  readonly prompt: string
  readonly confirm: boolean
}

/** True when the log is to be opened with recovery words. */
export function isWithRecoveryKey(invocation: Invocation): boolean {
  return invocation.text('recovery-key-file') !== undefined
}

function refuseRecoveryKey(invocation: Invocation): void {
  if (!isWithRecoveryKey(invocation)) return
  throw usage(
    'cli/passphrase-needed',
    'This needs a passphrase. To set a new one with a recovery key, use "daybook change-passphrase" with --recovery-key-file and --new-passphrase-file.',
  )
}

async function passphraseFrom(invocation: Invocation, option: string, asking: Asking): Promise<Secret> {
  const file = invocation.text(option)
  const text =
    file === undefined
      ? await askPassphrase(option, asking)
      : firstLine(await readText(invocation.path(file)))
  if (text === '') throw usage('cli/passphrase-empty', 'The passphrase is empty.')
  return passphraseSecret(text)
}

async function readText(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '')
  } catch {
    throw new CliFailure(
      EXIT.file,
      'file/unreadable',
      'The file with the passphrase or the words cannot be read.',
    )
  }
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/\r$/, '')
}

async function askPassphrase(option: string, { prompt, confirm }: Asking): Promise<string> {
  if (!process.stdin.isTTY) {
    throw usage('cli/passphrase-missing', `No terminal to ask for the passphrase: use --${option}.`)
  }
  const first = await askHidden(prompt)
  if (confirm && (await askHidden('Again: ')) !== first) {
    throw usage('cli/passphrase-mismatch', 'The two passphrases differ; nothing was changed.')
  }
  return first
}

function askHidden(prompt: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(prompt)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  return new Promise((resolve, reject) => {
    let typed = ''
    const finish = (end: () => void): void => {
      stdin.setRawMode(false)
      stdin.pause()
      stdin.removeListener('data', read)
      stderr.write('\n')
      end()
    }
    const read = (chunk: string): void => {
      for (const key of chunk) {
        if (key === '\r' || key === '\n') {
          finish(() => resolve(typed))
          return
        }
        if (key === '\u0003') {
          finish(() => reject(usage('cli/interrupted', 'Interrupted.')))
          return
        }
        typed = key === '\u007f' || key === '\b' ? [...typed].slice(0, -1).join('') : typed + key
      }
    }
    stdin.on('data', read)
  })
}
