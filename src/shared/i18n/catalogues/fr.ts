/** The words of the window in French. */
import actions from '../messages/fr/actions.json' with { type: 'json' }
import acts from '../messages/fr/acts.json' with { type: 'json' }
import bin from '../messages/fr/bin.json' with { type: 'json' }
import board from '../messages/fr/board.json' with { type: 'json' }
import brief from '../messages/fr/brief.json' with { type: 'json' }
import briefReview from '../messages/fr/briefReview.json' with { type: 'json' }
import bulkEdit from '../messages/fr/bulkEdit.json' with { type: 'json' }
import calendars from '../messages/fr/calendars.json' with { type: 'json' }
import claimForm from '../messages/fr/claimForm.json' with { type: 'json' }
import claims from '../messages/fr/claims.json' with { type: 'json' }
import composer from '../messages/fr/composer.json' with { type: 'json' }
import contacts from '../messages/fr/contacts.json' with { type: 'json' }
import dates from '../messages/fr/dates.json' with { type: 'json' }
import duplicates from '../messages/fr/duplicates.json' with { type: 'json' }
import errors from '../messages/fr/errors.json' with { type: 'json' }
import forms from '../messages/fr/forms.json' with { type: 'json' }
import guide from '../messages/fr/guide.json' with { type: 'json' }
import history from '../messages/fr/history.json' with { type: 'json' }
import imports from '../messages/fr/import.json' with { type: 'json' }
import incidentForm from '../messages/fr/incidentForm.json' with { type: 'json' }
import keyring from '../messages/fr/keyring.json' with { type: 'json' }
import keys from '../messages/fr/keys.json' with { type: 'json' }
import map from '../messages/fr/map.json' with { type: 'json' }
import onboarding from '../messages/fr/onboarding.json' with { type: 'json' }
import opening from '../messages/fr/opening.json' with { type: 'json' }
import organisations from '../messages/fr/organisations.json' with { type: 'json' }
import persons from '../messages/fr/persons.json' with { type: 'json' }
import places from '../messages/fr/places.json' with { type: 'json' }
import profileEditor from '../messages/fr/profileEditor.json' with { type: 'json' }
import profiles from '../messages/fr/profiles.json' with { type: 'json' }
import reading from '../messages/fr/reading.json' with { type: 'json' }
import recordRules from '../messages/fr/recordRules.json' with { type: 'json' }
import records from '../messages/fr/records.json' with { type: 'json' }
import releases from '../messages/fr/releases.json' with { type: 'json' }
import safety from '../messages/fr/safety.json' with { type: 'json' }
import search from '../messages/fr/search.json' with { type: 'json' }
import settings from '../messages/fr/settings.json' with { type: 'json' }
import shell from '../messages/fr/shell.json' with { type: 'json' }
import sourceForm from '../messages/fr/sourceForm.json' with { type: 'json' }
import table from '../messages/fr/table.json' with { type: 'json' }
import tableViews from '../messages/fr/tableViews.json' with { type: 'json' }
import unlock from '../messages/fr/unlock.json' with { type: 'json' }
import views from '../messages/fr/views.json' with { type: 'json' }
import vocabulary from '../messages/fr/vocabulary.json' with { type: 'json' }
import wording from '../messages/fr/wording.json' with { type: 'json' }

export const FRENCH = {
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
