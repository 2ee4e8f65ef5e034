/** Every cell that could not be read: row, column, reason in words, and what stands there. */
import { useState } from 'react'
import type { ImportPreview } from '../../../shared/ipc/imports.ts'
import { copyText } from '../../copyText.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/LiveRegion.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { visibleText } from '../../visibleText.ts'
import { tabSeparated } from './rejectedText.ts'
import { rejectReason } from './rejectReason.ts'

export function RejectedRows({ rejected }: { readonly rejected: ImportPreview['rejected'] }) {
  const t = useText()
  const [note, setNote] = useState<string | null>(null)
  if (rejected.length === 0) return <p className="rejected__none">{t('import.rejected.none')}</p>
  const rows = new Set(rejected.map(({ row }) => row)).size
  const heads = [
    t('import.rejected.row'),
    t('import.rejected.column'),
    t('import.rejected.reason'),
    t('import.rejected.value'),
  ]
  const copy = async () => {
    const lines = rejected.map(({ row, column, code, value }) => [
      String(row),
      column,
      rejectReason(t, code),
      value,
    ])
    const done = await copyText(tabSeparated([heads, ...lines]))
    const words = done
      ? t('import.rejected.copied', { count: rejected.length })
      : t('import.rejected.copyFailed')
    setNote(words)
    announce(words)
  }
  const cells = (index: number) => {
    const cell = rejected[index]
    if (!cell) return null
    const reason = rejectReason(t, cell.code)
    const value = visibleText(cell.value)
    return (
      <>
        <td>{cell.row}</td>
        <td dir="auto">{cell.column === '' ? t('import.rejected.wholeRow') : visibleText(cell.column)}</td>
        <td title={reason}>{reason}</td>
        <td dir="auto" title={value} data-selectable className="rejected__value">
          {value === '' ? <span className="rejected__empty">{t('import.rejected.emptyValue')}</span> : value}
        </td>
      </>
    )
  }
  return (
    <section className="rejected" aria-labelledby="rejected-title">
      <header className="rejected__head">
        <h2 id="rejected-title">{t('import.rejected.title', { count: rows })}</h2>
        <p className="rejected__note">{note ?? t('import.rejected.rowNote')}</p>
        <Button size="small" onPress={() => void copy()}>
          {t('import.rejected.copy')}
        </Button>
      </header>
      <PlainTable
        label={t('import.rejected.title', { count: rows })}
        columns={heads.map((title, index) => ({
          key: title,
          title,
          ...(index === 0 ? { width: '5.5rem' } : index === 1 ? { width: '12rem' } : {}),
        }))}
        count={rejected.length}
        rowKey={(index) => String(index)}
        cells={cells}
      />
    </section>
  )
}
