/** What can be gone to and done by its name, beside the records that are found. */
import { EDITABLE_KINDS } from '../../shared/ipc/views.ts'
import { THEMES } from '../../shared/themes.ts'
import { startFirstSteps } from '../features/onboarding/firstSteps.ts'
import { saveSettings } from '../features/settings/saveSettings.ts'
import { INCIDENT_PICTURES } from '../features/views/incidentPictures.ts'
import { goTo, goToRecord, SCREENS } from '../navigation.ts'
import { lockLog, redoLast, undoLast } from '../shell/logCommands.ts'
import { keysOnPlatform, sectionKeys } from '../shell/shortcuts.ts'
import { useAppInfo, useLogState } from '../store.ts'
import { showPicture } from '../table/tableSearch.ts'
import { useText } from '../text.ts'

export interface PaletteEntry {
  readonly id: string
  readonly label: string
  /** The keys that do the same. */
  readonly keys?: string
  readonly run: () => void
}

export interface PaletteHelps {
  readonly onGuide: () => void
  readonly onKeys: () => void
}

export interface Palette {
  readonly sections: readonly PaletteEntry[]
  readonly commands: readonly PaletteEntry[]
}

export function usePaletteEntries({ onGuide, onKeys }: PaletteHelps): Palette {
  const t = useText()
  const { readOnly, canUndo, canRedo } = useLogState()
  const info = useAppInfo()
  const keys = (combination: string) => keysOnPlatform(combination, navigator.platform).join(' ')
  const sections: PaletteEntry[] = [
    ...SCREENS.map((screen) => ({
      id: `section ${screen}`,
      label: t(`shell.rail.${screen}`),
      keys: keys(sectionKeys(screen)),
      run: () => goTo(screen),
    })),
    ...INCIDENT_PICTURES.filter(({ name }) => name !== 'map').map(({ name, label }) => ({
      id: `picture ${name}`,
      label: t(label),
      run: () => {
        showPicture('incidents', name)
        goTo('incidents')
      },
    })),
    { id: 'guide', label: t('guide.title'), run: onGuide },
    { id: 'first steps', label: t('onboarding.region'), run: startFirstSteps },
  ]
  const changes: PaletteEntry[] = [
    ...EDITABLE_KINDS.map((kind) => ({
      id: `new ${kind}`,
      label: t(`table.${kind}.new`),
      run: () => goToRecord(kind, null),
    })),
    ...(canUndo
      ? [{ id: 'undo', label: t('shell.keys.undo'), keys: keys('Ctrl Z'), run: () => void undoLast(t) }]
      : []),
    ...(canRedo
      ? [{ id: 'redo', label: t('shell.keys.redo'), keys: keys('Ctrl Shift Z'), run: () => void redoLast(t) }]
      : []),
  ]
  const themes =
    info === null
      ? []
      : THEMES.map((theme) => ({
          id: `theme ${theme}`,
          label: t('search.command.theme', { theme: t(`settings.theme.${theme}`) }),
          run: () => void saveSettings({ ...info.settings, theme }),
        }))
  return {
    sections,
    commands: [
      ...(readOnly ? [] : changes),
      { id: 'lock', label: t('shell.keys.lock'), keys: keys('Ctrl L'), run: () => void lockLog(t) },
      { id: 'keys', label: t('shell.keys.title'), keys: '?', run: onKeys },
      ...themes,
    ],
  }
}
