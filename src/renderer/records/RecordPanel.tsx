/** The open record, beside the table: its kind, its form, the way out. */
import { type RefObject, useEffect, useRef } from 'react'
import { WholeDraft } from '../drafts/WholeDraft.tsx'
import { RecordHistory } from '../features/history/RecordHistory.tsx'
import { closeRecord, type OpenRecord, useNavigation } from '../navigation.ts'
import { useIsArriving, useRecords } from '../store.ts'
import { useText } from '../text.ts'
import { Button } from '../ui/Button.tsx'
import { useWholeRecord } from '../wholeRecords.ts'
import { RecordFormView } from './RecordFormView.tsx'
import { UnreadNotice } from './UnreadNotice.tsx'
import { useSoon } from './useSoon.ts'
import './panel.css'

export function RecordPanel({ open }: { readonly open: OpenRecord }) {
  const t = useText()
  const panel = useRef<HTMLElement>(null)
  const isNew = open.id === null
  const isWhole = useSoon()
  // The page of a claim shows its history itself.
  const hasPageBeside = useNavigation().claim?.id === open.id
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
      <FormOfKind open={open} panel={panel} />
      {open.id === null || hasPageBeside || !isWhole ? null : <RecordHistory kind={open.kind} id={open.id} />}
    </aside>
  )
}

interface FormOfKindProps {
  readonly open: OpenRecord
  readonly panel: RefObject<HTMLElement | null>
}

function FormOfKind({ open, panel }: FormOfKindProps) {
  const { kind, id } = open
  const records = useRecords(kind)
  const isRead = !useIsArriving()
  const row = id === null ? undefined : records[id]
  const isMissing = id !== null && row === undefined
  const { record, isOutdated, failure, again } = useWholeRecord(kind, row)
  const isGone = isMissing && isRead
  useEffect(() => {
    if (isGone) closeRecord()
  }, [isGone])
  if (isMissing) return null
  const notice =
    failure === null ? null : <UnreadNotice failure={failure} isOutdated={isOutdated} onAgain={again} />
  if (id !== null && record === undefined) return notice
  return (
    <>
      {notice}
      <WholeDraft kind={kind} id={id}>
        <RecordFormView {...open} isOutdated={isOutdated} />
        <FirstFocus panel={panel} />
      </WholeDraft>
    </>
  )
}

/** Opening leads to the first field of the record, below its sharing label. */
function FirstFocus({ panel }: Pick<FormOfKindProps, 'panel'>) {
  useEffect(() => {
    panel.current
      ?.querySelector<HTMLElement>('.panel__body :is(input, textarea, button):not(.banner *)')
      ?.focus({ preventScroll: true })
  }, [panel])
  return null
}
