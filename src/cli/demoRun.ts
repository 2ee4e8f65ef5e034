/**
 * `npm run demo`: the whole way without a window. Makes the demo log, grades a claim, releases a brief as PDF and
 * JSON into demo-out/, checks both files against the log, and says what was withheld.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { EXIT } from './exit.ts'
import { runCli } from './main.ts'

const FOLDER = path.join(import.meta.dirname, '../../demo-out')
const LOG = path.join(FOLDER, 'demo.daybook')
const FILES = [LOG, `${LOG}.bak`, path.join(FOLDER, 'brief.pdf'), path.join(FOLDER, 'brief.json')]

/** A rumour of the worked example that nobody could confirm or rule out. */
const ASSESSMENT = [
  's1bm87sqa9wm7qcrww52',
  '--status',
  'cannot-be-verified',
  '--credibility',
  '6',
  '--when',
  '2019-06-01',
  '--reason',
  'Asked again in spring 2019; nobody who could know has seen such a list.',
]
/** The day after the last entry, so that the brief reads as it would have then. */
const BRIEF = ['--profile', 'public', '--as-of', '2019-06-30', '--title', 'Worked example: a synthetic log']

/** Runs the steps in order; the first that fails ends the demo with its exit code. */
async function runDemo(): Promise<number> {
  await mkdir(FOLDER, { recursive: true })
  await Promise.all(FILES.map((file) => rm(file, { force: true })))
  const passphrase = randomBytes(9).toString('base64url')
  const secrets = await mkdtemp(path.join(os.tmpdir(), 'daybook-demo-'))
  const passphraseFile = path.join(secrets, 'passphrase')
  await writeFile(passphraseFile, `${passphrase}\n`, { mode: 0o600 })
  // What is remembered of the demo log goes when the demo does.
  process.env.XDG_STATE_HOME = secrets
  const say = (text: string) => process.stdout.write(`\n— ${text}\n`)
  const step = (text: string, ...args: string[]) => {
    say(text)
    return runCli([...args, '--passphrase-file', passphraseFile])
  }
  try {
    const [pdf, json] = [path.join(FOLDER, 'brief.pdf'), path.join(FOLDER, 'brief.json')]
    const steps = [
      () => step('A new log with the worked example', 'demo', LOG),
      () => step('What it holds', 'info', LOG),
      () => step('Its claims', 'list', LOG, 'claims'),
      () => step('Grading one of them', 'assess', LOG, ...ASSESSMENT),
      () => step('A brief for the public', 'brief', LOG, ...BRIEF, '--pdf', pdf, '--json', json),
      () => step('The release gate over the PDF', 'check', pdf, '--log', LOG),
      () => step('The release gate over the JSON', 'check', json, '--log', LOG),
    ]
    for (const run of steps) {
      const exit = await run()
      if (exit !== EXIT.done) return exit
    }
  } finally {
    await rm(secrets, { recursive: true, force: true })
  }
  say('Done')
  process.stdout.write(`demo-out/ holds demo.daybook, brief.pdf and brief.json.\n`)
  process.stdout.write(`Passphrase of the demo log (throw it away): ${passphrase}\n`)
  return EXIT.done
}

process.exitCode = await runDemo()
