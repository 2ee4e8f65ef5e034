/** The acts as a table, newest first: victim, act, perpetrators as recorded. Of the incidents that their filter leaves. */
import { type RefObject, useMemo } from 'react'
import { actLines } from '../../../core/acts/actLines.ts'
import { dateKey } from '../../dateKey.ts'
import { dateWords } from '../../dateWords.ts'
import { openRecord } from '../../navigation.ts'
import { QueryProblem } from '../../table/QueryProblem.tsx'
import { lookFor } from '../../table/tableSearch.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { useTermLabel } from '../../vocabularies.ts'
import { useFilteredIncidents } from '../map/useFilteredIncidents.ts'
import { ActorButton } from './ActorButton.tsx'
import { Unsaid } from './Unsaid.tsx'

export interface ActsListProps {
  readonly heading: RefObject<HTMLHeadingElement | null>
}

export function ActsList({ heading }: ActsListProps) {
  const words = useLanguage()
  const { t } = words
  const termLabel = useTermLabel()
  // One that is only marked as a duplicate may tell of acts that nothing else does.
  const { withThose: rows, isFiltered, error, isLooking } = useFilteredIncidents()
  const { lines, ...counts } = useMemo(() => {
    const found = actLines(rows)
    const key = (when: string) => dateKey(when) ?? ''
    const sorted = [...found.lines].sort((a, b) =>
      key(a.incident.when) < key(b.incident.when) ? 1 : key(a.incident.when) > key(b.incident.when) ? -1 : 0,
    )
    return { ...found, lines: sorted }
  }, [rows])
  const cells = (index: number) => {
    const line = lines[index]
    if (line === undefined) return null
    const { incident, victim, act, perpetrators } = line
    const title = visibleTurns(incident.title)
    return (
      <>
        <td>{dateWords(incident.when, words)}</td>
        <td>{victim === null ? <Unsaid /> : <ActorButton id={victim} />}</td>
        <td>{act === null ? <Unsaid /> : termLabel('violation-types', act.act)}</td>
        <td>
          {perpetrators.length === 0 ? <Unsaid /> : null}
          {perpetrators.map(({ who, degree }) => (
            <ActorButton
              key={`${who} ${degree}`}
              id={who}
              note={degree === undefined ? undefined : termLabel('involvement-degrees', degree)}
            />
          ))}
        </td>
        <td>{act?.attribution === undefined ? <Unsaid /> : termLabel('attributions', act.attribution)}</td>
        <td title={title}>
          <Button size="small" variant="quiet" onPress={() => openRecord('incidents', incident.id)}>
            <span className="acts__name" dir="auto">
              {title}
            </span>
          </Button>
        </td>
      </>
    )
  }
  return (
    <section className="acts" aria-labelledby="acts-title">
      <header className="acts__head">
        <h1 id="acts-title" ref={heading} tabIndex={-1}>
          {t('acts.title')}
        </h1>
        {isFiltered ? (
          <Button variant="quiet" icon="close" onPress={() => lookFor('incidents', null)}>
            {t('shell.search.clear')}
          </Button>
        ) : null}
      </header>
      {error === null ? null : <QueryProblem error={error} />}
      <p className="field__hint">{t('acts.note')}</p>
      {lines.length === 0 ? (
        <EmptyState title={t(isLooking ? 'table.looking' : 'acts.none.title')}>
          {isLooking ? '' : t('acts.none.body')}
        </EmptyState>
      ) : (
        <PlainTable
          label={t('acts.title')}
          columns={[
            { key: 'when', title: t('column.when'), width: '9rem' },
            { key: 'victim', title: t('acts.column.victim'), width: '9rem' },
            { key: 'act', title: t('acts.column.act') },
            { key: 'by', title: t('acts.column.perpetrators') },
            { key: 'attribution', title: t('acts.column.attribution'), width: '9rem' },
            { key: 'incident', title: t('acts.column.incident') },
          ]}
          count={lines.length}
          rowKey={(index) => `${lines[index]?.incident.id} ${index}`}
          cells={cells}
        />
      )}
      <p className="acts__counts" role="status">
        {t('acts.counts', { acts: counts.acts, lines: lines.length, incidents: counts.incidents })}
        {counts.silent === 0 ? null : ` ${t('acts.silent', { count: counts.silent })}`}
        {counts.redirects === 0 ? null : ` ${t('acts.redirects', { count: counts.redirects })}`}
      </p>
    </section>
  )
}
