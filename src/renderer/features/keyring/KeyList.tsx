/** Keys with what they do, for whom, since when, and what can be done with them. */

import { dateWords } from '../../dateWords.ts'
import { useIsReadOnly, useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { type AnyKey, isOwnKey } from './keyRows.ts'
import type { KeyTask } from './keyTask.ts'

export interface KeyListProps {
  readonly label: string
  readonly keys: readonly AnyKey[]
  readonly onTask: (task: KeyTask) => void
}

export function KeyList({ label, keys, onTask }: KeyListProps) {
  return (
    <ul className="key-list" aria-label={label}>
      {keys.map((key) => (
        <KeyRow key={key.id} shown={key} onTask={onTask} />
      ))}
    </ul>
  )
}

function KeyRow({ shown, onTask }: { readonly shown: AnyKey; readonly onTask: KeyListProps['onTask'] }) {
  const words = useLanguage()
  const { t, comma } = words
  const isReadOnly = useIsReadOnly()
  const organisations = useRecords('organisations')
  const { use, organisation, createdAt, retiredAt } = shown
  const name = visibleTurns(shown.name)
  const whose = organisation === undefined ? undefined : organisations[organisation]?.name
  const facts = [
    t(`keyring.use.${use}`),
    ...(whose === undefined ? [] : [t('keyring.for', { organisation: visibleTurns(whose) })]),
    t('keyring.added', { date: dateWords(createdAt.slice(0, 10), words) }),
  ]
  return (
    <li className="key-list__key">
      <div className="key-list__what">
        <span className="key-list__name">
          <bdi>{name}</bdi>
        </span>
        {retiredAt === undefined ? null : (
          <Badge>{t('keyring.retired', { date: dateWords(retiredAt.slice(0, 10), words) })}</Badge>
        )}
        <span className="field__hint key-list__facts">{facts.join(comma)}</span>
      </div>
      <div className="key-list__actions">
        <Button
          size="small"
          aria-label={t('keyring.showOf', { name })}
          onPress={() => onTask({ kind: 'show', id: shown.id })}
        >
          {t('keyring.show')}
        </Button>
        {retiredAt === undefined && isOwnKey(shown) ? (
          <Button
            size="small"
            variant="quiet"
            isDisabled={isReadOnly}
            aria-label={t('keyring.rotate.openOf', { name })}
            onPress={() => onTask({ kind: 'rotate', of: shown })}
          >
            {t('keyring.rotate.open')}
          </Button>
        ) : null}
        {retiredAt === undefined ? (
          <Button
            size="small"
            variant="quiet"
            isDisabled={isReadOnly}
            aria-label={t('keyring.retire.openOf', { name })}
            onPress={() => onTask({ kind: 'retire', of: shown })}
          >
            {t('keyring.retire.open')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
