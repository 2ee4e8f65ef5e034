import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { app } from './app.ts'
import { BrowserWindow } from './browserWindow.ts'
import { standIn } from './strict.ts'

// Menus as data: nothing is drawn and accelerators do nothing, but specs find items by id and click them.

type ItemOptions = Electron.MenuItemConstructorOptions

const createdItems = new WeakSet<object>()
let applicationMenu: Electron.Menu | null = null

function createItem(options: ItemOptions): Electron.MenuItem {
  const item = standIn<Electron.MenuItem>('MenuItem', {
    id: options.id ?? '',
    type: options.type ?? (options.submenu ? 'submenu' : 'normal'),
    label: options.label ?? options.role ?? '',
    enabled: options.enabled ?? true,
    visible: options.visible ?? true,
    checked: options.checked ?? false,
    accelerator: options.accelerator ?? null,
    // Electron's own type leaves some of its roles out of MenuItem.
    role: options.role as Electron.MenuItem['role'],
    submenu: Array.isArray(options.submenu) ? createMenu(options.submenu) : options.submenu,
    click: () => {
      if (!item.enabled) return
      const window = BrowserWindow.getFocusedWindow()
      options.click?.(item, window ?? undefined, {})
      if (options.role === 'quit') app.quit()
      if (options.role === 'close') window?.close()
    },
  })
  createdItems.add(item)
  return item
}

function isItem(value: ItemOptions | Electron.MenuItem): value is Electron.MenuItem {
  return createdItems.has(value)
}

class HostMenu extends EventEmitter {
  readonly items: Electron.MenuItem[] = []

  getMenuItemById(id: string): Electron.MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
  append(item: Electron.MenuItem): void {
    this.items.push(item)
  }
  insert(position: number, item: Electron.MenuItem): void {
    this.items.splice(position, 0, item)
  }
  popup(): void {
    this.emit('menu-will-show')
  }
  closePopup(): void {
    this.emit('menu-will-close')
  }
}

function createMenu(template: ReadonlyArray<ItemOptions | Electron.MenuItem>): Electron.Menu {
  const menu = new HostMenu()
  for (const entry of template) menu.append(isItem(entry) ? entry : createItem(entry))
  return standIn<Electron.Menu>('Menu', menu)
}

/** `new MenuItem(options)` gives the public face of an item. */
export class MenuItem {
  constructor(options: ItemOptions) {
    // biome-ignore lint/correctness/noConstructorReturn: callers must get the strict face, not this shell
    return createItem(options)
  }
}

/** `new Menu()` gives the public face of a menu. */
export class Menu {
  constructor() {
    // biome-ignore lint/correctness/noConstructorReturn: callers must get the strict face, not this shell
    return createMenu([])
  }
  static buildFromTemplate(template: ReadonlyArray<ItemOptions | Electron.MenuItem>): Electron.Menu {
    return createMenu(template)
  }
  static setApplicationMenu(menu: Electron.Menu | null): void {
    applicationMenu = menu
  }
  static getApplicationMenu(): Electron.Menu | null {
    return applicationMenu
  }
}
