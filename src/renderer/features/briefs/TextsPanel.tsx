/**
 * Every text of a brief, read one by one by keyboard. The list keeps the focus and names the active text; the card under
 * it shows how that text will leave.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useMemo, useRef, useState } from 'react'
import { latinKey } from '../../shell/shortcuts.ts'
import { usePageKeys } from '../../shell/usePageKeys.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { announce } from '../../ui/LiveRegion.tsx'
import { visibleText } from '../../visibleText.ts'
import { TextCard } from './TextCard.tsx'
import { stateOf, type TextItem, type TextState } from './textDecisions.ts'
import { useMarking } from './useMarking.ts'
import type { TextReviewing } from './useTextReview.ts'

export interface TextsPanelProps {
  readonly reviewing: TextReviewing
  readonly language: string
}

const ROW_HEIGHT_PX = 30
const ICONS = { unread: 'sourceItems', accepted: 'tick', 'left-out': 'close' } as const

export function TextsPanel({ reviewing, language }: TextsPanelProps) {
  const t = useText()
  const { items, decisions, unread, canUndo } = reviewing
  const [onlyUnread, setOnlyUnread] = useState(false)
  const [at, setAt] = useState(0)
  const [showsOriginal, setShowsOriginal] = useState(false)
  const listId = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const shown = useMemo(
    () => (onlyUnread ? items.filter(({ key }) => stateOf(key, decisions) === 'unread') : items),
    [items, decisions, onlyUnread],
  )
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 8,
  })
  const index = Math.max(0, Math.min(at, shown.length - 1))
  const item = shown[index]
  const rowId = (row: number) => `${listId}-${row}`
  const move = (to: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, to))
    setAt(next)
    setShowsOriginal(false)
    if (shown.length > 0) virtual.scrollToIndex(next)
  }
  const marking = useMarking(item, (range, token) => {
    if (item === undefined) return
    reviewing.mask(item, range, token)
    announce(t('brief.texts.masked', { text: item.original.slice(range.start, range.end) }))
    scroller.current?.focus()
  })
  const decide = (state: TextState) => {
    if (item === undefined) return
    reviewing.decide(item, state)
    const left = unread - (stateOf(item.key, decisions) === 'unread' && state !== 'unread' ? 1 : 0)
    announce(t(`brief.texts.said.${state}`, { left }))
    // With the filter on, the text that was decided makes room for the next one.
    if (!(onlyUnread && state !== 'unread')) move(index + 1)
  }
  const undo = () => {
    if (!canUndo) return
    reviewing.undo()
    announce(t('brief.texts.undone'))
  }
  usePageKeys(canUndo ? { 'ctrl z': undo } : {})
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const key = latinKey(event)
    if (marking.onKey(key, event.shiftKey) || act(key)) {
      event.preventDefault()
      event.stopPropagation()
    }
  }
  const act = (key: string): boolean => {
    const acts: Readonly<Record<string, () => void>> = {
      arrowdown: () => move(index + 1),
      j: () => move(index + 1),
      arrowup: () => move(index - 1),
      k: () => move(index - 1),
      home: () => move(0),
      end: () => move(shown.length - 1),
      a: () => decide('accepted'),
      enter: () => decide('accepted'),
      x: () => decide('left-out'),
      m: marking.start,
      o: () => setShowsOriginal(!showsOriginal),
      u: undo,
    }
    acts[key]?.()
    return acts[key] !== undefined
  }
  if (items.length === 0) return <p className="texts__none">{t('brief.review.noTexts')}</p>
  return (
    <div className="texts">
      <div className="texts__head">
        <p role="status">{t('brief.texts.count', { read: items.length - unread, total: items.length })}</p>
        <CheckboxField
          isSelected={onlyUnread}
          onChange={(only) => {
            setOnlyUnread(only)
            setAt(0)
          }}
        >
          {t('brief.texts.onlyUnread')}
        </CheckboxField>
      </div>
      <div
        ref={scroller}
        className="texts__list"
        role="listbox"
        aria-label={t('brief.texts.list')}
        aria-describedby={`${listId}-keys`}
        {...(item === undefined ? {} : { 'aria-activedescendant': rowId(index) })}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {shown.length === 0 ? (
          // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus, though it has nothing to choose.
          <div role="option" aria-selected={false} aria-disabled className="texts__none">
            {t('brief.texts.allRead')}
          </div>
        ) : null}
        <div className="texts__rows" role="presentation" style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index: row, start }) => {
            const each = shown[row]
            return each === undefined ? null : (
              <TextRow
                key={each.key}
                id={rowId(row)}
                item={each}
                state={stateOf(each.key, decisions)}
                isActive={row === index}
                place={{ row, total: shown.length, top: start }}
                onPress={() => move(row)}
              />
            )
          })}
        </div>
      </div>
      {item === undefined ? null : (
        <TextCard
          item={item}
          state={stateOf(item.key, decisions)}
          language={language}
          reviewing={reviewing}
          marking={marking}
          showsOriginal={showsOriginal}
          onShowOriginal={setShowsOriginal}
        />
      )}
      <div className="toolbar texts__tools">
        <Button size="small" icon="tick" isDisabled={item === undefined} onPress={() => decide('accepted')}>
          {t('brief.texts.accept')}
        </Button>
        <Button size="small" icon="close" isDisabled={item === undefined} onPress={() => decide('left-out')}>
          {t('brief.texts.leaveOut')}
        </Button>
        <Button size="small" variant="quiet" icon="undo" isDisabled={!canUndo} onPress={undo}>
          {t('brief.texts.undo')}
        </Button>
      </div>
      <p className="side-part__lead" id={`${listId}-keys`}>
        {t('brief.texts.keys')}
      </p>
    </div>
  )
}

interface TextRowProps {
  readonly id: string
  readonly item: TextItem
  readonly state: TextState
  readonly isActive: boolean
  readonly place: { readonly row: number; readonly total: number; readonly top: number }
  readonly onPress: () => void
}

function TextRow({ id, item, state, isActive, place, onPress }: TextRowProps) {
  const t = useText()
  const [first] = item.places
  const words = visibleText(item.masked)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list that holds it takes the keys.
    // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the active row.
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-posinset={place.row + 1}
      aria-setsize={place.total}
      className={`texts__row texts__row--${state}${isActive ? ' texts__row--active' : ''}`}
      style={{ transform: `translateY(${place.top}px)` }}
      onClick={onPress}
    >
      <Icon name={ICONS[state]} size={14} />
      <span className="visually-hidden">
        {t('brief.texts.option', {
          state: t(`brief.texts.state.${state}`),
          where: first === undefined ? '' : t(`brief.texts.field.${first.field}`),
          text: '',
        })}
      </span>
      <bdi className="texts__place">{first === undefined || first.row === first.field ? '' : first.row}</bdi>
      <span className="texts__words" dir="auto">
        {words}
      </span>
    </div>
  )
}
