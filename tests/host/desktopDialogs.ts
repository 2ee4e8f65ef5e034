import { execFile } from 'node:child_process'
import path from 'node:path'
import type Electron from 'electron'
import { currentBrowser } from './browser.ts'
import { hostState } from './hostState.ts'

// Dialogs for a development shell on a screen, where there is no Electron to draw them: zenity or kdialog where
// the desktop has one, otherwise a prompt in the page that asks for the path.

type Purpose = 'open' | 'save' | 'folder'
type FileOptions = Pick<Electron.OpenDialogOptions, 'title' | 'defaultPath'>

interface Answer {
  /** Undefined when the program does not exist here. */
  readonly code: number | undefined
  readonly text: string
}

function run(program: string, args: readonly string[]): Promise<Answer> {
  return new Promise((resolve) => {
    execFile(program, args, (error, stdout) => {
      if (error && typeof error.code !== 'number') resolve({ code: undefined, text: '' })
      else resolve({ code: error ? Number(error.code) : 0, text: stdout.replace(/\n$/, '') })
    })
  })
}

/** Asks for a file or folder; undefined when the user cancelled. */
export async function askForPath(purpose: Purpose, options: FileOptions): Promise<string | undefined> {
  const title = options.title ?? 'Daybook'
  const start = options.defaultPath ?? ''
  const zenity = [
    '--file-selection',
    `--title=${title}`,
    ...(start ? [`--filename=${start}`] : []),
    ...(purpose === 'save' ? ['--save', '--confirm-overwrite'] : []),
    ...(purpose === 'folder' ? ['--directory'] : []),
  ]
  const kdialogCommand = {
    open: '--getopenfilename',
    save: '--getsavefilename',
    folder: '--getexistingdirectory',
  }
  const kdialog = ['--title', title, kdialogCommand[purpose], start || '.']
  for (const [program, args] of [
    ['zenity', zenity],
    ['kdialog', kdialog],
  ] as const) {
    const { code, text } = await run(program, args)
    if (code === 0 && text !== '') return path.resolve(text)
    if (code !== undefined) return undefined
  }
  const question = purpose === 'save' ? 'Full path of the file to write:' : 'Full path to open:'
  const typed = await askInPage(
    `window.prompt(${JSON.stringify(`${title}\n${question}`)}, ${JSON.stringify(start)})`,
  )
  return typeof typed === 'string' && typed !== '' ? path.resolve(typed) : undefined
}

/** Shows a message with its buttons; returns the place of the chosen one. */
export async function askToChoose(options: Electron.MessageBoxOptions): Promise<number> {
  const buttons = options.buttons ?? ['OK']
  const cancelId = options.cancelId ?? buttons.length - 1
  const text = [options.message, options.detail].filter(Boolean).join('\n\n')
  if (buttons.length === 1) {
    await askInPage(`window.alert(${JSON.stringify(text)})`)
    return 0
  }
  const choices = buttons.map((label, at) => `${at + 1} = ${label}`).join('\n')
  const initial = String((options.defaultId ?? cancelId) + 1)
  const typed = await askInPage(
    `window.prompt(${JSON.stringify(`${text}\n\n${choices}`)}, ${JSON.stringify(initial)})`,
  )
  const chosen = Number(typed) - 1
  return Number.isInteger(chosen) && chosen >= 0 && chosen < buttons.length ? chosen : cancelId
}

async function askInPage(expression: string): Promise<unknown> {
  const sessionId = hostState.windows.at(-1)?.webContents.sessionId
  if (sessionId === undefined) return undefined
  const answer = await currentBrowser().post(
    'Runtime.evaluate',
    { expression, returnByValue: true },
    sessionId,
  )
  return answer?.result.value
}
