/**
 * The words of the program by language. English is complete and gives the type of the keys; the other languages
 * may lack some, and fall back to English key by key. One file per area, so that a screen's words are read together.
 */
import arActions from './messages/ar/actions.json' with { type: 'json' }
import arBin from './messages/ar/bin.json' with { type: 'json' }
import arBoard from './messages/ar/board.json' with { type: 'json' }
import arBrief from './messages/ar/brief.json' with { type: 'json' }
import arBriefReview from './messages/ar/briefReview.json' with { type: 'json' }
import arClaimForm from './messages/ar/claimForm.json' with { type: 'json' }
import arClaims from './messages/ar/claims.json' with { type: 'json' }
import arContacts from './messages/ar/contacts.json' with { type: 'json' }
import arDates from './messages/ar/dates.json' with { type: 'json' }
import arErrors from './messages/ar/errors.json' with { type: 'json' }
import arForms from './messages/ar/forms.json' with { type: 'json' }
import arHistory from './messages/ar/history.json' with { type: 'json' }
import arImport from './messages/ar/import.json' with { type: 'json' }
import arIncidentForm from './messages/ar/incidentForm.json' with { type: 'json' }
import arKeyring from './messages/ar/keyring.json' with { type: 'json' }
import arKeys from './messages/ar/keys.json' with { type: 'json' }
import arOpening from './messages/ar/opening.json' with { type: 'json' }
import arOrganisations from './messages/ar/organisations.json' with { type: 'json' }
import arPersons from './messages/ar/persons.json' with { type: 'json' }
import arPlaces from './messages/ar/places.json' with { type: 'json' }
import arProfileEditor from './messages/ar/profileEditor.json' with { type: 'json' }
import arProfiles from './messages/ar/profiles.json' with { type: 'json' }
import arRecordRules from './messages/ar/recordRules.json' with { type: 'json' }
import arRecords from './messages/ar/records.json' with { type: 'json' }
import arSafety from './messages/ar/safety.json' with { type: 'json' }
import arSettings from './messages/ar/settings.json' with { type: 'json' }
import arShell from './messages/ar/shell.json' with { type: 'json' }
import arSourceForm from './messages/ar/sourceForm.json' with { type: 'json' }
import arTable from './messages/ar/table.json' with { type: 'json' }
import arUnlock from './messages/ar/unlock.json' with { type: 'json' }
import arVocabulary from './messages/ar/vocabulary.json' with { type: 'json' }
import arWording from './messages/ar/wording.json' with { type: 'json' }
import enActions from './messages/en/actions.json' with { type: 'json' }
import enBin from './messages/en/bin.json' with { type: 'json' }
import enBoard from './messages/en/board.json' with { type: 'json' }
import enBrief from './messages/en/brief.json' with { type: 'json' }
import enBriefReview from './messages/en/briefReview.json' with { type: 'json' }
import enClaimForm from './messages/en/claimForm.json' with { type: 'json' }
import enClaims from './messages/en/claims.json' with { type: 'json' }
import enContacts from './messages/en/contacts.json' with { type: 'json' }
import enDates from './messages/en/dates.json' with { type: 'json' }
import enErrors from './messages/en/errors.json' with { type: 'json' }
import enForms from './messages/en/forms.json' with { type: 'json' }
import enHistory from './messages/en/history.json' with { type: 'json' }
import enImport from './messages/en/import.json' with { type: 'json' }
import enIncidentForm from './messages/en/incidentForm.json' with { type: 'json' }
import enKeyring from './messages/en/keyring.json' with { type: 'json' }
import enKeys from './messages/en/keys.json' with { type: 'json' }
import enOpening from './messages/en/opening.json' with { type: 'json' }
import enOrganisations from './messages/en/organisations.json' with { type: 'json' }
import enPersons from './messages/en/persons.json' with { type: 'json' }
import enPlaces from './messages/en/places.json' with { type: 'json' }
import enProfileEditor from './messages/en/profileEditor.json' with { type: 'json' }
import enProfiles from './messages/en/profiles.json' with { type: 'json' }
import enRecordRules from './messages/en/recordRules.json' with { type: 'json' }
import enRecords from './messages/en/records.json' with { type: 'json' }
import enSafety from './messages/en/safety.json' with { type: 'json' }
import enSettings from './messages/en/settings.json' with { type: 'json' }
import enShell from './messages/en/shell.json' with { type: 'json' }
import enSourceForm from './messages/en/sourceForm.json' with { type: 'json' }
import enTable from './messages/en/table.json' with { type: 'json' }
import enUnlock from './messages/en/unlock.json' with { type: 'json' }
import enVocabulary from './messages/en/vocabulary.json' with { type: 'json' }
import enWording from './messages/en/wording.json' with { type: 'json' }
import ruActions from './messages/ru/actions.json' with { type: 'json' }
import ruBin from './messages/ru/bin.json' with { type: 'json' }
import ruBoard from './messages/ru/board.json' with { type: 'json' }
import ruBrief from './messages/ru/brief.json' with { type: 'json' }
import ruBriefReview from './messages/ru/briefReview.json' with { type: 'json' }
import ruClaimForm from './messages/ru/claimForm.json' with { type: 'json' }
import ruClaims from './messages/ru/claims.json' with { type: 'json' }
import ruContacts from './messages/ru/contacts.json' with { type: 'json' }
import ruDates from './messages/ru/dates.json' with { type: 'json' }
import ruErrors from './messages/ru/errors.json' with { type: 'json' }
import ruForms from './messages/ru/forms.json' with { type: 'json' }
import ruHistory from './messages/ru/history.json' with { type: 'json' }
import ruImport from './messages/ru/import.json' with { type: 'json' }
import ruIncidentForm from './messages/ru/incidentForm.json' with { type: 'json' }
import ruKeyring from './messages/ru/keyring.json' with { type: 'json' }
import ruKeys from './messages/ru/keys.json' with { type: 'json' }
import ruOpening from './messages/ru/opening.json' with { type: 'json' }
import ruOrganisations from './messages/ru/organisations.json' with { type: 'json' }
import ruPersons from './messages/ru/persons.json' with { type: 'json' }
import ruPlaces from './messages/ru/places.json' with { type: 'json' }
import ruProfileEditor from './messages/ru/profileEditor.json' with { type: 'json' }
import ruProfiles from './messages/ru/profiles.json' with { type: 'json' }
import ruRecordRules from './messages/ru/recordRules.json' with { type: 'json' }
import ruRecords from './messages/ru/records.json' with { type: 'json' }
import ruSafety from './messages/ru/safety.json' with { type: 'json' }
import ruSettings from './messages/ru/settings.json' with { type: 'json' }
import ruShell from './messages/ru/shell.json' with { type: 'json' }
import ruSourceForm from './messages/ru/sourceForm.json' with { type: 'json' }
import ruTable from './messages/ru/table.json' with { type: 'json' }
import ruUnlock from './messages/ru/unlock.json' with { type: 'json' }
import ruVocabulary from './messages/ru/vocabulary.json' with { type: 'json' }
import ruWording from './messages/ru/wording.json' with { type: 'json' }

