/** The short form of a claim, where it stands, and how it came to stand there. */
import { useState } from 'react'
import {
  CLAIM_KINDS,
  CLAIM_STATUSES,
  type ClaimKind,
  type ClaimStatus,
  CREDIBILITIES,
  type Credibility,
} from '../../../core/vocabularyCodes.ts'
import { openRecord } from '../../navigation.ts'
import { deleteRecords } from '../../records/deleteRecords.ts'
import { FormFrame } from '../../records/FormFrame.tsx'
import type { FormProps } from '../../records/formProps.ts'
import { useCodeOptions } from '../../records/useCodeOptions.ts'
import { useRecordForm } from '../../records/useRecordForm.ts'
import { useIncidentOptions } from '../../records/useRecordOptions.ts'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { PickerList } from '../../ui/PickerList.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { AssessDialog } from '../board/AssessDialog.tsx'
import { ClaimHistory } from './ClaimHistory.tsx'
import { ClaimStanding } from './ClaimStanding.tsx'
import { CLAIM_FORM } from './claimDraft.ts'
import { EvidenceFields } from './EvidenceFields.tsx'
import { WordingCheck } from './WordingCheck.tsx'

const kindKey = (kind: ClaimKind) => `claimKind.${kind}` as const
const statusKey = (status: ClaimStatus) => `status.claim.${status}` as const
const FIGURES = CREDIBILITIES.map((figure) => String(figure) as `${Credibility}`)
const figureKey = (figure: `${Credibility}`) => `credibility.${figure}` as const

export interface ClaimFormProps extends FormProps {
  /** Opens with the assessment in front: to take up one that was not finished. */
  readonly isAssessing: boolean
}

export function ClaimForm({ id, preset, isAssessing: startsAssessing }: ClaimFormProps) {
  const t = useText()
  const claims = useRecords('claims')
  const record = id === null ? null : (claims[id] ?? null)
  const form = useRecordForm(CLAIM_FORM, record, { ...preset })
  const { draft, change, errorAt } = form
  const [isAssessing, setAssessing] = useState(startsAssessing)
  const kinds = useCodeOptions(CLAIM_KINDS, kindKey)
  const statuses = useCodeOptions(CLAIM_STATUSES, statusKey)
  const figures = useCodeOptions(FIGURES, figureKey).map((option) => ({
    ...option,
    label: `${option.value} · ${option.label}`,
  }))
  const incidents = useIncidentOptions()

  const onDelete =
    record === null
      ? null
      : () => void deleteRecords('claims', [{ id: record.id, title: record.statement }], t)
  return (
    <>
      <FormFrame form={form} onDelete={onDelete} after={record && <ClaimHistory claim={record} />}>
        <TextArea
          label={t('records.claim.statement')}
          description={t('records.claim.statement.hint')}
          rows={2}
          value={draft.statement}
          onChange={(statement) => change({ statement })}
          error={errorAt('statement')}
        />
        <SelectField
          label={t('records.claim.kind')}
          options={kinds}
          value={draft.kind}
          onChange={(kind) => change({ kind })}
        />
        {record === null ? (
          <div className="panel__pair">
            <SelectField
              label={t('records.claim.status')}
              options={statuses}
              value={draft.status}
              onChange={(status) => change({ status })}
            />
            <SelectField
              label={t('records.claim.credibility')}
              options={figures}
              value={FIGURES[draft.credibility - 1] ?? null}
              onChange={(figure) => change({ credibility: CREDIBILITIES[FIGURES.indexOf(figure)] ?? 6 })}
            />
          </div>
        ) : (
          <ClaimStanding claim={record} onAssess={() => setAssessing(true)} />
        )}
        <PickerList
          label={t('records.claim.about')}
          placeholder={t('records.claim.about.placeholder')}
          options={incidents}
          values={draft.about.map((about) => about.id)}
          onAdd={(incident) => change({ about: [...draft.about, { id: incident }] })}
          onRemove={(incident) => change({ about: draft.about.filter((each) => each.id !== incident) })}
          onOpen={(incident) => openRecord('incidents', incident)}
        />
        <EvidenceFields draft={draft} onChange={change} />
        <TextArea
          label={t('records.claim.safeWording')}
          description={t('records.claim.safeWording.hint')}
          rows={3}
          value={draft.safeWording}
          onChange={(safeWording) => change({ safeWording })}
          error={errorAt('safeWording')}
        />
        <WordingCheck
          sentence={draft.safeWording}
          status={(record ?? draft).status}
          statement={draft.statement}
          {...(record ? { standardMet: record.standardMet } : {})}
        />
      </FormFrame>
      {record && isAssessing ? (
        <AssessDialog claimId={record.id} onClose={() => setAssessing(false)} />
      ) : null}
    </>
  )
}
