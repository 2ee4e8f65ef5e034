/** The fields of an assessment: status, credibility, standard, day, reason. */
import { useMemo, useState } from 'react'
import type { Claim } from '../../../core/claim.ts'
import type { CredibilityCap } from '../../../core/sourcing/sourcing.ts'
import { CLAIM_STATUSES, type ClaimStatus, CREDIBILITIES, STANDARDS } from '../../../core/vocabularyCodes.ts'
import { isMessageKey } from '../../../shared/i18n/catalogue.ts'
import { capSentence } from '../../claims/capSentence.ts'
import { dateWords } from '../../dateWords.ts'
import { useRecordOption, useRecordSearch } from '../../forms/useRecordSearch.ts'
import { useToday } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { FoundCombo } from '../../ui/FoundCombo.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { type AssessmentForm, type AssessmentProblem, laterAssessment } from './assessment.ts'
import { columnOf, statusesOf } from './boardModel.ts'

const CLAIMS = ['claims'] as const

export interface AssessFieldsProps {
  readonly claim: Claim
  readonly form: AssessmentForm
  readonly onChange: (form: AssessmentForm) => void
  readonly problems: readonly AssessmentProblem[]
  readonly suggestedStatus?: ClaimStatus | undefined
  /** What the claim's sources allow. */
  readonly cap: CredibilityCap
}

export function AssessFields(props: AssessFieldsProps) {
  const { claim, form, onChange, problems, suggestedStatus, cap } = props
  const words = useLanguage()
  const { t } = words
  const today = useToday()
  const noteOf = (key: string) => (isMessageKey(key) ? t(key) : undefined)
  const column = suggestedStatus === undefined ? null : columnOf(suggestedStatus)
  const fitting = column === null ? [] : statusesOf(column)
  const fits = column === null ? '' : t('board.assess.suggested', { column: t(`board.column.${column}`) })
  const statuses = [...fitting, ...CLAIM_STATUSES.filter((status) => !fitting.includes(status))].map(
    (status) => ({
      value: status,
      label: t(`status.claim.${status}`),
      note: fitting.includes(status) ? fits : noteOf(`status.claim.${status}.note`),
    }),
  )
  const credibilities = CREDIBILITIES.map((grade) => ({
    value: `${grade}` as const,
    label: t('board.card.credibility', { grade, words: t(`credibility.${grade}`) }),
    note: noteOf(`credibility.${grade}.note`),
  }))
  const later = laterAssessment(claim, form.when)
  return (
    <>
      <SelectField
        label={t('board.assess.status')}
        options={statuses}
        value={form.status}
        onChange={(status) => onChange({ ...form, status })}
        autoFocus={suggestedStatus === undefined}
      />
      {form.status === 'superseded' ? <SupersededByField {...props} /> : null}
      <SelectField
        label={t('board.assess.credibility')}
        options={credibilities}
        value={`${form.credibility}` as const}
        onChange={(value) => {
          const credibility = CREDIBILITIES.find((grade) => `${grade}` === value)
          if (credibility) onChange({ ...form, credibility })
        }}
        error={
          problems.includes('above-sources')
            ? t('claims.cap.refused', {
                reasons: cap.whyNotHigher.map((reason) => capSentence(t, reason)).join(' '),
              })
            : null
        }
      />
      <SelectField
        label={t('board.assess.standard')}
        options={STANDARDS.map((value) => ({ value, label: t(`standard.${value}`) }))}
        value={form.standardMet}
        onChange={(standardMet) => onChange({ ...form, standardMet })}
        error={problems.includes('standard-needed') ? t('board.assess.standardNeeded') : null}
      />
      <TextField
        label={t('board.assess.when')}
        description={
          later === null
            ? t('board.assess.whenHelp')
            : t('board.assess.whenEarlier', { day: dateWords(later, words) })
        }
        value={form.when}
        onChange={(when) => onChange({ ...form, when })}
        textDirection="ltr"
        error={
          problems.includes('when-unreadable') ? t('board.assess.whenUnreadable', { example: today }) : null
        }
      />
      <TextArea
        label={t('board.assess.reason')}
        description={t('board.assess.reasonHelp')}
        value={form.reason}
        onChange={(reason) => onChange({ ...form, reason })}
        isRequired
        autoFocus={suggestedStatus !== undefined}
        rows={4}
        error={problems.includes('reason-missing') ? t('board.assess.reasonMissing') : null}
      />
      <TextArea
        label={t('board.assess.knownThen')}
        description={t('board.assess.knownThenHelp')}
        value={form.knownThen}
        onChange={(knownThen) => onChange({ ...form, knownThen })}
        rows={2}
      />
    </>
  )
}

/** Stands by itself, so that the claims of the log are searched only when one of them is to be chosen. */
function SupersededByField({ claim, form, onChange, problems }: AssessFieldsProps) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState<string | null>(null)
  const skip = useMemo(() => new Set([claim.id]), [claim.id])
  return (
    <FoundCombo
      label={t('board.assess.supersededBy')}
      placeholder={t('forms.link.placeholder')}
      {...useRecordSearch(CLAIMS, typed, skip)}
      chosen={useRecordOption(CLAIMS, form.supersededBy ?? '')}
      onChange={(supersededBy) => onChange({ ...form, supersededBy })}
      typed={typed}
      onType={setTyped}
      isClearable
      error={problems.includes('superseding-needed') ? t('board.assess.supersedingNeeded') : null}
    />
  )
}
