/** Titles of records by id, whatever their kind: asked for a few links, so nothing is made beforehand. */
import { type AnyRecord, type Kind, recordTitle } from '../../../core/records.ts'
import { useRecords } from '../../store.ts'

export function useRecordTitle(): (id: string) => string | null {
  const shown = {
    incidents: useRecords('incidents'),
    claims: useRecords('claims'),
    sources: useRecords('sources'),
    sourceItems: useRecords('sourceItems'),
    persons: useRecords('persons'),
    organisations: useRecords('organisations'),
    contacts: useRecords('contacts'),
    actions: useRecords('actions'),
  }
  const bin = useRecords('bin')
  return (id) => {
    for (const [kind, records] of Object.entries(shown)) {
      const record = Object.hasOwn(records, id) ? records[id] : undefined
      if (record !== undefined) return recordTitle(kind as Kind, record as AnyRecord)
    }
    return Object.hasOwn(bin, id) ? (bin[id]?.title ?? null) : null
  }
}
