/** Profile, language, title and day of a brief. */
import { BRIEF_LANGUAGES } from '../../../core/redaction/briefData.ts'
import { useText } from '../../text.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { BriefDraft } from './briefDraft.ts'

export interface BriefOptionsProps {
  readonly draft: BriefDraft
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

export function BriefOptions({ draft, onChange, asOfError }: BriefOptionsProps) {
  const t = useText()
  return (
    <div className="brief-options">
      <div className="brief-profile">
        <p className="field__label">{t('brief.profile.label')}</p>
        <p className="brief-profile__name">{t('brief.profile.public')}</p>
        <p className="brief-profile__help">{t('brief.profile.publicHelp')}</p>
      </div>
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
    </div>
  )
}
