/** Public contacts and the organisations that publish them: whole or not at all, since half a contact helps nobody. */
import { type Contact, isContactStale } from '../../contact.ts'
import type { Organisation } from '../../organisation.ts'
import type { BriefContact, BriefOrganisation } from '../briefData.ts'
import { isShown, staleContactRule } from '../profile.ts'
import { whyContactStays } from '../select.ts'
import { chosen, cleanCode, isRefused, ofRecord, type RowContext } from './rowContext.ts'

export interface ContactRows {
  readonly contacts: BriefContact[]
  readonly organisations: BriefOrganisation[]
}

export function contactRows(context: RowContext): ContactRows {
  const { log, selection } = context
  const organisations = new Map<string, BriefOrganisation>()
  const contacts = chosen(selection.contacts, log.contacts).flatMap((contact): BriefContact[] => {
    const own = ofRecord(context, contact.id)
    const organisation = log.organisations[contact.organisation]
    const reason = whyContactStays(contact, context)
    if (reason !== null || organisation === undefined) {
      own.withheld.add(reason ?? 'record/label')
      return []
    }
    const row = contactRow(contact, organisation, own)
    if (row === null) return []
    organisations.set(organisation.id, organisationRow(organisation, context))
    return [row]
  })
  return { contacts, organisations: [...organisations.values()] }
}

function contactRow(contact: Contact, organisation: Organisation, context: RowContext): BriefContact | null {
  const { profile, mentions, withheld, refused, asOf } = context
  const shown = (path: 'phone' | 'site' | 'email') =>
    isShown(profile, 'contacts', path) ? (contact[path] ?? null) : null
  const { id, offers, warning = null, checkedOn } = contact
  const ways = { phone: shown('phone'), site: shown('site'), email: shown('email') }
  const texts = [organisation.name, offers, warning, ...Object.values(ways)]
  if (texts.some((text) => text !== null && mentions(text, 'inside'))) {
    withheld.add('record/mention')
    return null
  }
  if (texts.some((text) => text !== null && isRefused(text, refused))) {
    withheld.add('field/not-accepted')
    return null
  }
  const stale = isContactStale(contact, asOf)
  if (stale && staleContactRule(profile) === 'block') {
    withheld.add('record/stale-contact')
    return null
  }
  const languages = isShown(profile, 'contacts', 'languages') ? [...new Set(contact.languages)].sort() : []
  return { id, organisation: organisation.id, offers, ...ways, languages, checkedOn, stale, warning }
}

function organisationRow({ id, name, kind }: Organisation, context: RowContext): BriefOrganisation {
  const isKindShown = isShown(context.profile, 'organisations', 'kind')
  return { id, name, kind: isKindShown ? cleanCode(kind, context) : 'other' }
}
