/**
 * What to tell whoever holds a brief, in the brief's own language: to stop using it, to ask before repeating it. It
 * names what the brief says itself, its title and its day, and the hash of its file; not who withdrew what, nor why, since
 * the message may be read by others than the brief was for.
 */
import { IntlMessageFormat } from 'intl-messageformat'
import { BRIEF_LANGUAGES, type BriefLanguage } from '../../core/redaction/briefData.ts'
import type { Release } from '../../core/release.ts'
import type { ReleaseChangeCode } from '../../core/releases/affectedReleases.ts'
import { partsInFull } from '../i18n/edtfWords.ts'
import ar from '../i18n/releases/ar.json' with { type: 'json' }
import en from '../i18n/releases/en.json' with { type: 'json' }
import es from '../i18n/releases/es.json' with { type: 'json' }
import fr from '../i18n/releases/fr.json' with { type: 'json' }
import ru from '../i18n/releases/ru.json' with { type: 'json' }

type MessageKey = keyof typeof en
const CATALOGUES: Readonly<Record<BriefLanguage, Readonly<Record<MessageKey, string>>>> = {
  en,
  ru,
  ar,
  es,
  fr,
}

export type ToldRelease = Pick<Release, 'title' | 'asOf' | 'language' | 'files' | 'supersededBy'> & {
  readonly recall?: Pick<NonNullable<Release['recall']>, 'on'> | undefined
}

/**
 * The message to copy: one paragraph for each thing to do. A recall says all that the changes could; codes may come in
 * any order, more than once. `language` is that of the brief unless the reader needs another.
 */
export function releaseMessage(
  release: ToldRelease,
  codes: readonly ReleaseChangeCode[],
  language: BriefLanguage = languageOf(release),
): string {
  // A Russian day ends in a full stop of its own ("2020 г.").
  const say = (key: MessageKey, values: Readonly<Record<string, string>> = {}): string =>
    String(
      new IntlMessageFormat(CATALOGUES[language][key], language, undefined, { ignoreTag: true }).format(
        values,
      ),
    ).replace(/(\sг\.)\./gu, '$1')
  const { title, recall, supersededBy, files } = release
  const asked =
    recall === undefined
      ? TASKS.flatMap(({ key, of }) => (codes.some((code) => of.includes(code)) ? [say(key)] : []))
      : [say('message.recalled', { day: dayWords(recall.on, language) })]
  return [
    say('message.about', { title, asOf: dayWords(release.asOf, language) }),
    ...asked,
    ...(supersededBy === undefined ? [] : [say('message.later')]),
    ...files.map(({ sha256 }) => say('message.file', { sha256 })),
    say('message.close'),
  ].join('\n\n')
}

const TASKS: readonly { readonly key: MessageKey; readonly of: readonly ReleaseChangeCode[] }[] = [
  {
    key: 'message.stop',
    of: [
      'consent-withdrawn',
      'consent-refused',
      'consent-expired',
      'consent-narrowed',
      'record-deleted',
      'label-raised',
    ],
  },
  { key: 'message.weaker', of: ['claim-fell', 'claim-reversed', 'claim-superseded', 'claim-dropped'] },
  { key: 'message.merged', of: ['incident-merged'] },
]

/** English for a language that briefs do not have. */
export function languageOf({ language }: Pick<Release, 'language'>): BriefLanguage {
  return BRIEF_LANGUAGES.find((each) => each === language) ?? 'en'
}

/** As the brief writes its days: its digits, the day before the month in English, "1er" in French. */
function dayWords(day: string, language: BriefLanguage): string {
  const locale = `${language === 'en' ? 'en-GB' : language}-u-nu-latn`
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  return partsInFull(format.formatToParts(new Date(`${day}T00:00:00Z`)), locale)
}
