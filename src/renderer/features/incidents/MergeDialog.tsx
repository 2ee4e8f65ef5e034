/** Chooses the incident that another one is merged into, and says what that does before it is done. */
import { useMemo, useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import { daybook } from '../../bridge.ts'
import { errorText } from '../../errorText.ts'
import { useRecordOption, useRecordSearch } from '../../forms/useRecordSearch.ts'
import { answerOfSave, isTroubleOfPlace } from '../../saveTrouble.ts'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FoundCombo } from '../../ui/FoundCombo.tsx'

export interface MergeDialogProps {
  readonly id: string
  readonly onMerged: (into: string) => void
  readonly onClose: () => void
}

const KINDS = ['incidents'] as const
const OWNER = 'merge'

export function MergeDialog({ id, onMerged, onClose }: MergeDialogProps) {
  const t = useText()
  // What was said to be the same is the likeliest to be meant.
  const said = useRecords('incidents')[id]
  const [into, setInto] = useState(said?.duplicateOf ?? said?.possibleDuplicateOf[0] ?? '')
  const [typed, setTyped] = useState<string | null>(null)
  const [isMissing, setMissing] = useState(false)
  const [refusal, setRefusal] = useState<AppError | null>(null)
  const skip = useMemo(() => new Set([id]), [id])
  const search = useRecordSearch(KINDS, typed, skip)
  const chosen = useRecordOption(KINDS, into)
  const merge = async () => {
    setMissing(into === '')
    if (into === '') return
    const reply = await answerOfSave(daybook().incidentsMerge({ from: id, into }), {
      owner: OWNER,
      what: t('forms.merge.what'),
      retry: null,
    })
    if (reply.ok) return onMerged(into)
    if (isTroubleOfPlace(reply.error)) onClose()
    else setRefusal(reply.error)
  }
  return (
    <Dialog
      title={t('forms.merge.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('shell.dialog.cancel')}</Button>
          <Button variant="primary" onPress={() => void merge()}>
            {t('forms.merge.confirm')}
          </Button>
        </>
      }
    >
      <div className="dialog__form">
        <p>{t('forms.merge.body')}</p>
        <FoundCombo
          label={t('forms.merge.into')}
          placeholder={t('forms.link.placeholder')}
          {...search}
          chosen={chosen}
          onChange={(value) => setInto(value ?? '')}
          typed={typed}
          onType={setTyped}
          isClearable
          error={isMissing ? t('forms.merge.needed') : null}
        />
        {refusal === null ? null : <Banner kind="error">{errorText(t, refusal)}</Banner>}
      </div>
    </Dialog>
  )
}
