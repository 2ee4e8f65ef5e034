/** The record under the focus, below its table, for reading only. The focus stays in the table, and arrow keys lead on. */
import { type KeyboardEvent, useEffect } from 'react'
import type { QueriedRecord } from '../../core/queryTerms/queryWorld.ts'
import { type AnyRecord, recordTitle } from '../../core/records.ts'
import type { EditableKind, LogView } from '../../shared/ipc/views.ts'
import { historyWords } from '../features/history/historyWords.ts'
import { useRecordTitle } from '../features/history/useRecordTitle.ts'
import { UnreadNotice } from '../records/UnreadNotice.tsx'
import { useLanguage } from '../text.ts'
import { Button } from '../ui/Button.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { visibleTurns } from '../visibleText.ts'
import { useTermLabel } from '../vocabularies.ts'
import { useWholeRecord } from '../wholeRecords.ts'
import { previewFields } from './previewFields.ts'
import './rowPreview.css'

export interface RowPreviewProps<R extends QueriedRecord> {
  readonly kind: EditableKind
  readonly row: R
  readonly onClose: () => void
}

export function RowPreview<R extends QueriedRecord>({ kind, row, onClose }: RowPreviewProps<R>) {
  const language = useLanguage()
  const { t } = language
  const termLabel = useTermLabel()
  const titleOf = useRecordTitle()
  // Kind and row belong together by construction. Until the whole record is here, its row says most of it.
  const whole = useWholeRecord(kind, row as unknown as LogView[EditableKind][string])
  const { failure, isOutdated, again } = whole
  const record = (whole.record ?? row) as unknown as AnyRecord
  const title = visibleTurns(recordTitle(kind, record as never))
  const fields = previewFields(kind, record, language, historyWords(kind, language, titleOf, termLabel))
  useEffect(() => announce(t('table.preview.of', { title })), [t, title])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    // What is open beside the table stays.
    event.stopPropagation()
    onClose()
  }
  return (
    <section className="preview" aria-label={t('table.preview.label')} onKeyDown={onKeyDown}>
      <header className="preview__head">
        <h2 dir="auto">{title}</h2>
        <Button
          variant="quiet"
          size="small"
          icon="close"
          aria-label={t('table.preview.close')}
          onPress={onClose}
        />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls by keyboard */}
      <section className="preview__body" tabIndex={0} aria-label={t('table.preview.fields')}>
        {failure !== null ? (
          <UnreadNotice failure={failure} isOutdated={isOutdated} onAgain={again} />
        ) : whole.record === undefined ? (
          <p>{t('table.preview.reading')}</p>
        ) : null}
        <dl className="preview__fields">
          {fields.map(({ field, label, words }) => (
            <div key={field} className="preview__field">
              <dt>{label}</dt>
              <dd dir="auto">{words}</dd>
            </div>
          ))}
        </dl>
      </section>
    </section>
  )
}
