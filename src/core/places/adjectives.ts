/**
 * Russian adjectives of places. The usual ones are listed in the gazetteer; here are those that a name forms regularly
 * ("Идлиб" → "идлибский"), and the forms of any of them. Spelling rules: after г, к, х stands и, never ы.
 */

/**
 * Adjectives that a name in Russian forms by rule, masculine singular, lower case. Names of several words are left
 * out, and so are those in -е, -и, -о, -у, -ы, for which there is no rule. Several where usage wavers.
 */
export function regularAdjectives(name: string): readonly string[] {
  const word = name.toLowerCase()
  if (!/^[а-яё-]{3,}$/u.test(word)) return []
  if (/(?:ск|цк)$/u.test(word)) return [`${word}ий`]
  if (word.endsWith('ия')) return [`${word.slice(0, -2)}ийский`]
  if (/[бвгдзклмнпрстфхчшщж]а$/u.test(word)) return [`${word.slice(0, -1)}ский`, `${word.slice(0, -1)}инский`]
  if (/[бвгдзклмнпрстфх]$/u.test(word)) return [`${word}ский`]
  if (/[лн]ь$/u.test(word)) return [`${word.endsWith('нь') ? word.slice(0, -1) : word}ский`]
  return []
}

const ENDINGS = ['ий', 'ого', 'ому', 'им', 'ом', 'ая', 'ой', 'ую', 'ою', 'ое', 'ие', 'их', 'ими']
const STRESSED_ENDINGS = ['ой', 'ого', 'ому', 'им', 'ом', 'ая', 'ую', 'ою', 'ое', 'ие', 'их', 'ими']

/** All cases, genders and numbers of an adjective in -ский, -цкий or -ской; of anything else, itself. */
export function adjectiveForms(adjective: string): readonly string[] {
  const match = /^(.+[сц]к)(ий|ой)$/u.exec(adjective)
  if (match === null) return [adjective]
  const [, stem = '', ending] = match
  return (ending === 'ий' ? ENDINGS : STRESSED_ENDINGS).map((each) => stem + each)
}
