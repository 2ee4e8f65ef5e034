/** The system's dialogs: the only way a path enters Daybook. The renderer never sees or sends one. */
import { dialog } from 'electron'
import type { MainText } from './texts.ts'
import { mainWindow } from './window.ts'

export interface Question {
  readonly message: string
  readonly detail: string
  readonly buttons: readonly string[]
}

/** Titles and filter names come from the caller, already in the user's language. */
export interface Dialogs {
  /** Path of an existing file; null when the user closed the dialog. */
  chooseFile(title: string, extensions: readonly string[]): Promise<string | null>
  chooseNewFile(title: string, suggestedName: string): Promise<string | null>
  chooseFolder(title: string): Promise<string | null>
  /** Place of the chosen button; the first is the safe one and has the focus. Null when there is no window to ask in. */
  ask(question: Question): Promise<number | null>
}

export const systemDialogs: Dialogs = {
  chooseFile: async (title, extensions) => {
    const filters = [
      ...(extensions.length > 0 ? [{ name: title, extensions: [...extensions] }] : []),
      ALL_FILES,
    ]
    return first(await open({ title, filters, properties: ['openFile', 'dontAddToRecent'] }))
  },
  chooseNewFile: async (title, suggestedName) => {
    const options: Electron.SaveDialogOptions = {
      title,
      defaultPath: suggestedName,
      // A log never replaces a file, so nobody is asked whether it may.
      properties: ['dontAddToRecent'],
    }
    const window = mainWindow()
    const answer = await (window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options))
    return answer.canceled || answer.filePath === '' ? null : answer.filePath
  },
  chooseFolder: async (title) =>
    first(await open({ title, properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] })),
  ask: async (question) => {
    const window = mainWindow()
    return window === null ? null : askIn(window, question)
  },
}

/** Asks before half-typed text that could not be saved is lost by ending the app; the safe answer has the focus. */
export async function confirmLosing(
  window: Electron.BrowserWindow,
  text: (key: MainText) => string,
): Promise<boolean> {
  const answer = await askIn(window, {
    message: text('dialog.loseTyped.title'),
    detail: text('dialog.loseTyped.text'),
    buttons: [text('dialog.loseTyped.stay'), text('dialog.loseTyped.close')],
  })
  return answer === 1
}

async function askIn(window: Electron.BrowserWindow, question: Question): Promise<number> {
  const { message, detail, buttons } = question
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message,
    detail,
    buttons: [...buttons],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response
}

const ALL_FILES = { name: '*', extensions: ['*'] }

async function open(options: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue> {
  const window = mainWindow()
  return window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options)
}

const first = (answer: Electron.OpenDialogReturnValue): string | null =>
  answer.canceled ? null : (answer.filePaths[0] ?? null)
