/** The words of the window in Russian. */
import actions from '../messages/ru/actions.json' with { type: 'json' }
import acts from '../messages/ru/acts.json' with { type: 'json' }
import bin from '../messages/ru/bin.json' with { type: 'json' }
import board from '../messages/ru/board.json' with { type: 'json' }
import brief from '../messages/ru/brief.json' with { type: 'json' }
import briefReview from '../messages/ru/briefReview.json' with { type: 'json' }
import bulkEdit from '../messages/ru/bulkEdit.json' with { type: 'json' }
import calendars from '../messages/ru/calendars.json' with { type: 'json' }
import claimForm from '../messages/ru/claimForm.json' with { type: 'json' }
import claims from '../messages/ru/claims.json' with { type: 'json' }
import composer from '../messages/ru/composer.json' with { type: 'json' }
import contacts from '../messages/ru/contacts.json' with { type: 'json' }
import dates from '../messages/ru/dates.json' with { type: 'json' }
import duplicates from '../messages/ru/duplicates.json' with { type: 'json' }
import errors from '../messages/ru/errors.json' with { type: 'json' }
import forms from '../messages/ru/forms.json' with { type: 'json' }
import guide from '../messages/ru/guide.json' with { type: 'json' }
import history from '../messages/ru/history.json' with { type: 'json' }
import imports from '../messages/ru/import.json' with { type: 'json' }
import incidentForm from '../messages/ru/incidentForm.json' with { type: 'json' }
import keyring from '../messages/ru/keyring.json' with { type: 'json' }
import keys from '../messages/ru/keys.json' with { type: 'json' }
import map from '../messages/ru/map.json' with { type: 'json' }
import onboarding from '../messages/ru/onboarding.json' with { type: 'json' }
import opening from '../messages/ru/opening.json' with { type: 'json' }
import organisations from '../messages/ru/organisations.json' with { type: 'json' }
import persons from '../messages/ru/persons.json' with { type: 'json' }
import places from '../messages/ru/places.json' with { type: 'json' }
import profileEditor from '../messages/ru/profileEditor.json' with { type: 'json' }
import profiles from '../messages/ru/profiles.json' with { type: 'json' }
import reading from '../messages/ru/reading.json' with { type: 'json' }
import recordRules from '../messages/ru/recordRules.json' with { type: 'json' }
import records from '../messages/ru/records.json' with { type: 'json' }
import releases from '../messages/ru/releases.json' with { type: 'json' }
import safety from '../messages/ru/safety.json' with { type: 'json' }
import search from '../messages/ru/search.json' with { type: 'json' }
import settings from '../messages/ru/settings.json' with { type: 'json' }
import shell from '../messages/ru/shell.json' with { type: 'json' }
import sourceForm from '../messages/ru/sourceForm.json' with { type: 'json' }
import table from '../messages/ru/table.json' with { type: 'json' }
import tableViews from '../messages/ru/tableViews.json' with { type: 'json' }
import unlock from '../messages/ru/unlock.json' with { type: 'json' }
import views from '../messages/ru/views.json' with { type: 'json' }
import vocabulary from '../messages/ru/vocabulary.json' with { type: 'json' }
import wording from '../messages/ru/wording.json' with { type: 'json' }

export const RUSSIAN = {
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
