/** Digits of every script by their value, and the sign that parts decimals in Arabic. */

const OTHER = /[\p{Nd}--[0-9]]/v
const OTHERS = /[\p{Nd}--[0-9]]/gv
const DIGIT = /\p{Nd}/u

/** The text with decimal digits of other scripts as 0–9, and ٫ as a point. Keeps its length, save for digits outside the first plane. */
export function asciiDigits(text: string): string {
  return OTHER.test(text) ? text.replace(OTHERS, digitValue).replaceAll('٫', '.') : text
}

/** Unicode keeps the ten digits of a script in a row, zero first. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && DIGIT.test(String.fromCodePoint(code - value - 1))) value += 1
  return String(value)
}
