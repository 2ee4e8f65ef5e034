import type Electron from 'electron'
import { askForPath, askToChoose } from './desktopDialogs.ts'
import { hostState } from './hostState.ts'

// Dialogs. Without a screen the answer is "cancelled" until a spec replaces the function, exactly as it does on
// real Electron: `app.evaluate(({ dialog }) => { dialog.showOpenDialog = async () => … })`. So this object is a
// plain one. In a window on a screen the desktop's own dialogs are used.

type First<Options> = Electron.BaseWindow | Options

/** Electron's calls take (window, options) or (options). */
function optionsOf<Options>(first: First<Options>, second: Options | undefined): Options {
  return second ?? (first as Options)
}

export const dialog = {
  async showOpenDialog(
    first: First<Electron.OpenDialogOptions>,
    second?: Electron.OpenDialogOptions,
  ): Promise<Electron.OpenDialogReturnValue> {
    const options = optionsOf(first, second)
    const isFolder = options.properties?.includes('openDirectory') === true
    const chosen = hostState.headful ? await askForPath(isFolder ? 'folder' : 'open', options) : undefined
    return { canceled: chosen === undefined, filePaths: chosen === undefined ? [] : [chosen] }
  },
  async showSaveDialog(
    first: First<Electron.SaveDialogOptions>,
    second?: Electron.SaveDialogOptions,
  ): Promise<Electron.SaveDialogReturnValue> {
    const chosen = hostState.headful ? await askForPath('save', optionsOf(first, second)) : undefined
    return { canceled: chosen === undefined, filePath: chosen ?? '' }
  },
  async showMessageBox(
    first: First<Electron.MessageBoxOptions>,
    second?: Electron.MessageBoxOptions,
  ): Promise<Electron.MessageBoxReturnValue> {
    const options = optionsOf(first, second)
    const response = hostState.headful ? await askToChoose(options) : (options.cancelId ?? 0)
    return { response, checkboxChecked: options.checkboxChecked ?? false }
  },
  showErrorBox(title: string, content: string): void {
    process.stderr.write(`${title}: ${content}\n`)
  },
} satisfies Partial<Electron.Dialog>
