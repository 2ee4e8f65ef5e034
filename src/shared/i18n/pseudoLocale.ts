/**
 * The right-to-left pseudo-locale: every literal piece of an English message gets accents and a right-to-left
 * override, arguments stay as they are. What stands plain on screen was never translated.
 */
import { IntlMessageFormat } from 'intl-messageformat'

type MessageAst = ReturnType<IntlMessageFormat['getAst']>

const ACCENTED: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aàeéiîoöuûyýcçnñAÀEÉIÎOÖUÛYÝCÇNÑ'].flatMap((letter, index, all) =>
    index % 2 === 0 ? [[letter, all[index + 1] ?? letter]] : [],
  ),
)
const RIGHT_TO_LEFT_OVERRIDE = '\u202e'
const POP_DIRECTION = '\u202c'

/** The message as the pseudo-locale shows it. Throws a SyntaxError when it is not valid ICU. */
export function pseudoMessage(message: string): MessageAst {
  return pseudoElements(new IntlMessageFormat(message, 'en').getAst())
}

function pseudoElements(elements: MessageAst): MessageAst {
  return elements.map((element) => {
    // 0 literal, 5 select, 6 plural, 8 tag: the parser's numbers, whose names are erased at run time.
    if (element.type === 0) return { ...element, value: pseudoText(element.value) }
    if (element.type === 5 || element.type === 6) {
      const options = Object.entries(element.options).map(
        ([key, option]) => [key, { ...option, value: pseudoElements(option.value) }] as const,
      )
      return { ...element, options: Object.fromEntries(options) }
    }
    return element.type === 8 ? { ...element, children: pseudoElements(element.children) } : element
  })
}

/** One literal: accents, and an override around each word, so that line breaks still fall between words. */
export function pseudoText(text: string): string {
  return text.replace(/\S+/gu, (word) => {
    const accented = [...word].map((letter) => ACCENTED[letter] ?? letter).join('')
    return RIGHT_TO_LEFT_OVERRIDE + accented + POP_DIRECTION
  })
}
