/** Pseudonyms in words: "Victim 1" in the reader's language. They mean somebody in this brief alone. */
import type { BriefPerson } from '../../core/redaction/briefData.ts'
import type { BriefSay } from './briefSay.ts'

export function pseudonymInWords(
  { role, number }: Pick<BriefPerson, 'role' | 'number'>,
  say: BriefSay,
): string {
  return say(`pseudonym.${role}`, { number: String(number) })
}

/** Labels of these people, in the order of the brief's own list. */
export function pseudonymList(ids: readonly string[], people: readonly BriefPerson[], say: BriefSay): string {
  const wanted = new Set(ids)
  return people
    .filter(({ id }) => wanted.has(id))
    .map((person) => pseudonymInWords(person, say))
    .join(say('list.comma'))
}
