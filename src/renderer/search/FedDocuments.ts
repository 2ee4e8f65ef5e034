/** Which document of the index stands for which record, as records come, change and go. Pure; holds no record. */
import { EDITABLE_KINDS, type EditableKind } from '../../shared/ipc/views.ts'

export interface DocumentPlace {
  readonly kind: EditableKind
  readonly id: string
}

export class FedDocuments {
  readonly #ids: string[] = []
  readonly #kinds: EditableKind[] = []
  readonly #docs = new Map<EditableKind, Map<string, number>>(EDITABLE_KINDS.map((kind) => [kind, new Map()]))

  /** Notes the next document as that of a record. */
  add(kind: EditableKind, id: string): void {
    this.#docs.get(kind)?.set(id, this.#ids.length)
    this.#ids.push(id)
    this.#kinds.push(kind)
  }

  /** The next document stands for nothing. Returns its number. */
  skip(): number {
    this.#ids.push('')
    this.#kinds.push('incidents')
    return this.#ids.length - 1
  }

  /**
   * Ids of the records of some documents, as of the moment in which those were looked for: a record that was changed
   * meanwhile is the same record.
   */
  idsOf(docs: Iterable<number>): ReadonlySet<string> {
    const ids = new Set<string>()
    for (const doc of docs) {
      const id = this.#ids[doc]
      if (id !== undefined && id !== '') ids.add(id)
    }
    return ids
  }

  /** The document of a record, which stands for nothing from now on; null when it had none. */
  take(kind: EditableKind, id: string): number | null {
    const docs = this.#docs.get(kind)
    const doc = docs?.get(id)
    if (docs === undefined || doc === undefined) return null
    docs.delete(id)
    return doc
  }

  /** The record of a document, which may have been changed since; null when it was deleted. */
  placeOf(doc: number): DocumentPlace | null {
    const kind = this.#kinds[doc]
    const id = this.#ids[doc]
    if (kind === undefined || id === undefined) return null
    return this.#docs.get(kind)?.has(id) === true ? { kind, id } : null
  }
}
