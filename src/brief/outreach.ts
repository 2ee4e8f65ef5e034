/** What a brief asks for, and where people can get help: public contacts only, each with the day it was checked. */
import { compareText } from '../core/compareText.ts'
import { edtfSortKey } from '../core/edtfSpan.ts'
import type { BriefAction, BriefContact, BriefData } from '../core/redaction/briefData.ts'
import { contactsInOrder, contactWarnings } from '../shared/briefWords/contactWarnings.ts'
import { compareLocalIds, localIdList } from '../shared/briefWords/localIds.ts'
import { dateInWords, dayInWords } from './briefDates.ts'
import type { PageWords } from './briefPage.ts'
import { printLocale } from './briefText.ts'

export interface Ask {
  readonly what: string
  readonly to: string
  /** What was asked for, where that text was accepted; it may be in another script than its label. */
  readonly text: { readonly label: string; readonly words: string } | null
  readonly facts: readonly string[]
}

/** Actions in the brief's own order. */
export function asks(data: BriefData, words: PageWords): Ask[] {
  return [...data.actions].sort((a, b) => compareLocalIds(a.id, b.id)).map((action) => askOf(action, words))
}

/** Nothing more is expected of whom they are addressed to. */
const CLOSED: ReadonlySet<string | null> = new Set(['answered', 'completed', 'abandoned'])

/** What is still open first, and of that what has a day to come, the nearest first, which says by when. */
export function urgentAsks(data: BriefData, words: PageWords): Ask[] {
  const { say, language } = words
  const today = edtfSortKey(data.asOf) ?? ''
  const due = ({ when }: BriefAction): string | null => {
    const day = when === null ? null : edtfSortKey(when)
    return day !== null && day > today ? day : null
  }
  return [...data.actions]
    .map((action) => ({ action, isClosed: CLOSED.has(action.status), due: due(action) }))
    .sort(
      (a, b) =>
        Number(a.isClosed) - Number(b.isClosed) ||
        compareText(a.due ?? AFTER_ALL_DAYS, b.due ?? AFTER_ALL_DAYS) ||
        compareLocalIds(a.action.id, b.action.id),
    )
    .map(({ action, isClosed, due: day }) => {
      if (isClosed || (day === null && action.when !== null)) return askOf(action, words)
      const { facts, ...ask } = askOf({ ...action, when: null }, words)
      const by =
        day === null ? say('urgent.noDate') : say('urgent.by', { date: dateInWords(action.when, language) })
      return { ...ask, facts: [by, ...facts] }
    })
}

const AFTER_ALL_DAYS = 'Z'

function askOf(action: BriefAction, { say, label, language }: PageWords): Ask {
  const facts: string[] = []
  if (action.when !== null) facts.push(say('asks.when', { date: dateInWords(action.when, language) }))
  if (action.status !== null) facts.push(say('asks.status', { status: label(action.status) }))
  if (action.about.length > 0) facts.push(say('asks.about', { list: localIdList(action.about, say) }))
  return {
    what: label(action.what),
    to: say('asks.to', { who: action.addressedTo }),
    text: textOf(action, say),
    facts,
  }
}

function textOf({ askedFor }: BriefAction, say: PageWords['say']): Ask['text'] {
  return askedFor === null ? null : { label: say('asks.text', { text: '' }).trim(), words: askedFor }
}

export interface HelpEntry {
  readonly organisation: string
  readonly kind: string
  readonly offers: string
  /** `href` is null where the text is no https, http or mailto address; it is then text only. */
  readonly ways: readonly { readonly name: string; readonly text: string; readonly href: string | null }[]
  readonly facts: readonly string[]
  readonly warnings: readonly string[]
}

/** Public contacts with the name of the organisation that publishes them. */
export function helpEntries(data: BriefData, words: PageWords): HelpEntry[] {
  const organisationById = new Map(data.organisations.map((each) => [each.id, each]))
  return contactsInOrder(data.contacts).map((contact) => {
    const organisation = organisationById.get(contact.organisation)
    return {
      organisation: organisation?.name ?? '',
      kind: organisation === undefined ? '' : words.label(organisation.kind),
      offers: contact.offers,
      ways: ways(contact, words),
      facts: facts(contact, words),
      warnings: contactWarnings(contact, words.say),
    }
  })
}

function ways({ phone, site, email }: BriefContact, { say }: PageWords): HelpEntry['ways'] {
  const found: { name: string; text: string; href: string | null }[] = []
  // A telephone number is no link: a tap on a watched phone is already a call.
  if (phone !== null) found.push({ name: say('help.phone'), text: phone, href: null })
  if (site !== null) found.push({ name: say('help.site'), text: site, href: webAddress(site) })
  if (email !== null) found.push({ name: say('help.email'), text: email, href: mailAddress(email) })
  return found
}

/** The address a site's text may link to; null unless it is http or https without user name or password. */
export function webAddress(text: string): string | null {
  if (!/^https?:\/\/[^\s"'<>\\^`{|}]+$/i.test(text) || !URL.canParse(text)) return null
  const url = new URL(text)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  return isWeb && url.username === '' && url.password === '' ? url.href : null
}

/** A mailto address without subject or copies; null when the text is no plain address. */
export function mailAddress(text: string): string | null {
  return /^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(text) ? `mailto:${text}` : null
}

function facts(contact: BriefContact, { say, language }: PageWords): string[] {
  const found = [say('help.checkedOn', { date: dayInWords(contact.checkedOn, language) })]
  if (contact.languages.length > 0) {
    const names = new Intl.DisplayNames([printLocale(language)], { type: 'language' })
    const list = contact.languages.map((code) => languageName(code, names)).join(say('list.comma'))
    found.push(say('help.languages', { list }))
  }
  return found
}

function languageName(code: string, names: Intl.DisplayNames): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
