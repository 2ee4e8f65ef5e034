/** The words of the window in English. */
import actions from '../messages/en/actions.json' with { type: 'json' }
import acts from '../messages/en/acts.json' with { type: 'json' }
import bin from '../messages/en/bin.json' with { type: 'json' }
import board from '../messages/en/board.json' with { type: 'json' }
import brief from '../messages/en/brief.json' with { type: 'json' }
import briefReview from '../messages/en/briefReview.json' with { type: 'json' }
import bulkEdit from '../messages/en/bulkEdit.json' with { type: 'json' }
import calendars from '../messages/en/calendars.json' with { type: 'json' }
import claimForm from '../messages/en/claimForm.json' with { type: 'json' }
import claims from '../messages/en/claims.json' with { type: 'json' }
import composer from '../messages/en/composer.json' with { type: 'json' }
import contacts from '../messages/en/contacts.json' with { type: 'json' }
import dates from '../messages/en/dates.json' with { type: 'json' }
import duplicates from '../messages/en/duplicates.json' with { type: 'json' }
import errors from '../messages/en/errors.json' with { type: 'json' }
import forms from '../messages/en/forms.json' with { type: 'json' }
import guide from '../messages/en/guide.json' with { type: 'json' }
import history from '../messages/en/history.json' with { type: 'json' }
import imports from '../messages/en/import.json' with { type: 'json' }
import incidentForm from '../messages/en/incidentForm.json' with { type: 'json' }
import keyring from '../messages/en/keyring.json' with { type: 'json' }
import keys from '../messages/en/keys.json' with { type: 'json' }
import map from '../messages/en/map.json' with { type: 'json' }
import onboarding from '../messages/en/onboarding.json' with { type: 'json' }
import opening from '../messages/en/opening.json' with { type: 'json' }
import organisations from '../messages/en/organisations.json' with { type: 'json' }
import persons from '../messages/en/persons.json' with { type: 'json' }
import places from '../messages/en/places.json' with { type: 'json' }
import profileEditor from '../messages/en/profileEditor.json' with { type: 'json' }
import profiles from '../messages/en/profiles.json' with { type: 'json' }
import reading from '../messages/en/reading.json' with { type: 'json' }
import recordRules from '../messages/en/recordRules.json' with { type: 'json' }
import records from '../messages/en/records.json' with { type: 'json' }
import releases from '../messages/en/releases.json' with { type: 'json' }
import safety from '../messages/en/safety.json' with { type: 'json' }
import search from '../messages/en/search.json' with { type: 'json' }
import settings from '../messages/en/settings.json' with { type: 'json' }
import shell from '../messages/en/shell.json' with { type: 'json' }
import sourceForm from '../messages/en/sourceForm.json' with { type: 'json' }
import table from '../messages/en/table.json' with { type: 'json' }
import tableViews from '../messages/en/tableViews.json' with { type: 'json' }
import unlock from '../messages/en/unlock.json' with { type: 'json' }
import views from '../messages/en/views.json' with { type: 'json' }
import vocabulary from '../messages/en/vocabulary.json' with { type: 'json' }
import wording from '../messages/en/wording.json' with { type: 'json' }

export const ENGLISH = {
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
