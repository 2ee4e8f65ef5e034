/** What a brief is and for whom: recipient, profile, language, layout, title, introduction, order, day and series. */
import {
  BRIEF_LANGUAGES,
  BRIEF_LAYOUTS,
  CLAIM_ORDERS,
  INCIDENT_ORDERS,
} from '../../../core/redaction/briefData.ts'
import type { Profile } from '../../../core/redaction/profile.ts'
import type { ReleasedBrief } from '../../../shared/ipc/brief.ts'
import { useText } from '../../text.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ProfileField } from '../profiles/ProfileField.tsx'
import { BriefWordingCheck } from './BriefWordingCheck.tsx'
import { type BriefDraft, NO_FIXES } from './briefDraft.ts'
import { OWN_NAMES } from './ownNames.ts'
import { RecipientField } from './RecipientField.tsx'
import { useBriefClaims } from './useBriefClaims.ts'

export interface BriefOptionsProps {
  readonly draft: BriefDraft
  readonly profile: Profile
  readonly released: readonly ReleasedBrief[]
  readonly onChange: (draft: BriefDraft) => void
  readonly asOfError: string | null
}

export function BriefOptions({ draft, profile, released, onChange, asOfError }: BriefOptionsProps) {
  const t = useText()
  const { language } = draft
  const claims = useBriefClaims(draft.chosen.claims, draft.asOf.trim())
  return (
    <div className="brief-options">
      <TextField
        label={t('composer.form.name')}
        description={t('composer.form.nameHelp')}
        value={draft.name}
        onChange={(name) => onChange({ ...draft, name })}
        maxLength={200}
      />
      <RecipientField draft={draft} onChange={onChange} released={released} />
      <ProfileField
        profile={profile}
        onChange={(name) => onChange({ ...draft, profile: name, fixes: NO_FIXES })}
      />
      <SelectField
        label={t('brief.form.language')}
        options={BRIEF_LANGUAGES.map((value) => ({ value, label: OWN_NAMES[value] }))}
        value={language}
        onChange={(chosen) => onChange({ ...draft, language: chosen })}
      />
      <SelectField
        label={t('composer.form.layout')}
        description={t(`composer.layoutHelp.${draft.layout}`)}
        options={BRIEF_LAYOUTS.map((value) => ({ value, label: t(`composer.layout.${value}`) }))}
        value={draft.layout}
        onChange={(layout) => onChange({ ...draft, layout })}
      />
      <TextField
        label={t('brief.form.title')}
        description={t('brief.form.titleHelp')}
        value={draft.title}
        onChange={(title) => onChange({ ...draft, title })}
        maxLength={300}
      />
      <BriefWordingCheck text={draft.title} language={language} claims={claims} />
      <TextArea
        label={t('composer.form.introduction')}
        description={t('composer.form.introductionHelp')}
        value={draft.introduction}
        onChange={(introduction) => onChange({ ...draft, introduction })}
        rows={4}
        maxLength={10_000}
      />
      <BriefWordingCheck text={draft.introduction} language={language} claims={claims} />
      <SelectField
        label={t('composer.form.order')}
        options={INCIDENT_ORDERS.map((value) => ({ value, label: t(`composer.order.${value}`) }))}
        value={draft.order}
        onChange={(order) => onChange({ ...draft, order })}
      />
      <SelectField
        label={t('composer.form.claimOrder')}
        description={t('composer.claimOrder.help')}
        options={CLAIM_ORDERS.map((value) => ({ value, label: t(`composer.claimOrder.${value}`) }))}
        value={draft.claimOrder}
        onChange={(claimOrder) => onChange({ ...draft, claimOrder })}
      />
      <TextField
        label={t('brief.form.asOf')}
        description={t('brief.form.asOfHelp')}
        value={draft.asOf}
        onChange={(asOf) => onChange({ ...draft, asOf })}
        textDirection="ltr"
        error={asOfError}
      />
      <TextField
        label={t('brief.form.series')}
        description={t('brief.form.seriesHelp')}
        value={draft.series}
        onChange={(series) => onChange({ ...draft, series })}
        maxLength={120}
      />
    </div>
  )
}
