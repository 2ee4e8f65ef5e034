/** The words of the window in Spanish. */
import actions from '../messages/es/actions.json' with { type: 'json' }
import acts from '../messages/es/acts.json' with { type: 'json' }
import bin from '../messages/es/bin.json' with { type: 'json' }
import board from '../messages/es/board.json' with { type: 'json' }
import brief from '../messages/es/brief.json' with { type: 'json' }
import briefReview from '../messages/es/briefReview.json' with { type: 'json' }
import bulkEdit from '../messages/es/bulkEdit.json' with { type: 'json' }
import calendars from '../messages/es/calendars.json' with { type: 'json' }
import claimForm from '../messages/es/claimForm.json' with { type: 'json' }
import claims from '../messages/es/claims.json' with { type: 'json' }
import composer from '../messages/es/composer.json' with { type: 'json' }
import contacts from '../messages/es/contacts.json' with { type: 'json' }
import dates from '../messages/es/dates.json' with { type: 'json' }
import duplicates from '../messages/es/duplicates.json' with { type: 'json' }
import errors from '../messages/es/errors.json' with { type: 'json' }
import forms from '../messages/es/forms.json' with { type: 'json' }
import guide from '../messages/es/guide.json' with { type: 'json' }
import history from '../messages/es/history.json' with { type: 'json' }
import imports from '../messages/es/import.json' with { type: 'json' }
import incidentForm from '../messages/es/incidentForm.json' with { type: 'json' }
import keyring from '../messages/es/keyring.json' with { type: 'json' }
import keys from '../messages/es/keys.json' with { type: 'json' }
import map from '../messages/es/map.json' with { type: 'json' }
import onboarding from '../messages/es/onboarding.json' with { type: 'json' }
import opening from '../messages/es/opening.json' with { type: 'json' }
import organisations from '../messages/es/organisations.json' with { type: 'json' }
import persons from '../messages/es/persons.json' with { type: 'json' }
import places from '../messages/es/places.json' with { type: 'json' }
import profileEditor from '../messages/es/profileEditor.json' with { type: 'json' }
import profiles from '../messages/es/profiles.json' with { type: 'json' }
import reading from '../messages/es/reading.json' with { type: 'json' }
import recordRules from '../messages/es/recordRules.json' with { type: 'json' }
import records from '../messages/es/records.json' with { type: 'json' }
import releases from '../messages/es/releases.json' with { type: 'json' }
import safety from '../messages/es/safety.json' with { type: 'json' }
import search from '../messages/es/search.json' with { type: 'json' }
import settings from '../messages/es/settings.json' with { type: 'json' }
import shell from '../messages/es/shell.json' with { type: 'json' }
import sourceForm from '../messages/es/sourceForm.json' with { type: 'json' }
import table from '../messages/es/table.json' with { type: 'json' }
import tableViews from '../messages/es/tableViews.json' with { type: 'json' }
import unlock from '../messages/es/unlock.json' with { type: 'json' }
import views from '../messages/es/views.json' with { type: 'json' }
import vocabulary from '../messages/es/vocabulary.json' with { type: 'json' }
import wording from '../messages/es/wording.json' with { type: 'json' }

export const SPANISH = {
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
