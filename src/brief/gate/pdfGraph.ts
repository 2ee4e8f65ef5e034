/** Follows references between the objects of a file. Of objects given twice the later one counts, as readers do. */
import type { PdfFile, PdfObject } from './pdfFile.ts'
import type { PdfDictionary, PdfValue } from './pdfTokens.ts'
import { isDictionary, isNamed, referenceOf } from './pdfTypes.ts'

export class PdfGraph {
  readonly byNumber: ReadonlyMap<number, PdfObject>

  constructor(file: PdfFile) {
    this.byNumber = new Map(file.objects.map((object) => [object.number, object]))
  }

  /** The value itself, or what a reference leads to. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    const number = referenceOf(value)
    return number === null ? value : this.byNumber.get(number)?.value
  }

  /** The object a reference leads to. */
  object(value: PdfValue | undefined): PdfObject | undefined {
    return this.byNumber.get(referenceOf(value) ?? -1)
  }

  dictionary(value: PdfValue | undefined): PdfDictionary | null {
    const found = this.resolve(value)
    return isDictionary(found) ? found : null
  }

  array(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.resolve(value)
    return Array.isArray(found) ? found : []
  }

  /** A key of a page, or the one it takes over from the nodes above. */
  inherited(page: PdfDictionary, key: string): PdfValue | undefined {
    const seen = new Set<PdfDictionary>()
    for (let node: PdfDictionary | null = page; node !== null && !seen.has(node); ) {
      seen.add(node)
      const value = node.entries.get(key)
      if (value !== undefined) return value
      node = this.dictionary(node.entries.get('Parent'))
    }
    return undefined
  }

  /** Dictionaries of objects that call themselves so. */
  ofType(type: string): PdfDictionary[] {
    return [...this.byNumber.values()].flatMap(({ value }) =>
      isDictionary(value) && isNamed(value.entries.get('Type'), type) ? [value] : [],
    )
  }
}
