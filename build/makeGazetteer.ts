// Makes resources/gazetteer/places.json: `node build/makeGazetteer.ts CLDR ISO`. CLDR is the folder
// usr/share/unicode/cldr/common of Debian's unicode-cldr-core, ISO the folder usr/share of its iso-codes; which
// versions were used is in resources/gazetteer/README.md. The result is kept in the repository, so this runs only
// when the sources or spellings.json change; the same sources give the same bytes.

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { foldPlace } from '../src/core/places/foldPlace.ts'
import { PLACE_LANGUAGES, type PlaceRow, parsePlaceTable } from '../src/core/places/placeTable.ts'
import { divisionCode, divisionNames, elementsOf, territoryNames, translationsOf } from './cldrPlaces.ts'

/** What CLDR calls a territory and ISO does not list, or only reserves. */
const NO_COUNTRIES = new Set(['AC', 'CP', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'QU', 'TA', 'UN'])
const WORLD = '001'

const namesSchema = z.strictObject({
  en: z.string().optional(),
  ru: z.string().optional(),
  ar: z.string().optional(),
  es: z.string().optional(),
  fr: z.string().optional(),
})
/** Written by hand: names that read better than those of CLDR, other spellings, Russian adjectives. */
const spellingsSchema = z.strictObject({
  source: z.string(),
  names: z.record(z.string(), namesSchema),
  also: z.record(z.string(), z.array(z.string())),
  adjectives: z.record(z.string(), z.array(z.string())),
  /** Names of the sources that are another place's too, or somebody else's code. */
  drop: z.record(z.string(), z.array(z.string())),
  /** Code in CLDR → code in ISO, where ISO gave a country's divisions new ones and CLDR kept the old. */
  moved: z.record(z.string(), z.string()),
})
const iso1Schema = z.object({
  '3166-1': z.array(
    z.object({
      alpha_2: z.string(),
      name: z.string(),
      official_name: z.string().optional(),
      common_name: z.string().optional(),
    }),
  ),
})
const iso2Schema = z.object({ '3166-2': z.array(z.object({ code: z.string(), name: z.string() })) })

const [cldr, iso] = process.argv.slice(2)
if (cldr === undefined || iso === undefined) throw new Error('usage: node build/makeGazetteer.ts CLDR ISO')
const gazetteerDir = path.join(import.meta.dirname, '../resources/gazetteer')
const spellings = spellingsSchema.parse(readJson(path.join(gazetteerDir, 'spellings.json')))

const parents = parentsOf(cldr)
const names = PLACE_LANGUAGES.map(
  (language) =>
    new Map([
      ...territoryNames(path.join(cldr, `main/${language}.xml`)),
      ...movedCodes(divisionNames(path.join(cldr, `subdivisions/${language}.xml`))),
    ]),
)
const isoNames = namesInIso(iso)
const isoCodes = new Map(
  elementsOf(path.join(cldr, 'supplemental/supplementalData.xml'), 'territoryCodes').flatMap(
    ({ attributes: { type, alpha3, numeric } }) =>
      type !== undefined && alpha3 !== undefined && numeric !== undefined
        ? [[type, [alpha3, numeric] as [string, string]]]
        : [],
  ),
)

const places = [...parents.keys()].sort().flatMap((code) => rowOf(code) ?? [])
const known = new Set(places.map(({ code }) => code))
for (const code of [spellings.names, spellings.also, spellings.adjectives, spellings.drop].flatMap(
  Object.keys,
))
  if (!known.has(code)) throw new Error(`spellings.json names ${code}, which is no place of the table`)
const source = 'Unicode CLDR 41 and iso-codes 4.15.0; see README.md'
parsePlaceTable({ source, places })
const rows = places.map((place) => JSON.stringify(place)).join(',\n')
writeFileSync(
  path.join(gazetteerDir, 'places.json'),
  `{"source":${JSON.stringify(source)},"places":[\n${rows}\n]}\n`,
)

