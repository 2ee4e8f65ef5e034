/** The title of a record, which opens it beside the screen. */
import type { Kind } from '../../../core/records.ts'
import { EDITABLE_KINDS } from '../../../shared/ipc/views.ts'
import { openRecord } from '../../navigation.ts'
import { useText } from '../../text.ts'
import { visibleTurns } from '../../visibleText.ts'
import { useRecordTitle } from '../history/useRecordTitle.ts'

export function RecordLink({ kind, id }: { readonly kind: Kind; readonly id: string }) {
  const t = useText()
  const title = useRecordTitle()(id)
  const words = title === null || title === '' ? t('brief.record.untitled') : visibleTurns(title)
  const editable = EDITABLE_KINDS.find((each) => each === kind)
  if (editable === undefined) return <span dir="auto">{words}</span>
  return (
    <button type="button" className="record-link" onClick={() => openRecord(editable, id)}>
      <span className="record-link__kind">{t(`records.${editable}.one`)}</span>{' '}
      <span dir="auto">{words}</span>
    </button>
  )
}