const EN = {
  ...enActions,
  ...enBin,
  ...enBoard,
  ...enBrief,
  ...enBriefReview,
  ...enClaimForm,
  ...enClaims,
  ...enContacts,
  ...enDates,
  ...enErrors,
  ...enForms,
  ...enHistory,
  ...enImport,
  ...enIncidentForm,
  ...enKeyring,
  ...enKeys,
  ...enOpening,
  ...enOrganisations,
  ...enPersons,
  ...enPlaces,
  ...enProfiles,
  ...enProfileEditor,
  ...enRecordRules,
  ...enRecords,
  ...enSafety,
  ...enSettings,
  ...enShell,
  ...enSourceForm,
  ...enTable,
  ...enUnlock,
  ...enVocabulary,
  ...enWording,
}

/** Every key the English catalogue has: `screen.element.purpose`. */
export type MessageKey = keyof typeof EN
export type TranslatedLanguage = 'en' | 'ru' | 'ar'
/** Key → ICU message. */
export type Catalogue = Readonly<Partial<Record<string, string>>>

export const CATALOGUES: Readonly<Record<TranslatedLanguage, Catalogue>> = {
  en: EN,
  ru: {
    ...ruActions,
    ...ruBin,
    ...ruBoard,
    ...ruBrief,
    ...ruBriefReview,
    ...ruClaimForm,
    ...ruClaims,
    ...ruContacts,
    ...ruDates,
    ...ruErrors,
    ...ruForms,
    ...ruHistory,
    ...ruImport,
    ...ruIncidentForm,
    ...ruKeyring,
    ...ruKeys,
    ...ruOpening,
    ...ruOrganisations,
    ...ruPersons,
    ...ruPlaces,
    ...ruProfiles,
    ...ruProfileEditor,
    ...ruRecordRules,
    ...ruRecords,
    ...ruSafety,
    ...ruSettings,
    ...ruShell,
    ...ruSourceForm,
    ...ruTable,
    ...ruUnlock,
    ...ruVocabulary,
    ...ruWording,
  },
  ar: {
    ...arActions,
    ...arBin,
    ...arBoard,
    ...arBrief,
    ...arBriefReview,
    ...arClaimForm,
    ...arClaims,
    ...arContacts,
    ...arDates,
    ...arErrors,
    ...arForms,
    ...arHistory,
    ...arImport,
    ...arIncidentForm,
    ...arKeyring,
    ...arKeys,
    ...arOpening,
    ...arOrganisations,
    ...arPersons,
    ...arPlaces,
    ...arProfiles,
    ...arProfileEditor,
    ...arRecordRules,
    ...arRecords,
    ...arSafety,
    ...arSettings,
    ...arShell,
    ...arSourceForm,
    ...arTable,
    ...arUnlock,
    ...arVocabulary,
    ...arWording,
  },
}

/** Is there an English message of this key? For keys built from codes that come from elsewhere. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(EN, key)
}
