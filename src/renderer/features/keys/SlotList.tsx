/** What opens the log: passphrases and the recovery key, in the order in which they were set. */
import type { VaultInfoView } from '../../../shared/ipc/vault.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'

export interface SlotListProps {
  readonly slots: VaultInfoView['slots']
  readonly isReadOnly: boolean
  readonly onRemove: (id: string) => void
}

export function SlotList({ slots, isReadOnly, onRemove }: SlotListProps) {
  const t = useText()
  const passphrases = slots.filter(({ kind }) => kind === 'passphrase')
  return (
    <ul className="slots" aria-label={t('keys.slots.title')}>
      {slots.map(({ id, kind, memoryMiB }) => {
        const isRecovery = kind === 'recovery'
        const name = isRecovery
          ? t('keys.slots.recovery')
          : passphrases.length === 1
            ? t('keys.slots.passphrase')
            : t('keys.slots.numbered', { number: passphrases.findIndex((slot) => slot.id === id) + 1 })
        // Without any passphrase the log could not be opened by anybody who has only a head to keep it in.
        const isLast = !isRecovery && passphrases.length === 1
        return (
          <li key={id} className="slots__slot">
            <Icon name={isRecovery ? 'brief' : 'lock'} />
            <span className="slots__name">{name}</span>
            <span className="field__hint slots__note">
              {memoryMiB === null
                ? t('keys.slots.recoveryNote')
                : t('keys.slots.memory', { memory: Math.round(memoryMiB) })}
            </span>
            {isLast ? null : (
              <Button
                size="small"
                variant="quiet"
                isDisabled={isReadOnly}
                aria-label={t('keys.slots.removeLabel', { name })}
                onPress={() => onRemove(id)}
              >
                {t('keys.slots.remove')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
