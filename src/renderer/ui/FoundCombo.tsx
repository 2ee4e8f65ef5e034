/** A field that finds one of many by what is typed; who uses it does the finding. */
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { Button, ComboBox, Group, Input, ListBox, Popover } from 'react-aria-components'
import { useText } from '../text.ts'
import { BestLine, NO_MARK, outdated } from './BestLine.tsx'
import { FieldFrame, type FieldWords } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import { type Option, OptionItem } from './OptionItem.tsx'
import { takenByTab } from './takenByTab.ts'
import { useUnchosenText } from './unchosenTexts.ts'
import './controls.css'

/** What every such field may be told. */
export interface ComboWords extends FieldWords {
  readonly placeholder?: string | undefined
  readonly isDisabled?: boolean
  readonly isClearable?: boolean
  /** After a choice the field is blank again: for adding to a list. */
  readonly clearsAfterChoice?: boolean
}

export interface FoundComboProps<T extends string> extends ComboWords {
  /** What was found for the text typed. */
  readonly found: readonly Option<T>[]
  /** Is what was found of an earlier text, or not all yet? */
  readonly isLooking?: boolean
  /** What is chosen, with its words; null when nothing is. */
  readonly chosen: Option<T> | null
  /** Null when the user emptied the field, where `isClearable` lets them. */
  readonly onChange: (value: T | null) => void
  /** What is searched for; null when nothing was typed. */
  readonly typed: string | null
  readonly onType: (typed: string | null) => void
  /** Offers, as the last line, to add what was typed as something new. */
  readonly onAdd?: ((typed: string) => void) | undefined
}

/** Stands for the line that adds something new; no code and no id has a blank. */
const ADD = 'add new'

export function FoundCombo<T extends string>({
  label,
  hidesLabel = false,
  description,
  error,
  found,
  isLooking = false,
  chosen,
  onChange,
  typed,
  onType,
  placeholder,
  isDisabled = false,
  isClearable = false,
  clearsAfterChoice = false,
  onAdd,
}: FoundComboProps<T>) {
  const t = useText()
  const labelOfValue = chosen?.label ?? ''
  // Emptying the control from outside makes it open again; a fresh one in its place stays shut.
  const [turn, setTurn] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  // The control forgets a choice that its list does not hold.
  const kept = chosen && !found.some(({ value }) => value === chosen.value) ? [...found, chosen] : found
  const word = typed?.trim() ?? ''
  const offersNew = onAdd !== undefined && word !== '' && !found.some(({ label: each }) => each === word)
  const shown: readonly Option<string>[] = offersNew
    ? [...kept, { value: ADD, label: t('shell.picker.add', { text: word }) }]
    : kept

  const best = word === '' || isLooking ? null : (found[0]?.value ?? null)
  /** Enter was pressed before the search had ended: its first line is what is wanted then. */
  const [isWanted, setWanted] = useState(false)
  /** Was the field left with a text of which nothing was chosen? */
  const [isLeft, setLeft] = useState(false)
  useUnchosenText(
    word !== '',
    useCallback(() => setLeft(true), []),
  )
  const problem = isLeft && word !== '' ? t('shell.picker.chooseOrClear') : error
  const mark = useRef(NO_MARK)
  const isTab = useRef(false)
  const choose = (key: unknown) => {
    // With Tab the control takes the line it has marked, also one that was marked for an earlier text.
    if (isTab.current && key !== null && key === mark.current.earlier) return
    // The list closed without a choice, for instance because the form was scrolled: what was typed stays, and opens it
    // again. A choice of what is chosen already looks the same, but for the mark.
    if (typed !== null && (key === null || (key === chosen?.value && key !== mark.current.line))) return
    const option = kept.find((each) => each.value === key)
    onType(null)
    if (key === ADD && onAdd !== undefined) return onAdd(word)
    if (!option) return
    if (clearsAfterChoice) setTurn(turn + 1)
    onChange(option.value)
  }
  // The control repeats its own text when it opens, closes or takes a choice; only typing is a search.
  const type = (text: string) => {
    setWanted(false)
    setLeft(false)
    mark.current = outdated(mark.current)
    onType(text === labelOfValue ? null : text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    isTab.current = event.key === 'Tab'
    if (event.key === 'Escape') {
      if (word === '') return onType(null)
      // The text is given up, not the form around it, which the key would close; a fresh control has its list shut.
      event.stopPropagation()
      setTurn(turn + 1)
      return onType(null)
    }
    if (word === '') return
    if (event.key === 'Tab') {
      const line = shown.find(({ value }) => value === mark.current.line)?.value ?? null
      const taken = takenByTab<string>({ marked: line, typed: word, found, isLooking })
      if (taken !== null && taken === chosen?.value) onType(null)
      else if (taken !== null && taken !== ADD) choose(taken)
    }
    // The list may be not open yet, or just closed by a form that was scrolled: a choice does not depend on that.
    const wanted = mark.current.line ?? best
    if (event.key !== 'Enter' || (wanted !== null && wanted === chosen?.value)) return
    event.preventDefault()
    event.stopPropagation()
    if (wanted === null) setWanted(isLooking)
    else choose(wanted)
  }
  useEffect(() => {
    if (!isWanted || isLooking) return
    setWanted(false)
    if (best !== null) choose(best)
  })
  // What is chosen now was chosen elsewhere, for instance as a record made in a dialog: the text is done with.
  const value = chosen?.value ?? null
  const last = useRef(value)
  useEffect(() => {
    if (value !== last.current && typed !== null) onType(null)
    last.current = value
  }, [value, typed, onType])
  return (
    <ComboBox
      key={turn}
      autoFocus={turn > 0}
      className="field"
      items={shown}
      inputValue={typed ?? (clearsAfterChoice ? '' : labelOfValue)}
      onInputChange={type}
      value={clearsAfterChoice ? null : (chosen?.value ?? null)}
      onChange={choose}
      onBlur={() => {
        setWanted(false)
        // A text that leads nowhere is not dropped without a word.
        if (word === '') onType(null)
        else setLeft(true)
      }}
      menuTrigger="input"
      allowsEmptyCollection
      isDisabled={isDisabled}
      isInvalid={problem !== undefined && problem !== null}
      validationBehavior="aria"
    >
      <FieldFrame label={label} hidesLabel={hidesLabel} description={description} error={problem}>
        <Group className="field__group">
          <Input
            ref={input}
            className="field__input"
            dir="auto"
            spellCheck="false"
            autoComplete="off"
            onKeyDownCapture={onKeyDown}
            {...(placeholder === undefined ? {} : { placeholder })}
          />
          {isClearable && chosen !== null ? (
            <Button
              slot={null}
              className="field__open"
              aria-label={t('shell.picker.clear')}
              onPress={() => {
                onChange(null)
                // The button goes with what it emptied, and would take the focus with it.
                input.current?.focus()
              }}
            >
              <Icon name="close" size={12} />
            </Button>
          ) : null}
          <Button className="field__open">
            <Icon name="open" size={14} />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className="popover" offset={2}>
        <ListBox
          className="options"
          renderEmptyState={() => <div className="options__none">{t('shell.picker.nothingFound')}</div>}
        >
          {(option: Option) => <OptionItem id={option.value} option={option} />}
        </ListBox>
      </Popover>
      <BestLine value={best} mark={mark} />
    </ComboBox>
  )
}
