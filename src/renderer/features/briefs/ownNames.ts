/** The languages of briefs named in themselves, as their readers know them. */
import type { BriefLanguage } from '../../../core/redaction/briefData.ts'

export const OWN_NAMES: Readonly<Record<BriefLanguage, string>> = {
  en: 'English',
  ru: 'Русский',
  ar: 'العربية',
  es: 'Español',
  fr: 'Français',
}
