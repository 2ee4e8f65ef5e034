/** The saved views of a table: which one it stands in, whether it still shows that, and what can be done with it. */
import { type RefObject, Suspense, useState } from 'react'
import type { TableKind } from '../../core/tableView.ts'
import { useText } from '../text.ts'
import type { MenuAct } from '../ui/ActionMenu.tsx'
import { Badge } from '../ui/Badge.tsx'
import { Button } from '../ui/Button.tsx'
import { ActionMenuView, NameViewView } from './tableParts.ts'
import { useColumnFilters, usePicture, useTypedQuery } from './tableSearch.ts'
import { useFocusBeside } from './useFocusBeside.ts'
import type { TableLook } from './useTableLayout.ts'
import { removeView, storeView } from './viewActs.ts'

export interface ViewPickerProps {
  readonly kind: TableKind
  readonly look: TableLook
  readonly isReadOnly: boolean
  /** Its button. */
  readonly trigger: RefObject<HTMLButtonElement | null>
}

export function ViewPicker({ kind, look, isReadOnly, trigger }: ViewPickerProps) {
  const t = useText()
  const query = useTypedQuery(kind)
  const filters = useColumnFilters(kind)
  const picture = usePicture(kind) ?? undefined
  // A view without filters and pictures stays one that earlier versions read.
  const lookedFor = { query, filters: filters.length === 0 ? undefined : [...filters], picture }
  const [shown, setShown] = useState<'menu' | 'new' | 'rename' | null>(null)
  const { view, views, layout, isChanged } = look
  useFocusBeside(isChanged, trigger)
  const close = () => setShown(null)
  const save = () => {
    if (view !== null) void storeView(t, { ...view, ...lookedFor, layout })
  }
  const saveAs = async (name: string) => {
    const saved = await storeView(t, { id: null, kind, name, ...lookedFor, layout })
    if (saved.ok) look.standIn(saved.value.id)
    return saved
  }
  const groups: readonly (readonly MenuAct[])[] = [
    [
      {
        id: 'all',
        label: t('table.views.all'),
        isChosen: view === null,
        act: () => look.choose(null),
      },
      ...views.map((each) => ({
        id: `view ${each.id}`,
        label: each.name,
        isChosen: each.id === view?.id,
        act: () => look.choose(each),
      })),
    ],
    [
      { id: 'new', label: t('table.views.saveAs'), isDisabled: isReadOnly, act: () => setShown('new') },
      { id: 'reset', label: t('table.views.reset'), act: look.reset },
    ],
    view === null
      ? []
      : [
          {
            id: 'rename',
            label: t('table.views.rename'),
            isDisabled: isReadOnly,
            act: () => setShown('rename'),
          },
          {
            id: 'delete',
            label: t('table.views.delete'),
            isDisabled: isReadOnly,
            act: () => void removeView(t, view),
          },
        ],
  ]
  const name = view?.name ?? t('table.views.all')
  return (
    <>
      <Button
        ref={trigger}
        variant="quiet"
        icon="open"
        aria-label={t('table.views.button', { name })}
        aria-haspopup="menu"
        aria-expanded={shown === 'menu'}
        onPress={() => setShown('menu')}
      >
        <bdi className="views__name">{name}</bdi>
      </Button>
      {isChanged ? (
        <>
          <Badge tone="info">{t('table.views.changed')}</Badge>
          <Button size="small" isDisabled={isReadOnly} onPress={save}>
            {t('table.views.save')}
          </Button>
        </>
      ) : null}
      <Suspense fallback={null}>
        {shown === 'menu' ? (
          <ActionMenuView label={t('table.views.label')} groups={groups} trigger={trigger} onClose={close} />
        ) : null}
        {shown === 'new' ? (
          <NameViewView title={t('table.views.saveAs')} first="" onName={saveAs} onClose={close} />
        ) : null}
        {shown === 'rename' && view !== null ? (
          <NameViewView
            title={t('table.views.rename')}
            first={view.name}
            onName={(next) => storeView(t, { ...view, name: next })}
            onClose={close}
          />
        ) : null}
      </Suspense>
    </>
  )
}
