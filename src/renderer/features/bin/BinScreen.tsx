/** What was deleted, newest first, each with the way back. */
import { useMemo, useRef, useState } from 'react'
import { daybook } from '../../bridge.ts'
import { momentWords } from '../../dateWords.ts'
import { errorText } from '../../errorText.ts'
import { answerOfSave, isTroubleOfPlace } from '../../saveTrouble.ts'
import { useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { announce } from '../../ui/LiveRegion.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { EmptyBin } from './EmptyBin.tsx'
import './bin.css'

export function BinScreen() {
  const words = useLanguage()
  const { t } = words
  const bin = useRecords('bin')
  const [failure, setFailure] = useState<string | null>(null)
  const [warning, setWarning] = useState<string | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const entries = useMemo(
    () =>
      Object.values(bin).sort(
        (a, b) => Number(a.deletedAt < b.deletedAt) - Number(a.deletedAt > b.deletedAt),
      ),
    [bin],
  )
  const restore = async (id: string, title: string) => {
    const reply = await answerOfSave(daybook().recordsRestore({ id }), {
      owner: 'restore',
      what: t('trouble.what.restore'),
      retry: () => void restore(id, title),
    })
    setFailure(reply.ok || isTroubleOfPlace(reply.error) ? null : errorText(t, reply.error))
    if (!reply.ok) return
    announce(t('bin.restore.done', { title }))
    // The button that had the focus is gone with its row.
    heading.current?.focus()
  }
  const onEmptied = (left: string | null) => {
    setFailure(null)
    setWarning(left)
    heading.current?.focus()
  }
  const cells = (index: number) => {
    const entry = entries[index]
    if (!entry) return null
    const { id, kind, deletedAt } = entry
    const title = visibleTurns(entry.title)
    return (
      <>
        <td title={title}>
          <bdi>{title}</bdi>
        </td>
        <td>{t(`bin.kind.${kind}`)}</td>
        <td>
          <time dateTime={deletedAt}>{momentWords(deletedAt, words)}</time>
        </td>
        <td className="bin__action">
          <Button
            size="small"
            aria-label={t('bin.restore.label', { title })}
            onPress={() => void restore(id, title)}
          >
            {t('bin.restore.action')}
          </Button>
        </td>
      </>
    )
  }
  return (
    <section className="bin" aria-labelledby="bin-title">
      <header className="bin__head">
        <h1 id="bin-title" ref={heading} tabIndex={-1}>
          {t('bin.title')}
        </h1>
        {entries.length === 0 ? null : <p>{t('bin.lead')}</p>}
        <div className="bin__tools">
          {entries.length === 0 ? null : (
            <p className="bin__count">{t('bin.count.text', { count: entries.length })}</p>
          )}
          <EmptyBin count={entries.length} onDone={onEmptied} />
        </div>
      </header>
      {failure === null ? null : <Banner kind="error">{failure}</Banner>}
      {warning === null ? null : <Banner kind="warning">{warning}</Banner>}
      {entries.length === 0 ? (
        <EmptyState title={t('bin.empty.title')}>{t('bin.empty.body')}</EmptyState>
      ) : (
        <PlainTable
          label={t('bin.list.label')}
          columns={[
            { key: 'title', title: t('bin.column.title') },
            { key: 'kind', title: t('bin.column.kind'), width: '11rem' },
            { key: 'deleted', title: t('bin.column.deleted'), width: '12rem' },
            { key: 'action', title: '', width: '8rem' },
          ]}
          count={entries.length}
          rowKey={(index) => entries[index]?.id ?? String(index)}
          cells={cells}
        />
      )}
    </section>
  )
}
