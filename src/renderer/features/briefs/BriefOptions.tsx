/** Profile, language, title and day of a brief. */
import { BRIEF_LANGUAGES } from '../../../core/redaction/briefData.ts'
import type { Profile } from '../../../core/redaction/profile.ts'
import { useText } from '../../text.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ProfileField } from '../profiles/ProfileField.tsx'
import { type BriefDraft, NO_FIXES } from './briefDraft.ts'

export interface BriefOptionsProps {
  readonly draft: BriefDraft
  readonly profile: Profile
  readonly onChange: (draft: BriefDraft) => void
  readonly asOfError: string | null
}

/** Languages named in themselves, as the reader knows them. */
const OWN_NAMES: Readonly<Record<(typeof BRIEF_LANGUAGES)[number], string>> = {
  en: 'English',
  ru: 'Русский',
  ar: 'العربية',
  es: 'Español',
  fr: 'Français',
}

export function BriefOptions({ draft, profile, onChange, asOfError }: BriefOptionsProps) {
  const t = useText()
  return (
    <div className="brief-options">
      <ProfileField
        profile={profile}
        onChange={(name) => onChange({ ...draft, profile: name, fixes: NO_FIXES })}
      />
      <SelectField
        label={t('brief.form.language')}
        options={BRIEF_LANGUAGES.map((value) => ({ value, label: OWN_NAMES[value] }))}
        value={draft.language}
        onChange={(language) => onChange({ ...draft, language })}
      />
      <TextField
        label={t('brief.form.title')}
        description={t('brief.form.titleHelp')}
        value={draft.title}
        onChange={(title) => onChange({ ...draft, title })}
        maxLength={300}
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
