/**
 * Names in another form than the log has them: inflected, in other letters, misspelt, a surname alone. The finder of
 * mentions knows the forms; here its answers become findings, for what the template prints and what the log publishes.
 */
import type { MentionSpan, MentionToken } from '../../core/redaction/mentions/mentionSpan.ts'
import { foldForGate } from './canaryForms.ts'
import type { Finding } from './finding.ts'
import { joined, saysWords } from './joinedTexts.ts'
import type { SearchTables } from './searchTables.ts'
import type { Excuses } from './text.ts'

/** A brief says its own places, dates and numbers; those are searched for in their own forms. */
const OF_PEOPLE: ReadonlySet<MentionToken> = new Set(['[person]', '[contact]', '[handle]'])

/** Findings for every mention of somebody in a text.  */
export function mentionLeaks(
  { finder }: SearchTables,
  { allowed, structured = allowed, vetted = structured, constants = [], own = [] }: Excuses,
): (text: string, where: string) => Finding[] {
  const vettedText = joined(vetted)
  const constantText = joined(constants)
  const ownText = joined(own)
  const isExcused = (mention: string): boolean => {
    const folded = foldForGate(mention)
    return saysWords(vettedText, folded) || (saysWords(constantText, folded) && !saysWords(ownText, folded))
  }
  const inPlain = (text: string): MentionSpan[] =>
    finder()
      .find(text)
      .filter(({ start, end, token }) => OF_PEOPLE.has(token) && !isExcused(text.slice(start, end)))
  return (text, where) => {
    const plain = undressed(text)
    const mentions = plain === text ? inPlain(text) : [...inPlain(text), ...inPlain(plain)]
    return findingsByForm(mentions, {
      class: 'leak/identity',
      where,
      detail: 'a name of somebody in the log',
    })
  }
}

/** Small capitals, which Unicode calls letters of their own; circled and squared ones come apart by its own rules. */
const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ'
const DRESSED =
  /[\u1d00-\u1d22\u0262\u026a\u0274\u0280\u028f\u0299\u029c\u029f\ua730\ua731\ua7af\u24b6-\u24e9]|[\u{1f130}-\u{1f149}]/u

/** "name [at] example (dot) org", as people write addresses that no machine shall collect. */
const SPELLED_AT = /\s{0,3}[[({<]\s{0,3}(?:at|arroba|arobase|собака)\s{0,3}[\])}>]\s{0,3}/giu
const SPELLED_DOT = /\s{0,3}[[({<]\s{0,3}(?:dot|punto|point|точка)\s{0,3}[\])}>]\s{0,3}/giu

/** The text with letters in their plain shapes, and addresses with their signs. */
function undressed(dressed: string): string {
  const text = dressed.replace(SPELLED_AT, '@').replace(SPELLED_DOT, '.')
  if (!DRESSED.test(text)) return text
  const plain = [...text].map((char) => {
    const at = SMALL_CAPITALS.indexOf(char)
    return at < 0 || char === 'x' ? char : String.fromCharCode(0x61 + at)
  })
  // Small capitals are capitals still: a name in them counts as one.
  return plain
    .join('')
    .normalize('NFKC')
    .replace(/\p{L}+/gu, (word) => (text.includes(word) ? word : word.toUpperCase()))
}

/** One finding for each form that was met. What the forms are is for the log's holder to see; their kind is enough here. */
export function findingsByForm(mentions: readonly MentionSpan[], of: Finding): Finding[] {
  return [...new Set(mentions.map(({ why }) => why))].map((why) => ({
    ...of,
    detail: `${of.detail}, ${why}`,
  }))
}
