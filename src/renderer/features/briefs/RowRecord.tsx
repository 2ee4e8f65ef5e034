/** The record behind a row of the page: what of it was withheld, and what can be done about it with one click. */
import { useEffect, useState } from 'react'
import { CONFIDENTIALITIES, type Confidentiality } from '../../../core/vocabularyCodes.ts'
import type { RowRecord as Found } from '../../../shared/ipc/brief.ts'
import { EDITABLE_KINDS } from '../../../shared/ipc/views.ts'
import { daybook } from '../../bridge.ts'
import { answerOf } from '../../errorText.ts'
import { openRecord } from '../../navigation.ts'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { useRecordTitle } from '../history/useRecordTitle.ts'
import { BRIEF_KINDS, type BriefKind } from './briefChoice.ts'
import { useReasonWords } from './WithheldList.tsx'

export interface RowRecordProps {
  readonly row: string
  readonly token: string
  readonly onUntick: (kind: BriefKind, id: string) => void
  readonly onClose: () => void
}

export function RowRecord({ row, token, onUntick, onClose }: RowRecordProps) {
  const t = useText()
  const words = useReasonWords()
  const titleOf = useRecordTitle()
  const found = useRowRecord(row, token)
  if (found === null) return null
  const kind = BRIEF_KINDS.find((each) => each === found.kind)
  const editable = EDITABLE_KINDS.find((each) => each === found.kind)
  return (
    <section className="row-record" aria-label={t('brief.row.title', { row })}>
      <header className="row-record__head">
        <h3>{t('brief.row.title', { row })}</h3>
        <Button
          variant="quiet"
          size="small"
          icon="close"
          aria-label={t('brief.row.close')}
          onPress={onClose}
        />
      </header>
      <p dir="auto">{visibleTurns(titleOf(found.id) ?? '')}</p>
      {found.withheld.length === 0 ? null : (
        <ul className="row-record__withheld">
          {found.withheld.map(({ reason, count }) => (
            <li key={reason}>
              {words(reason)} <span className="withheld__count">{count}</span>
            </li>
          ))}
        </ul>
      )}
      <div className="toolbar">
        {editable === undefined ? null : (
          <Button size="small" onPress={() => openRecord(editable, found.id)}>
            {t('brief.row.open')}
          </Button>
        )}
        {kind === undefined ? null : (
          <Button size="small" onPress={() => onUntick(kind, found.id)}>
            {t('brief.row.untick')}
          </Button>
        )}
      </div>
      {kind === undefined ? null : <Relabel kind={kind} id={found.id} />}
    </section>
  )
}

function useRowRecord(row: string, token: string): Found | null {
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    let isWanted = true
    void answerOf(daybook().briefRowRecord({ token, row })).then((reply) => {
      if (isWanted) setFound(reply.ok ? reply.value : null)
    })
    return () => {
      isWanted = false
    }
  }, [row, token])
  return found
}

/** The review follows by itself, as after every change of the log. */
function Relabel({ kind, id }: { readonly kind: BriefKind; readonly id: string }) {
  const t = useText()
  const records = useRecords(kind)
  const record = Object.hasOwn(records, id) ? records[id] : undefined
  if (record === undefined) return null
  const save = (confidentiality: Confidentiality) =>
    void answerOf(daybook().recordsSave({ kind, id, fields: { confidentiality } }))
  return (
    <SelectField
      label={t('brief.row.label')}
      options={CONFIDENTIALITIES.map((value) => ({ value, label: t(`confidentiality.${value}`) }))}
      value={record.confidentiality}
      onChange={save}
    />
  )
}
