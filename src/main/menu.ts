/** The application menu. Items tell the window what was asked; the window does it, with its own checks. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { EventValue } from '../shared/ipc/contract.ts'
import { type MainText, mainText } from './texts.ts'

type Command = EventValue<'app.command'>['command']

const IS_MAC = process.platform === 'darwin'

/** @param language BCP 47. */
export function setMenu(language: string, tell: (command: Command) => void): void {
  const label = (key: MainText) => mainText(language, key)
  const item = (id: Command, key: MainText, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label: label(key),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
    click: () => tell(id),
  })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(IS_MAC ? [{ role: 'appMenu' as const }] : []),
      {
        label: label('menu.file'),
        submenu: [
          item('new-record', 'menu.newRecord'),
          item('import', 'menu.import'),
          item('brief', 'menu.brief'),
          item('reading', 'menu.reading'),
          { type: 'separator' },
          item('lock', 'menu.lock', 'CommandOrControl+L'),
          { type: 'separator' },
          { role: 'quit', label: label('menu.quit') },
        ],
      },
      {
        label: label('menu.edit'),
        submenu: [
          // On macOS a menu's keys cannot be switched off, and these would reach the log while somebody types.
          ...(IS_MAC
            ? [{ role: 'undo' as const }, { role: 'redo' as const }]
            : [
                item('undo', 'menu.undo', 'CommandOrControl+Z'),
                item('redo', 'menu.redo', 'CommandOrControl+Shift+Z'),
              ]),
          { type: 'separator' },
          { role: 'cut', label: label('menu.cut') },
          { role: 'copy', label: label('menu.copy') },
          { role: 'paste', label: label('menu.paste') },
          { role: 'selectAll', label: label('menu.selectAll') },
          { type: 'separator' },
          item('search', 'menu.search', 'CommandOrControl+K'),
        ],
      },
      {
        label: label('menu.view'),
        submenu: [
          { role: 'resetZoom', label: label('menu.zoomReset') },
          { role: 'zoomIn', label: label('menu.zoomIn') },
          { role: 'zoomOut', label: label('menu.zoomOut') },
          { type: 'separator' },
          { role: 'togglefullscreen', label: label('menu.fullScreen') },
        ],
      },
      {
        role: 'help',
        label: label('menu.help'),
        submenu: [
          item('guide', 'menu.guide', 'F1'),
          item('first-steps', 'menu.firstSteps'),
          item('keys', 'menu.keys'),
        ],
      },
    ]),
  )
}
