/**
 * The stem of a Russian word, by the Snowball algorithm (snowballstem.org/algorithms/russian): "тюрьма, тюрьмы, тюрьмой"
 * have one. Folded Cyrillic: lower case, ё = е. A stem is always a beginning of its word.
 */

const VOWEL = 'аеиоуыэюя'
const REGION = new RegExp(`^[^${VOWEL}]*[${VOWEL}]`)
const SECOND = new RegExp(`^[^${VOWEL}]*[${VOWEL}]+[^${VOWEL}][^${VOWEL}]*[${VOWEL}]+[^${VOWEL}]`)

const GERUND = /(?:(?<=[ая])(?:в|вши|вшись)|(?:ив|ивши|ившись|ыв|ывши|ывшись))$/
const REFLEXIVE = /с[яь]$/
const ADJECTIVE = /(?:ее|ие|ые|ое|ими|ыми|ей|ий|ый|ой|ем|им|ым|ом|его|ого|ему|ому|их|ых|ую|юю|ая|яя|ою|ею)$/
const PARTICIPLE = /(?:(?<=[ая])(?:ем|нн|вш|ющ|щ)|(?:ивш|ывш|ующ))$/
const VERB =
  /(?:(?<=[ая])(?:ла|на|ете|йте|ли|й|л|ем|н|ло|но|ет|ют|ны|ть|ешь|нно)|(?:ила|ыла|ена|ейте|уйте|ите|или|ыли|ей|уй|ил|ыл|им|ым|ен|ило|ыло|ено|ят|ует|уют|ит|ыт|ены|ить|ыть|ишь|ую|ю))$/
const NOUN =
  /(?:а|ев|ов|ие|ье|е|иями|ями|ами|еи|ии|и|ией|ей|ой|ий|й|иям|ям|ием|ем|ам|ом|о|у|ах|иях|ях|ы|ь|ию|ью|ю|ия|ья|я)$/
const DERIVED = /ость?$/
const SUPERLATIVE = /ейше?$/

/** Cuts the longest ending of a class off; null when there is none. */
function without(text: string, ending: RegExp, region: number): string | null {
  const found = ending.exec(text)
  return found === null || found.index < region ? null : text.slice(0, found.index)
}

export function russianStem(word: string): string {
  const region = REGION.exec(word)?.[0].length
  if (region === undefined) return word
  const second = SECOND.exec(word)?.[0].length ?? word.length
  const cut = (text: string, ending: RegExp) => without(text, ending, region)
  let stem = cut(word, GERUND)
  if (stem === null) {
    const plain = cut(word, REFLEXIVE) ?? word
    const adjective = cut(plain, ADJECTIVE)
    stem =
      adjective === null
        ? (cut(plain, VERB) ?? cut(plain, NOUN) ?? plain)
        : (cut(adjective, PARTICIPLE) ?? adjective)
  }
  stem = cut(stem, /и$/) ?? stem
  stem = without(stem, DERIVED, second) ?? stem
  const plain = cut(stem, SUPERLATIVE) ?? stem
  if (plain.endsWith('нн')) return plain.slice(0, -1)
  return plain === stem ? (cut(stem, /ь$/) ?? stem) : plain
}
