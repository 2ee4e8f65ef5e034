/**
 * Text that stands in a text in another writing, word for word: base64 that comes out as text, percent signs of an older
 * code page, international domain names. Names come inflected and alone there too.
 */
import { domainToUnicode } from 'node:url'

const BASE64 = /(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{12,}={0,2}/g
const WORDS = /\p{L}{3}/u
const NO_TEXT = /[\p{Cc}\p{Co}\p{Cn}\ufffd]/u
// Whole runs first, looked at afterwards: a pattern that looks for the sign in the middle tries every beginning of a long
// run, and takes hours for a megabyte without one.
const PERCENT_RUN = /[%A-Za-z0-9+_.-]+/g
const HAS_HIGH_BYTE = /%[89A-F][0-9A-F]/i
const CODE_PAGES = ['windows-1251', 'koi8-r', 'windows-1256', 'windows-1252']
const DOMAIN = /[a-z0-9.-]+/gi
const IS_INTERNATIONAL = /(?:^|\.)xn--[a-z0-9-]/i
/** A domain name is no longer (RFC 1035, 2.3.4). */
const LONGEST_DOMAIN = 253

/** What a text says in these ways, one text a way; none for most texts. */
export function decodedTexts(text: string): readonly { readonly name: string; readonly text: string }[] {
  const found = [
    { name: 'base64', text: [...text.matchAll(BASE64)].flatMap(([run]) => fromBase64(run)).join('\n') },
    {
      name: 'a domain',
      text: domainsOf(text)
        .map((name) => domainToUnicode(name))
        .join('\n'),
    },
  ]
  const runs = HAS_HIGH_BYTE.test(text)
    ? [...text.matchAll(PERCENT_RUN)].flatMap(([run]) => (HAS_HIGH_BYTE.test(run) ? [bytesOf(run)] : []))
    : []
  for (const page of runs.length === 0 ? [] : CODE_PAGES) {
    const decoder = new TextDecoder(page)
    const said = runs.map((bytes) => decoder.decode(bytes)).join('\n')
    found.push({ name: `percent signs of ${page}`, text: said })
  }
  return found.filter((each) => WORDS.test(each.text))
}

/** Without dots at either end, as a sentence has them. */
function domainsOf(text: string): string[] {
  if (!/xn--/i.test(text)) return []
  return [...text.matchAll(DOMAIN)].flatMap(([run]) => {
    const name = run.length > LONGEST_DOMAIN + 2 ? '' : run.replace(/^[.-]+|[.-]+$/g, '')
    return IS_INTERNATIONAL.test(name) ? [name] : []
  })
}

/** Only what is text to its last byte: a word of a page is base64 of noise. */
function fromBase64(run: string): string[] {
  const bytes = Buffer.from(run, 'base64')
  const inUtf8 = bytes.toString('utf8')
  if (!NO_TEXT.test(inUtf8.replace(/[\t\n\r]/g, ' '))) return [inUtf8]
  const inUtf16 = bytes.length % 2 === 0 ? bytes.toString('utf16le') : ''
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{P}\p{N}\p{Zs}\n\ufeff]+$/u.test(inUtf16)
    ? [inUtf16]
    : []
}

function bytesOf(run: string): Uint8Array {
  const latin = run
    .replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/[+_]/g, ' ')
  return Buffer.from(latin, 'latin1')
}
