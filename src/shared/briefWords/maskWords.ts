/**
 * Masked places of a text as a brief's reader sees them. The log and the JSON have one token for each kind in every
 * language (redaction.md, "mask"); on a page it is a word like those around it. One module for the PDF and the preview.
 */
import { BRIEF_LANGUAGES, type BriefContent, type BriefLanguage } from '../../core/redaction/briefData.ts'
import { MENTION_TOKENS, type MentionToken } from '../../core/redaction/mentions/mentionSpan.ts'
import type { BriefKey, BriefSay } from './briefSay.ts'

const KEYS: Readonly<Record<MentionToken, BriefKey>> = {
  '[person]': 'mask.person',
  '[place]': 'mask.place',
  '[organisation]': 'mask.organisation',
  '[phone]': 'mask.phone',
  '[email]': 'mask.email',
  '[handle]': 'mask.handle',
  '[link]': 'mask.link',
  '[id]': 'mask.id',
  '[plate]': 'mask.plate',
  '[coordinates]': 'mask.coordinates',
  '[date]': 'mask.date',
  '[contact]': 'mask.contact',
}
const BRACKETED = /\[[a-z]+\]/gu

/** Scripts of which a page knows words; the rest take those of the brief. */
const SCRIPTS: readonly { readonly letters: RegExp; readonly languages: readonly BriefLanguage[] }[] = [
  { letters: /^\p{Script=Latin}/u, languages: ['en', 'es', 'fr'] },
  { letters: /^\p{Script=Cyrillic}/u, languages: ['ru'] },
  { letters: /^\p{Script=Arabic}/u, languages: ['ar'] },
]

/** The text with the words of a language for its tokens: the brief's, or another of the text's own script. */
export function maskWords(
  text: string,
  language: BriefLanguage,
  sayIn: (language: BriefLanguage) => BriefSay,
): string {
  if (!text.includes('[')) return text
  const say = sayIn(languageOf(text.replace(BRACKETED, ''), language))
  return text.replace(BRACKETED, (token) => {
    const known = MENTION_TOKENS.find((each) => each === token)
    return known === undefined ? token : say(KEYS[known])
  })
}

/** A brief with words for the tokens in all texts that a person wrote. */
export function withMaskWords<Data extends BriefContent>(
  data: Data,
  sayIn: (language: BriefLanguage) => BriefSay,
): Data {
  const said = (text: string) => maskWords(text, data.language, sayIn)
  const orNull = (text: string | null) => (text === null ? null : said(text))
  return {
    ...data,
    title: said(data.title),
    introduction: said(data.introduction),
    incidents: data.incidents.map((incident) => ({
      ...incident,
      title: orNull(incident.title),
      summary: orNull(incident.summary),
      place: { ...incident.place, site: orNull(incident.place.site) },
    })),
    claims: data.claims.map((claim) => ({
      ...claim,
      wording: orNull(claim.wording),
      statement: orNull(claim.statement),
    })),
    actions: data.actions.map((action) => ({
      ...action,
      addressedTo: said(action.addressedTo),
      askedFor: orNull(action.askedFor),
    })),
  }
}

/** The words of every language for the tokens, with their brackets. */
export function allMaskWords(sayIn: (language: BriefLanguage) => BriefSay): ReadonlySet<string> {
  return new Set([
    ...MENTION_TOKENS,
    ...BRIEF_LANGUAGES.map(sayIn).flatMap((say) => Object.values(KEYS).map((key) => say(key))),
  ])
}

function languageOf(text: string, language: BriefLanguage): BriefLanguage {
  const first = text.match(/\p{L}/u)?.[0]
  const script = first === undefined ? undefined : SCRIPTS.find(({ letters }) => letters.test(first))
  if (script === undefined || script.languages.includes(language)) return language
  return script.languages[0] ?? language
}
