/**
 * Text that stands in a text in another writing, word for word: base64 that comes out as text, percent signs of an older
 * code page, international domain names. Names come inflected and alone there too.
 */
import { domainToUnicode } from 'node:url'

const BASE64 = /(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{12,}={0,2}/g
const WORDS = /\p{L}{3}/u
const NO_TEXT = /[\p{Cc}\p{Co}\p{Cn}\ufffd]/u
const PERCENT_RUN =
  /(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9+_.-])*%[89A-Fa-f][0-9A-Fa-f](?:%[0-9A-Fa-f]{2}|[A-Za-z0-9+_.-])*/g
const CODE_PAGES = ['windows-1251', 'koi8-r', 'windows-1256', 'windows-1252']
const DOMAIN = /(?:[a-z0-9-]+\.)*xn--[a-z0-9-]+(?:\.[a-z0-9-]+)*/gi

/** What a text says in these ways, one text a way; none for most texts. */
export function decodedTexts(text: string): readonly { readonly name: string; readonly text: string }[] {
  const found = [
    { name: 'base64', text: [...text.matchAll(BASE64)].flatMap(([run]) => fromBase64(run)).join('\n') },
    { name: 'a domain', text: [...text.matchAll(DOMAIN)].map(([name]) => domainToUnicode(name)).join('\n') },
  ]
  const runs = text.includes('%') ? [...text.matchAll(PERCENT_RUN)].map(([run]) => bytesOf(run)) : []
  for (const page of runs.length === 0 ? [] : CODE_PAGES) {
    const decoder = new TextDecoder(page)
    const said = runs.map((bytes) => decoder.decode(bytes)).join('\n')
    found.push({ name: `percent signs of ${page}`, text: said })
  }
  return found.filter((each) => WORDS.test(each.text))
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
