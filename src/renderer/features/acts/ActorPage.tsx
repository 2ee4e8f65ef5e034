/**
 * What is recorded of a person or an organisation: where it stands in the chain of command, and its incidents. Those of its
 * parts stand with the parts; nothing is added up or inferred.
 */
import { type ReactNode, type RefObject, useMemo } from 'react'
import { actorIncidents } from '../../../core/acts/actorIncidents.ts'
import { linkedRecord } from '../../claims/linkedRecord.ts'
import { dateKey } from '../../dateKey.ts'
import { dateWords } from '../../dateWords.ts'
import { openRecord } from '../../navigation.ts'
import { useLogView, useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { useLogIndex } from '../../useLogIndex.ts'
import { visibleTurns } from '../../visibleText.ts'
import { useTermLabel } from '../../vocabularies.ts'
import { showActor } from './actsState.ts'
import { ChainOfCommand } from './ChainOfCommand.tsx'
import { Unsaid } from './Unsaid.tsx'

export interface ActorPageProps {
  readonly id: string
  readonly heading: RefObject<HTMLHeadingElement | null>
}

export function ActorPage({ id, heading }: ActorPageProps) {
  const words = useLanguage()
  const { t, comma } = words
  const termLabel = useTermLabel()
  const record = linkedRecord(useLogView(), id)
  const organisation = useRecords('organisations')[id]
  const incidents = useRecords('incidents')
  const { index } = useLogIndex('incidentLinks')
  const { incidents: found, redirects } = useMemo(() => {
    const named = index.ofActor(id).flatMap((each) => incidents[each] ?? [])
    const all = actorIncidents(named, id)
    const key = (when: string) => dateKey(when) ?? ''
    const sorted = [...all.incidents].sort((a, b) => (key(a.incident.when) < key(b.incident.when) ? 1 : -1))
    return { ...all, incidents: sorted }
  }, [index, incidents, id])
  const roleWords = (roles: (typeof found)[number]['roles']) =>
    roles
      .map(({ role, degree }) => {
        const said = termLabel('involvement-roles', role)
        return degree === undefined ? said : `${said} (${termLabel('involvement-degrees', degree)})`
      })
      .join(comma)
  const cells = (at: number): ReactNode => {
    const one = found[at]
    if (one === undefined) return null
    const { incident, roles } = one
    const title = visibleTurns(incident.title)
    const acts = [...new Set(incident.acts.map(({ act }) => termLabel('violation-types', act)))]
    return (
      <>
        <td>{dateWords(incident.when, words)}</td>
        <td title={title}>
          <Button size="small" variant="quiet" onPress={() => openRecord('incidents', incident.id)}>
            <span className="acts__name" dir="auto">
              {title}
            </span>
          </Button>
        </td>
        <td title={roleWords(roles)}>{roleWords(roles)}</td>
        <td title={acts.join(comma)}>{acts.length === 0 ? <Unsaid /> : acts.join(comma)}</td>
        <td>{t(`status.incident.${incident.status}`)}</td>
      </>
    )
  }
  const name = visibleTurns(record?.title ?? id)
  return (
    <section className="acts" aria-labelledby="actor-title">
      <header className="acts__head">
        <Button variant="quiet" icon="back" onPress={() => showActor(null)}>
          {t('acts.back')}
        </Button>
        <h1 id="actor-title" ref={heading} tabIndex={-1} dir="auto">
          {name}
        </h1>
        {record?.kind === 'persons' || record?.kind === 'organisations' ? (
          <Button onPress={() => openRecord(record.kind === 'persons' ? 'persons' : 'organisations', id)}>
            {t('acts.openRecord')}
          </Button>
        ) : null}
      </header>
      {organisation === undefined ? (
        <p className="field__hint">{t('acts.person.note')}</p>
      ) : (
        <>
          <p>{termLabel('organisation-kinds', organisation.kind)}</p>
          <ChainOfCommand id={id} />
        </>
      )}
      <h2>{t('facts.incidents', { count: found.length })}</h2>
      <p className="field__hint">
        {t('acts.actor.note')}
        {redirects === 0 ? null : ` ${t('acts.redirects', { count: redirects })}`}
      </p>
      {found.length === 0 ? (
        <EmptyState title={t('acts.actor.none')}>{''}</EmptyState>
      ) : (
        <PlainTable
          label={t('acts.actor.incidents', { name })}
          columns={[
            { key: 'when', title: t('column.when'), width: '9rem' },
            { key: 'incident', title: t('acts.column.incident') },
            { key: 'role', title: t('acts.column.role'), width: '15rem' },
            { key: 'acts', title: t('acts.column.acts') },
            { key: 'status', title: t('column.status'), width: '8rem' },
          ]}
          count={found.length}
          rowKey={(at) => found[at]?.incident.id ?? String(at)}
          cells={cells}
        />
      )}
    </section>
  )
}
