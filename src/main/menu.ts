/** The application menu. Items tell the window what was asked; the window does it, with its own checks. */
import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { EventValue } from '../shared/ipc/contract.ts'
import { type MainText, mainText } from './texts.ts'

type Command = EventValue<'app.command'>['command']

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
      {
        label: label('menu.file'),
        submenu: [
          item('new-record', 'menu.newRecord'),
          item('import', 'menu.import'),
          item('brief', 'menu.brief'),
          { type: 'separator' },
          item('lock', 'menu.lock', 'CommandOrControl+L'),
          { type: 'separator' },
          { role: 'quit', label: label('menu.quit') },
        ],
      },
      {
        label: label('menu.edit'),
        submenu: [
          item('undo', 'menu.undo', 'CommandOrControl+Z'),
          item('redo', 'menu.redo', 'CommandOrControl+Shift+Z'),
          { type: 'separator' },
          { role: 'cut', label: label('menu.cut') },
          { role: 'copy', label: label('menu.copy') },
          { role: 'paste', label: label('menu.paste') },
          { role: 'selectAll', label: label('menu.selectAll') },
          { type: 'separator' },
          item('search', 'menu.search', 'CommandOrControl+K'),
        ],
      },
    ]),
  )
}
