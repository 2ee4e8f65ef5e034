/** Columns every kind of record has. */
import { CONFIDENTIALITIES, type Confidentiality } from '../../core/vocabularyCodes.ts'
import { momentWords } from '../dateWords.ts'
import type { TableColumn } from '../table/tableColumn.ts'
import type { Language } from '../text.ts'
import { ConfidentialityMark } from '../ui/ConfidentialityMark.tsx'

interface Shared {
  readonly id: string
  readonly confidentiality: Confidentiality
  readonly tags: readonly string[]
  readonly updatedAt: string
}

/** The sharing label; sorts from most to least guarded. */
export function confidentialityColumn<R extends Shared>(): TableColumn<R> {
  return {
    id: 'confidentiality',
    header: 'column.confidentiality',
    value: (row) => CONFIDENTIALITIES.indexOf(row.confidentiality),
    cell: (row) => <ConfidentialityMark label={row.confidentiality} />,
    width: 100,
  }
}

export function tagsColumn<R extends Shared>(): TableColumn<R> {
  return {
    id: 'tags',
    header: 'column.tags',
    value: (row) => (row.tags.length === 0 ? undefined : row.tags.join(', ')),
    isWritten: true,
    width: 120,
    isHidden: true,
  }
}

export function updatedAtColumn<R extends Shared>(language: Language): TableColumn<R> {
  return {
    id: 'updatedAt',
    header: 'column.updatedAt',
    value: (row) => row.updatedAt,
    isCode: true,
    cell: (row) => momentWords(row.updatedAt, language),
    width: 150,
    isHidden: true,
  }
}
