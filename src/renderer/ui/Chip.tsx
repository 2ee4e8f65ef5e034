/** A linked thing as a small box: opens when it can be opened, goes when it can be removed. */
import { Button } from 'react-aria-components'
import { useText } from '../text.ts'
import { visibleTurns } from '../visibleText.ts'
import { Icon } from './Icon.tsx'
import './controls.css'

export interface ChipProps {
  readonly text: string
  readonly mark?: React.ReactNode
  readonly onOpen?: (() => void) | undefined
  readonly onRemove?: (() => void) | undefined
}

export function Chip({ text, mark, onOpen, onRemove }: ChipProps) {
  const t = useText()
  return (
    <span className="chip">
      {mark}
      {onOpen ? (
        <Button className="chip__text" onPress={onOpen}>
          <bdi>{visibleTurns(text)}</bdi>
        </Button>
      ) : (
        <span className="chip__text">
          <bdi>{visibleTurns(text)}</bdi>
        </span>
      )}
      {onRemove ? (
        <Button
          className="chip__remove"
          aria-label={t('shell.chip.remove', { text: visibleTurns(text) })}
          onPress={onRemove}
        >
          <Icon name="close" size={12} />
        </Button>
      ) : null}
    </span>
  )
}
