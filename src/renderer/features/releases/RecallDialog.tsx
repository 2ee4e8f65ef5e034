/** Recalls a brief: from which day, why, whom to tell. */
import { useState } from 'react'
import { daySchema } from '../../../core/claim.ts'
import type { ReleaseRow } from '../../../shared/ipc/releases.ts'
import { daybook } from '../../bridge.ts'
import { errorText } from '../../errorText.ts'
import { useRecords, useToday } from '../../store.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { saveOfRelease } from './saveOfRelease.ts'

export interface RecallDialogProps {
  readonly release: ReleaseRow
  readonly onClose: () => void
}

export function RecallDialog({ release, onClose }: RecallDialogProps) {
  const t = useText()
  const organisations = useRecords('organisations')
  const [on, setOn] = useState(useToday())
  const [reason, setReason] = useState('')
  const [tell, setTell] = useState<readonly string[]>(release.recipient === null ? [] : [release.recipient])
  const [tellOthers, setTellOthers] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const readers = Object.values(organisations).filter(
    ({ id, roles }) => tell.includes(id) || roles.includes('recipient-of-briefs'),
  )
  const isReady = reason.trim() !== '' && daySchema.safeParse(on.trim()).success
  const save = async () => {
    const recall = { on: on.trim(), reason: reason.trim(), tell: [...tell], tellOthers }
    const refusal = await saveOfRelease(t, 'opening.what.recall', () =>
      daybook().releasesRecall({ id: release.id, recall }),
    )
    if (refusal === null) onClose()
    else setFailure(errorText(t, refusal))
  }
  return (
    <Dialog
      title={t('releases.recall.title')}
      onClose={onClose}
      footer={
        <Button variant="primary" isDisabled={!isReady} onPress={() => void save()}>
          {t('releases.recall.title')}
        </Button>
      }
    >
      <p>{t('releases.recall.lead')}</p>
      {failure === null ? null : <Banner kind="error">{failure}</Banner>}
      <TextField label={t('releases.recall.on')} value={on} onChange={setOn} textDirection="ltr" />
      <TextArea
        label={t('releases.recall.reason')}
        value={reason}
        onChange={setReason}
        rows={2}
        maxLength={2_000}
      />
      {readers.length === 0 ? null : (
        <fieldset className="release__forms">
          <legend className="field__label">{t('releases.recall.tell')}</legend>
          {readers.map(({ id, name }) => (
            <CheckboxField
              key={id}
              isSelected={tell.includes(id)}
              onChange={(isOn) => setTell(isOn ? [...tell, id] : tell.filter((each) => each !== id))}
            >
              <bdi>{visibleTurns(name)}</bdi>
            </CheckboxField>
          ))}
        </fieldset>
      )}
      <TextArea
        label={t('releases.recall.others')}
        value={tellOthers}
        onChange={setTellOthers}
        rows={2}
        maxLength={20_000}
      />
    </Dialog>
  )
}