function rowOf(code: string): PlaceRow | null {
  const better = spellings.names[code] ?? {}
  const named = PLACE_LANGUAGES.map((language, i) => {
    const name = better[language] ?? names[i]?.get(code)?.[0]
    return name === undefined ? null : capitalised(name)
  })
  const [first, ...others] = isoNames.get(code) ?? []
  const english = named[0] ?? first
  // A code that ISO has given up and CLDR has no name for.
  if (english === undefined) return null
  const all = [english, named[1], named[2], named[3], named[4]] as const
  const seen = new Set([...all, ...(spellings.drop[code] ?? [])].map((name) => (name ? foldPlace(name) : '')))
  const also = [
    ...names.flatMap((byCode) => byCode.get(code) ?? []),
    ...(first === undefined ? [] : [first, ...others]),
    ...(spellings.also[code] ?? []),
  ].filter((name) => {
    const key = foldPlace(name)
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
  const adjectives = spellings.adjectives[code] ?? adjectivesIn([named[1], ...also])
  const parent = parents.get(code)
  const codes = isoCodes.get(code)
  return {
    code,
    ...(parent === undefined || parent === '' ? {} : { in: parent }),
    names: [english, named[1] ?? null, named[2] ?? null, named[3] ?? null, named[4] ?? null],
    ...(also.length === 0 ? {} : { also }),
    ...(adjectives.length === 0 ? {} : { adjectives }),
    ...(codes === undefined || code.length !== 2 ? {} : { iso: codes }),
  }
}

/** What a code was in CLDR is another division's now: all moved codes move at once. */
function movedCodes(named: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, readonly string[]> {
  const olds = new Set(Object.keys(spellings.moved))
  const news = new Set(Object.values(spellings.moved))
  const kept = [...named].filter(([code]) => !olds.has(code) && !news.has(code))
  return new Map([
    ...kept,
    ...Object.entries(spellings.moved).flatMap(([from, to]): [string, readonly string[]][] => {
      const name = named.get(from)
      return name === undefined ? [] : [[to, name]]
    }),
  ])
}

/** "óblast de Kursk" stands by itself here, not in a sentence. */
function capitalised(name: string): string {
  return name.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** "Московская область" holds its own adjective. */
function adjectivesIn(given: readonly (string | null | undefined)[]): string[] {
  const found = given.flatMap((name) => {
    const match =
      /^(\p{Lu}[\p{L}-]*(?:ск|цк))(?:ая|ий|ой)\s+(?:автономн\p{L}+\s+)?(?:область|край|округ|республика)/iu.exec(
        name ?? '',
      )
    return match?.[1] === undefined ? [] : [`${match[1].toLowerCase()}ий`]
  })
  return [...new Set(found)]
}

/** Code → code of the next larger place; empty for the world. */
function parentsOf(dir: string): ReadonlyMap<string, string> {
  const found = new Map([[WORLD, '']])
  for (const { attributes } of elementsOf(path.join(dir, 'supplemental/supplementalData.xml'), 'group')) {
    const { type = '', contains = '', status, grouping } = attributes
    if (!/^\d{3}$/.test(type) || status !== undefined || grouping !== undefined) continue
    for (const code of contains.split(' ')) if (!NO_COUNTRIES.has(code)) found.set(code, type)
  }
  found.set('AQ', WORLD)
  for (const { attributes } of elementsOf(path.join(dir, 'supplemental/subdivisions.xml'), 'subgroup')) {
    const { type = '', contains = '' } = attributes
    const parent = /^[A-Z]{2}$/.test(type) ? type : divisionCode(type)
    for (const code of contains.split(' ')) if (found.has(parent)) found.set(divisionCode(code), parent)
  }
  return found
}

/** Names in ISO's lists and their translations, by code. Notes in brackets are left out. */
function namesInIso(share: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  const list = <T>(file: string, schema: z.ZodType<T>): T =>
    schema.parse(readJson(path.join(share, 'iso-codes/json', file)))
  const countries = translators(share, 'iso_3166-1')
  for (const { alpha_2, name, official_name, common_name } of list('iso_3166-1.json', iso1Schema)['3166-1']) {
    const english = [name, official_name, common_name].filter((each) => each !== undefined)
    found.set(alpha_2, withTranslations(english, countries))
  }
  // The translations of divisions hold mix-ups (a town of Bangladesh for Tanganyika), so only ISO's names are taken.
  for (const { code, name } of list('iso_3166-2.json', iso2Schema)['3166-2'])
    found.set(code, withTranslations([name], []))
  return found
}

function withTranslations(
  english: readonly string[],
  catalogues: readonly ReadonlyMap<string, string>[],
): readonly string[] {
  const all = [...english, ...catalogues.flatMap((each) => english.flatMap((name) => each.get(name) ?? []))]
  return all.map((name) => name.replaceAll(/\s*[[(][^\])]*[\])]/gu, '').trim()).filter((name) => name !== '')
}

function translators(share: string, domain: string): readonly ReadonlyMap<string, string>[] {
  return PLACE_LANGUAGES.map((language) => path.join(share, `locale/${language}/LC_MESSAGES/${domain}.mo`))
    .filter((file) => existsSync(file))
    .map((file) => translationsOf(file))
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'))
}
