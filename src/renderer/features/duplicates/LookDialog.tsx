/** The other record, for reading only, over the form that is being typed. */
import type { AnyRecord } from '../../../core/records.ts'
import { useRecords } from '../../store.ts'
import { previewFields } from '../../table/previewFields.ts'
import { useLanguage } from '../../text.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { useTermLabel } from '../../vocabularies.ts'
import { useWholeRecord } from '../../wholeRecords.ts'
import { historyWords } from '../history/historyWords.ts'
import { useRecordTitle } from '../history/useRecordTitle.ts'
import '../../table/rowPreview.css'

export interface LookDialogProps {
  readonly id: string
  readonly onClose: () => void
}

export function LookDialog({ id, onClose }: LookDialogProps) {
  const language = useLanguage()
  const titleOf = useRecordTitle()
  const termLabel = useTermLabel()
  const row = useRecords('incidents')[id]
  const { record } = useWholeRecord('incidents', row)
  const words = historyWords('incidents', language, titleOf, termLabel)
  const fields =
    record === undefined ? [] : previewFields('incidents', record as unknown as AnyRecord, language, words)
  return (
    <Dialog title={row?.title ?? id} size="wide" isText isDismissable onClose={onClose}>
      {record === undefined ? <p role="status">{language.t('duplicates.pair.reading')}</p> : null}
      <dl className="preview__fields">
        {fields.map(({ field, label, words: said }) => (
          <div key={field} className="preview__field">
            <dt>{label}</dt>
            <dd dir="auto">{said}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
