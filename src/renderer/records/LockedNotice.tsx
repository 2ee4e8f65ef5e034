/** Says that fields of the record are locked, and shows or hides them for this record alone. */
import { useEffect, useRef } from 'react'
import { errorText } from '../errorText.ts'
import { useText } from '../text.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import type { LockedFields } from './useLockedFields.ts'

export interface LockedNoticeProps {
  readonly kind: 'persons' | 'sources'
  readonly locked: LockedFields
  /** Hiding what is typed and not saved would lose it. */
  readonly isUnsaved: boolean
}

export function LockedNotice({ kind, locked, isUnsaved }: LockedNoticeProps) {
  const t = useText()
  const button = useRef<HTMLButtonElement>(null)
  const isShown = locked.values !== null
  const wasShown = useRef(isShown)
  // One button takes the place of the other: the focus stays on it.
  useEffect(() => {
    if (wasShown.current !== isShown) button.current?.focus()
    wasShown.current = isShown
  }, [isShown])
  return (
    <div className="locked">
      <Icon name="lock" />
      <p className="locked__text">{t(isShown ? 'forms.locked.shown' : `forms.locked.${kind}`)}</p>
      {isShown ? (
        <Button ref={button} size="small" onPress={locked.hide} isDisabled={isUnsaved}>
          {t('forms.locked.hide')}
        </Button>
      ) : (
        <Button ref={button} size="small" onPress={locked.show}>
          {t('forms.locked.show')}
        </Button>
      )}
      {locked.failure === null ? null : <Banner kind="error">{errorText(t, locked.failure)}</Banner>}
    </div>
  )
}
