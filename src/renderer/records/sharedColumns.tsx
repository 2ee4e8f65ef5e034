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

const labelKeys = (row: Shared) => [CONFIDENTIALITIES.indexOf(row.confidentiality)]
const labelCodes = (row: Shared) => [row.confidentiality]
const changedAt = (row: Shared) => row.updatedAt
const tagKeys = (row: Shared) => row.tags

/** The sharing label; sorts from most to least guarded. */
export function confidentialityColumn<R extends Shared>({ t }: Language): TableColumn<R> {
  return {
    id: 'confidentiality',
    header: 'column.confidentiality',
    value: (row) => CONFIDENTIALITIES.indexOf(row.confidentiality),
    cell: (row) => <ConfidentialityMark label={row.confidentiality} />,
    group: {
      keys: labelKeys,
      words: (key) => {
        const label = CONFIDENTIALITIES[Number(key)]
        return label === undefined ? '' : t(`confidentiality.${label}`)
      },
      isCode: true,
    },
    filter: {
      by: 'codes',
      keys: labelCodes,
      words: (key) => t(`confidentiality.${key as Confidentiality}`),
      order: CONFIDENTIALITIES,
    },
    width: 100,
  }
}

export function tagsColumn<R extends Shared>(): TableColumn<R> {
  return {
    id: 'tags',
    header: 'column.tags',
    value: (row) => (row.tags.length === 0 ? undefined : row.tags.join(', ')),
    group: { keys: tagKeys, words: String },
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
    filter: { by: 'date', date: changedAt, isMoment: true },
    width: 150,
    isHidden: true,
  }
}
