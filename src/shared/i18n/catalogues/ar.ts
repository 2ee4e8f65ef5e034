/** The words of the window in Arabic. */
import actions from '../messages/ar/actions.json' with { type: 'json' }
import acts from '../messages/ar/acts.json' with { type: 'json' }
import bin from '../messages/ar/bin.json' with { type: 'json' }
import board from '../messages/ar/board.json' with { type: 'json' }
import brief from '../messages/ar/brief.json' with { type: 'json' }
import briefReview from '../messages/ar/briefReview.json' with { type: 'json' }
import bulkEdit from '../messages/ar/bulkEdit.json' with { type: 'json' }
import calendars from '../messages/ar/calendars.json' with { type: 'json' }
import claimForm from '../messages/ar/claimForm.json' with { type: 'json' }
import claims from '../messages/ar/claims.json' with { type: 'json' }
import composer from '../messages/ar/composer.json' with { type: 'json' }
import contacts from '../messages/ar/contacts.json' with { type: 'json' }
import dates from '../messages/ar/dates.json' with { type: 'json' }
import duplicates from '../messages/ar/duplicates.json' with { type: 'json' }
import errors from '../messages/ar/errors.json' with { type: 'json' }
import forms from '../messages/ar/forms.json' with { type: 'json' }
import guide from '../messages/ar/guide.json' with { type: 'json' }
import history from '../messages/ar/history.json' with { type: 'json' }
import imports from '../messages/ar/import.json' with { type: 'json' }
import incidentForm from '../messages/ar/incidentForm.json' with { type: 'json' }
import keyring from '../messages/ar/keyring.json' with { type: 'json' }
import keys from '../messages/ar/keys.json' with { type: 'json' }
import map from '../messages/ar/map.json' with { type: 'json' }
import onboarding from '../messages/ar/onboarding.json' with { type: 'json' }
import opening from '../messages/ar/opening.json' with { type: 'json' }
import organisations from '../messages/ar/organisations.json' with { type: 'json' }
import persons from '../messages/ar/persons.json' with { type: 'json' }
import places from '../messages/ar/places.json' with { type: 'json' }
import profileEditor from '../messages/ar/profileEditor.json' with { type: 'json' }
import profiles from '../messages/ar/profiles.json' with { type: 'json' }
import reading from '../messages/ar/reading.json' with { type: 'json' }
import recordRules from '../messages/ar/recordRules.json' with { type: 'json' }
import records from '../messages/ar/records.json' with { type: 'json' }
import releases from '../messages/ar/releases.json' with { type: 'json' }
import safety from '../messages/ar/safety.json' with { type: 'json' }
import search from '../messages/ar/search.json' with { type: 'json' }
import settings from '../messages/ar/settings.json' with { type: 'json' }
import shell from '../messages/ar/shell.json' with { type: 'json' }
import sourceForm from '../messages/ar/sourceForm.json' with { type: 'json' }
import table from '../messages/ar/table.json' with { type: 'json' }
import tableViews from '../messages/ar/tableViews.json' with { type: 'json' }
import unlock from '../messages/ar/unlock.json' with { type: 'json' }
import views from '../messages/ar/views.json' with { type: 'json' }
import vocabulary from '../messages/ar/vocabulary.json' with { type: 'json' }
import wording from '../messages/ar/wording.json' with { type: 'json' }

export const ARABIC = {
  ...actions,
  ...acts,
  ...bin,
  ...board,
  ...brief,
  ...briefReview,
  ...bulkEdit,
  ...calendars,
  ...claimForm,
  ...claims,
  ...composer,
  ...contacts,
  ...dates,
  ...duplicates,
  ...errors,
  ...forms,
  ...guide,
  ...history,
  ...imports,
  ...incidentForm,
  ...keyring,
  ...keys,
  ...map,
  ...onboarding,
  ...opening,
  ...organisations,
  ...persons,
  ...places,
  ...profiles,
  ...reading,
  ...profileEditor,
  ...recordRules,
  ...records,
  ...releases,
  ...safety,
  ...search,
  ...settings,
  ...shell,
  ...sourceForm,
  ...table,
  ...tableViews,
  ...unlock,
  ...views,
  ...vocabulary,
  ...wording,
}
