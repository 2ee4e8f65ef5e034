/** The passphrase: first line of a file, or asked for without echo. Never an argument: those are seen by others. */
import { readFile } from 'node:fs/promises'
import { passphraseSecret, type Secret } from '../vault/secret.ts'
import { CliFailure, EXIT, usage } from './exit.ts'
import type { Invocation } from './invocation.ts'

/** @param confirm ask twice, for a new log. */
export async function readPassphrase(invocation: Invocation, confirm: boolean): Promise<Secret> {
  const file = invocation.text('passphrase-file')
  const text = file === undefined ? await askPassphrase(confirm) : await readFirstLine(invocation.path(file))
  if (text === '') throw usage('cli/passphrase-empty', 'The passphrase is empty.')
  return passphraseSecret(text)
}

async function readFirstLine(path: string): Promise<string> {
  try {
    const text = await readFile(path, 'utf8')
    return (text.replace(/^\uFEFF/, '').split('\n')[0] ?? '').replace(/\r$/, '')
  } catch {
    throw new CliFailure(EXIT.file, 'file/unreadable', 'The passphrase file cannot be read.')
  }
}

async function askPassphrase(confirm: boolean): Promise<string> {
  if (!process.stdin.isTTY) {
    throw usage('cli/passphrase-missing', 'No terminal to ask for the passphrase: use --passphrase-file.')
  }
  const first = await askHidden('Passphrase: ')
  if (confirm && (await askHidden('Again: ')) !== first) {
    throw usage('cli/passphrase-mismatch', 'The two passphrases differ; nothing was created.')
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
