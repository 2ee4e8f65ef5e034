/** A menu of acts beside what it belongs to; shown while it is rendered. Arrow keys, letters, Escape. */
import type { RefObject } from 'react'
import { Menu, MenuItem, Popover, Separator, Text, VisuallyHidden } from 'react-aria-components'
import { useText } from '../text.ts'
import { Icon } from './Icon.tsx'

export interface MenuAct {
  readonly id: string
  readonly label: string
  /** One of several that stand to choose from; undefined for a plain act. */
  readonly isChosen?: boolean
  readonly isDisabled?: boolean
  /** It may well be wanted several times. */
  readonly staysOpen?: boolean
  readonly act: () => void
}

export interface ActionMenuProps {
  readonly label: string
  /** In their groups, which a line parts. */
  readonly groups: readonly (readonly MenuAct[])[]
  readonly trigger: RefObject<Element | null>
  readonly onClose: () => void
}

export function ActionMenu({ label, groups, trigger, onClose }: ActionMenuProps) {
  const acts = groups.flat()
  const filled = groups.filter((group) => group.length > 0)
  return (
    <Popover
      className="popover"
      isOpen
      triggerRef={trigger}
      placement="bottom start"
      offset={2}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Menu
        className="options"
        aria-label={label}
        autoFocus="first"
        disabledKeys={acts.filter(({ isDisabled }) => isDisabled).map(({ id }) => id)}
        onAction={(key) => {
          const chosen = acts.find(({ id }) => id === key)
          if (!chosen?.staysOpen) onClose()
          chosen?.act()
        }}
      >
        {filled.flatMap((group, index) => [
          ...(index === 0 ? [] : [<Separator key={`line ${group[0]?.id}`} className="menu__line" />]),
          ...group.map(({ id, label: words, isChosen }) => (
            <MenuItem key={id} id={id} textValue={words} className="option">
              <span className="option__tick">{isChosen ? <Icon name="tick" size={14} /> : null}</span>
              <Text slot="label" dir="auto">
                {isChosen ? <ChosenWords words={words} /> : words}
              </Text>
            </MenuItem>
          )),
        ])}
      </Menu>
    </Popover>
  )
}

/** A tick says it to the eyes. */
function ChosenWords({ words }: { readonly words: string }) {
  const t = useText()
  return (
    <>
      <span aria-hidden="true">{words}</span>
      <VisuallyHidden>{t('table.menu.chosen', { name: words })}</VisuallyHidden>
    </>
  )
}
