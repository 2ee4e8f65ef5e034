/** Every brief that left this log, those first to look at that rest on something that holds no more. */
import { useState } from 'react'
import { dateWords } from '../../dateWords.ts'
import { useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { DemoOffer } from '../onboarding/DemoOffer.tsx'
import { profileName } from '../profiles/ruleWords.ts'
import { stateWords } from './changeWords.ts'
import { ReleaseDetails } from './ReleaseDetails.tsx'
import { useReleases } from './useReleases.ts'
import './releases.css'

export function ReleasesScreen() {
  const words = useLanguage()
  const { t } = words
  const organisations = useRecords('organisations')
  const releases = useReleases()
  const [isOnlyAffected, setOnlyAffected] = useState(false)
  const [shownId, setShownId] = useState<string | null>(null)
  if (releases === null) return null
  const affected = releases.filter(({ changes }) => changes.length > 0)
  const rows = isOnlyAffected ? affected : releases
  const shown = rows.find(({ id }) => id === shownId) ?? null
  const cells = (index: number) => {
    const row = rows[index]
    if (row === undefined) return null
    const title = visibleTurns(row.title)
    const recipient = row.recipient === null ? undefined : organisations[row.recipient]?.name
    return (
      <>
        <td>
          <time dateTime={row.at}>{dateWords(row.at.slice(0, 10), words, 'short')}</time>
        </td>
        <td>
          <button
            type="button"
            className="releases__open"
            aria-label={t('releases.show', { title })}
            aria-expanded={row.id === shownId}
            onClick={() => setShownId(row.id === shownId ? null : row.id)}
          >
            <bdi>{title}</bdi>
          </button>
        </td>
        <td>
          <bdi>{profileName(t, { name: row.profile })}</bdi>
        </td>
        <td>
          <bdi>{visibleTurns(recipient ?? '')}</bdi>
        </td>
        <td>{row.records.reduce((sum, { count }) => sum + count, 0)}</td>
        <td>
          {row.changes.length > 0 ? (
            <span className="mark mark--warning">
              <Icon name="warning" size={14} />
              <span>{stateWords(row, words)}</span>
            </span>
          ) : (
            stateWords(row, words)
          )}
        </td>
      </>
    )
  }
  return (
    <section className="releases" aria-labelledby="releases-title">
      <header className="releases__head">
        <h1 id="releases-title">{t('releases.title')}</h1>
        {releases.length === 0 ? null : <p>{t('releases.lead')}</p>}
      </header>
      {affected.length === 0 ? null : (
        <Banner kind="warning" title={t('releases.affected.title', { count: affected.length })}>
          {t('releases.affected.body')}
        </Banner>
      )}
      {releases.length === 0 ? (
        <EmptyState title={t('releases.empty.title')} actions={<DemoOffer />}>
          {t('releases.empty.body')}
        </EmptyState>
      ) : (
        <>
          <CheckboxField isSelected={isOnlyAffected} onChange={setOnlyAffected}>
            {t('releases.only')}
          </CheckboxField>
          <div className="releases__body">
            <PlainTable
              label={t('releases.list')}
              columns={[
                { key: 'date', title: t('releases.col.date'), width: '22%' },
                { key: 'title', title: t('releases.col.title'), width: '27%' },
                { key: 'profile', title: t('releases.col.profile'), width: '12%' },
                { key: 'recipient', title: t('releases.col.recipient'), width: '13%' },
                { key: 'records', title: t('releases.col.records'), width: '11%' },
                { key: 'state', title: t('releases.col.state'), width: '15%' },
              ]}
              count={rows.length}
              rowKey={(index) => rows[index]?.id ?? String(index)}
              cells={cells}
            />
            {shown === null ? null : <ReleaseDetails key={shown.id} release={shown} all={releases} />}
          </div>
        </>
      )}
    </section>
  )
}
