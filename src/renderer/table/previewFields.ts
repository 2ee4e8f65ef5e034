/** The main fields of a record, in words, for reading only: those of the short form that say something, label and tags. Pure. */
import { linksOf } from '../../core/recordLinks.ts'
import type { AnyRecord } from '../../core/records.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import type { HistoryWords } from '../features/history/historyWords.ts'
import { fieldLabel, fieldsOf, layoutOf, wordsOf } from '../forms/kindForms.ts'
import type { Language } from '../text.ts'

export interface PreviewField {
  readonly field: string
  readonly label: string
  readonly words: string
}

/** Said in the heading. */
const TITLES: ReadonlySet<string> = new Set([
  'title',
  'statement',
  'codeName',
  'name',
  'offers',
  'addressedTo',
])
const ALWAYS = ['confidentiality', 'tags', 'remarks'] as const

/** @param record what the window holds of it: fields that are locked, or not here yet, are left out. */
export function previewFields(
  kind: EditableKind,
  record: AnyRecord,
  { t }: Pick<Language, 't'>,
  words: HistoryWords,
): readonly PreviewField[] {
  const specs = fieldsOf(kind)
  const links = linkedIds(kind, record)
  const fields = new Set([...layoutOf(kind).short.filter((field) => !TITLES.has(field)), ...ALWAYS])
  return [...fields].flatMap((field) => {
    const value: unknown = Reflect.get(record, field)
    const spec = specs[field]
    if (spec === undefined || isNothing(value)) return []
    return [
      { field, label: fieldLabel(t, wordsOf(kind, field, spec)), words: words.value(field, value, links) },
    ]
  })
}

/** What the window is shown of some kinds has not all of the fields that hold links. */
function linkedIds(kind: EditableKind, record: AnyRecord): readonly string[] {
  if (kind === 'sources' || kind === 'persons') return []
  return linksOf(kind, record).map(({ id }) => id)
}

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)
