/** The open record, beside the table: its kind, its form, the way out. */
import { useEffect, useRef } from 'react'
import { ClaimForm } from '../features/claims/ClaimForm.tsx'
import { RecordHistory } from '../features/history/RecordHistory.tsx'
import { IncidentForm } from '../features/incidents/IncidentForm.tsx'
import { SourceItemForm } from '../features/sourceItems/SourceItemForm.tsx'
import { SourceForm } from '../features/sources/SourceForm.tsx'
import { closeRecord, type OpenRecord } from '../navigation.ts'
import { useReading, useRecords } from '../store.ts'
import { useText } from '../text.ts'
import { Button } from '../ui/Button.tsx'
import './panel.css'

export function RecordPanel({ open }: { readonly open: OpenRecord }) {
  const t = useText()
  const panel = useRef<HTMLElement>(null)
  const isNew = open.id === null

  // Opening leads to the first field of the record, below its sharing label.
  useEffect(() => {
    panel.current
      ?.querySelector<HTMLElement>('.panel__body :is(input, textarea, button):not(.banner *)')
      ?.focus({ preventScroll: true })
  }, [])

  return (
    <aside ref={panel} className="panel" aria-label={t(`records.${open.kind}.one`)}>
      <header className="panel__head">
        <h2>{t(isNew ? `table.${open.kind}.new` : `records.${open.kind}.one`)}</h2>
        <Button
          variant="quiet"
          size="small"
          icon="close"
          aria-label={t('shell.dialog.close')}
          onPress={closeRecord}
        />
      </header>
      <FormOfKind open={open} />
      {open.id === null ? null : <RecordHistory kind={open.kind} id={open.id} />}
    </aside>
  )
}

function FormOfKind({ open: { kind, id, preset, isAssessing } }: { readonly open: OpenRecord }) {
  const records = useRecords(kind)
  const isRead = useReading() === null
  const isMissing = id !== null && records[id] === undefined
  const isGone = isMissing && isRead
  useEffect(() => {
    if (isGone) closeRecord()
  }, [isGone])
  if (isMissing) return null
  switch (kind) {
    case 'incidents':
      return <IncidentForm id={id} preset={preset} />
    case 'sources':
      return <SourceForm id={id} preset={preset} />
    case 'sourceItems':
      return <SourceItemForm id={id} preset={preset} />
    case 'claims':
      return <ClaimForm id={id} preset={preset} isAssessing={isAssessing ?? false} />
  }
}
