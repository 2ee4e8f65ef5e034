/** Tells the kinds of PDF values apart. */
import type { PdfDictionary, PdfValue } from './pdfTokens.ts'

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'dictionary'
}

export function isNamed(value: PdfValue | undefined, name: string): boolean {
  return nameOf(value) === name
}

/** The word of a name; null for anything else. */
export function nameOf(value: PdfValue | undefined): string | null {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'name'
    ? value.name
    : null
}

/** The bytes of a string; null for anything else. */
export function stringOf(value: PdfValue | undefined): Uint8Array | null {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'string'
    ? value.bytes
    : null
}

export function isKeyword(value: PdfValue, word: string): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'keyword' &&
    value.word === word
  )
}

/** The number of the object a reference leads to; null for anything else. */
export function referenceOf(value: PdfValue | undefined): number | null {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'reference'
    ? value.number
    : null
}
