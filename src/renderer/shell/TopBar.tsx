/** Search of the current table and of everything, undo and redo, keys, lock. */
import type { RefObject } from 'react'
import { EDITABLE_KINDS, type EditableKind } from '../../shared/ipc/views.ts'
import { type Screen, useNavigation } from '../navigation.ts'
import { useLogState } from '../store.ts'
import { typeQuery, useTypedQuery } from '../table/tableSearch.ts'
import { useText } from '../text.ts'
import { Button } from '../ui/Button.tsx'
import { SearchBox } from '../ui/SearchBox.tsx'
import { Toolbar } from '../ui/Toolbar.tsx'
import { useMedia } from '../useMedia.ts'
import { lockLog, redoLast, undoLast } from './logCommands.ts'
import type { ShellDialog } from './useCommands.ts'

export interface TopBarProps {
  readonly searchField: RefObject<HTMLInputElement | null>
  readonly onShow: (dialog: ShellDialog) => void
}

/** The kind of record a screen is the table of; null for the others. */
export function tableKind(screen: Screen): EditableKind | null {
  return EDITABLE_KINDS.find((kind) => kind === screen) ?? null
}

/** The table whose search stands above a screen: pictures are made of the incidents that theirs leaves. */
const searchedKind = (screen: Screen): EditableKind | null =>
  screen === 'map' || screen === 'acts' ? 'incidents' : tableKind(screen)

export function TopBar({ searchField, onShow }: TopBarProps) {
  const t = useText()
  const { screen, claim } = useNavigation()
  const { canUndo, canRedo } = useLogState()
  const kind = claim === null ? searchedKind(screen) : null
  return (
    <header className="topbar">
      <div className="topbar__search">
        {kind === null ? null : <TableSearch key={kind} kind={kind} field={searchField} />}
      </div>
      <Toolbar label={t('shell.actions.label')}>
        <Button icon="search" onPress={() => onShow('find')}>
          {t('search.title')}
        </Button>
        <Button
          variant="quiet"
          icon="undo"
          aria-label={t('shell.actions.undo')}
          isDisabled={!canUndo}
          onPress={() => void undoLast(t)}
        />
        <Button
          variant="quiet"
          icon="redo"
          aria-label={t('shell.actions.redo')}
          isDisabled={!canRedo}
          onPress={() => void redoLast(t)}
        />
        <Button variant="quiet" aria-label={t('shell.actions.keys')} onPress={() => onShow('keys')}>
          ?
        </Button>
        <Button icon="lock" onPress={() => void lockLog(t)}>
          {t('shell.actions.lock')}
        </Button>
      </Toolbar>
    </header>
  )
}

/** Where the examples would be cut. */
const NARROW = '(width < 68rem)'

interface TableSearchProps {
  readonly kind: EditableKind
  readonly field: RefObject<HTMLInputElement | null>
}

function TableSearch({ kind, field }: TableSearchProps) {
  const t = useText()
  const typed = useTypedQuery(kind)
  const isNarrow = useMedia(NARROW)
  return (
    <SearchBox
      label={t('shell.search.label')}
      placeholder={t(isNarrow ? 'shell.search.short' : 'shell.search.placeholder')}
      value={typed}
      onChange={(text) => typeQuery(kind, text)}
      field={field}
    />
  )
}
