/** Commands from the keyboard and from the menu, wherever the focus is. */
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { daybook } from '../bridge.ts'
import { goInGuide, pageAbout } from '../features/guide/guidePlace.ts'
import { startFirstSteps } from '../features/onboarding/firstSteps.ts'
import { closeRecord, currentNavigation, goTo, leaveClaim, newRecord } from '../navigation.ts'
import { currentState } from '../store.ts'
import { pictureNow } from '../table/tableSearch.ts'
import { useText } from '../text.ts'
import { showToast } from '../ui/Toast.tsx'
import { lockLog, redoLast, undoLast } from './logCommands.ts'
import { type Shortcut, shortcutFor } from './shortcuts.ts'
import { tableKind } from './TopBar.tsx'

/** The keys, the search over everything, and the user guide. */
export type ShellDialog = 'keys' | 'find' | 'guide'

export interface Commands {
  readonly searchField: RefObject<HTMLInputElement | null>
  /** What lies over the page. */
  readonly shown: ShellDialog | null
  readonly show: (dialog: ShellDialog) => void
  readonly close: () => void
}

/** Is this where text is typed, so that letters belong to it? */
export const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type="checkbox"]):not([type="radio"]), textarea'))

/** With a dialog, a list or a menu open over the page, keys belong to it. */
export const isCovered = (): boolean =>
  document.querySelector('[role="dialog"], [role="alertdialog"], .popover') !== null

export function useCommands(): Commands {
  const t = useText()
  const searchField = useRef<HTMLInputElement>(null)
  const [shown, show] = useState<ShellDialog | null>(null)
  const close = useCallback(() => show(null), [])

  const run = useCallback(
    (shortcut: Shortcut) => {
      switch (shortcut.command) {
        case 'search':
          searchField.current?.focus()
          searchField.current?.select()
          return
        case 'new-record': {
          if (currentState().log.readOnly) return showToast({ text: t('errors.vault/read-only') })
          const { screen } = currentNavigation()
          newRecord(tableKind(screen) ?? (screen === 'board' ? 'claims' : 'incidents'))
          return
        }
        case 'undo':
          return void undoLast(t)
        case 'redo':
          return void redoLast(t)
        case 'lock':
          return void lockLog(t)
        case 'keys':
        case 'find':
          return show(shortcut.command)
        case 'first-steps':
          return startFirstSteps()
        case 'guide':
          // A key asks about what is on screen; the menu and the rail open the guide where it was left.
          goInGuide({ page: pageAbout(currentNavigation().screen, pictureNow('incidents')), part: null })
          return show('guide')
        case 'close':
          return currentNavigation().open === null ? leaveClaim() : closeRecord()
        case 'go':
          return goTo(shortcut.screen)
      }
    },
    [t],
  )

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = shortcutFor(event, isEditable(event.target))
      if (shortcut === null || event.defaultPrevented) return
      if (shortcut.command !== 'lock' && isCovered()) return
      event.preventDefault()
      run(shortcut)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [run])

  useEffect(
    () =>
      daybook().onAppCommand(({ command }) => {
        if (command === 'import' || command === 'brief' || command === 'reading')
          run({ command: 'go', screen: command })
        else if (command === 'guide') show('guide')
        else run({ command: command === 'search' ? 'find' : command })
      }),
    [run],
  )
  return { searchField, shown, show, close }
}
