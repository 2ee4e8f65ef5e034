/**
 * Which key signs a brief and whom it is sealed for. The recipient's own come first; nothing is chosen by itself, since a
 * signature ties briefs to one hand.
 */
import { useState } from 'react'
import { sealRecipients, signingKeyFor, signingKeys } from '../../../core/keyring/chooseKey.ts'
import { daybook } from '../../bridge.ts'
import { answerOfSave, tellRefusal } from '../../saveTrouble.ts'
import { useIsReadOnly, useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { visibleTurns } from '../../visibleText.ts'
import './signAndSeal.css'

/** Ids; null for neither. */
export interface Closing {
  readonly signWith: string | null
  readonly sealFor: string | null
}
export const OPEN_AND_UNSIGNED: Closing = { signWith: null, sealFor: null }

export interface SignAndSealProps {
  readonly value: Closing
  readonly onChange: (value: Closing) => void
  /** The organisation the brief is for. */
  readonly recipient: string | null
  readonly isDisabled: boolean
}

/** No id begins with a slash. */
const NONE = '/none'

export function SignAndSeal({ value, onChange, recipient, isDisabled }: SignAndSealProps) {
  const t = useText()
  const keys = useRecords('keys')
  const recipientKeys = useRecords('recipientKeys')
  const organisations = useRecords('organisations')
  const isReadOnly = useIsReadOnly()
  const [isMaking, setMaking] = useState(false)
  const signers = theirsFirst(signingKeys({ keys }), recipient)
  const sealed = theirsFirst(sealRecipients({ recipientKeys, organisations }), recipient)
  const theirs = recipient === null ? undefined : organisations[recipient]
  const signer = value.signWith === null ? undefined : keys[value.signWith]
  const sealedFor = sealed.find(({ id }) => id === value.sealFor)
  const reader = sealedFor?.organisation ?? recipient
  const otherHand =
    signer?.organisation !== undefined && reader !== null && signer.organisation !== reader
      ? organisations[signer.organisation]?.name
      : undefined

  const make = async (name: string, organisation: string) => {
    setMaking(true)
    const reply = await answerOfSave(daybook().keysMake({ use: 'sign', name, organisation }), {
      owner: 'keyring',
      what: t('keyring.what.key'),
      retry: null,
    })
    setMaking(false)
    if (reply.ok) onChange({ ...value, signWith: reply.value.id })
    else tellRefusal(t, reply.error)
  }
  return (
    <fieldset className="release__forms sign-and-seal">
      <legend className="field__label">{t('keyring.release.title')}</legend>
      <SelectField
        label={t('keyring.release.sign')}
        options={[
          { value: NONE, label: t('keyring.release.noSign') },
          ...signers.map(({ id, name }) => ({ value: id, label: visibleTurns(name) })),
        ]}
        value={value.signWith ?? NONE}
        onChange={(id) => onChange({ ...value, signWith: id === NONE ? null : id })}
        isDisabled={isDisabled}
      />
      {theirs === undefined || signingKeyFor({ keys }, theirs.id) !== null ? null : (
        <Button
          size="small"
          isDisabled={isDisabled || isMaking || isReadOnly}
          onPress={() => void make(theirs.name, theirs.id)}
        >
          {t('keyring.release.make', { name: visibleTurns(theirs.name) })}
        </Button>
      )}
      {signer === undefined ? null : <p className="settings__lead">{t('keyring.hand')}</p>}
      {otherHand === undefined ? null : (
        <p role="alert" className="choose__problem">
          {t('keyring.release.otherHand', { organisation: visibleTurns(otherHand) })}
        </p>
      )}
      {sealed.length === 0 ? (
        <p className="settings__lead">{t('keyring.release.none')}</p>
      ) : (
        <SelectField
          label={t('keyring.release.seal')}
          description={t('keyring.release.sealHelp')}
          options={[
            { value: NONE, label: t('keyring.release.noSeal') },
            ...sealed.map(({ id, name }) => ({ value: id, label: visibleTurns(name) })),
          ]}
          value={value.sealFor ?? NONE}
          onChange={(id) => onChange({ ...value, sealFor: id === NONE ? null : id })}
          isDisabled={isDisabled}
        />
      )}
    </fieldset>
  )
}

/** Those of the recipient before all others, otherwise in their order. */
function theirsFirst<K extends { readonly organisation?: string | null | undefined }>(
  keys: readonly K[],
  recipient: string | null,
): readonly K[] {
  const isTheirs = (key: K) => recipient !== null && key.organisation === recipient
  return [...keys.filter(isTheirs), ...keys.filter((key) => !isTheirs(key))]
}
