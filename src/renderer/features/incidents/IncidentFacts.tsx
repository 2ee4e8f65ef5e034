/** An incident in sentences: what was done to whom, who stands in it and how, how many, what it hangs together with. */

import { HARMS } from '../../../core/harms.ts'
import type { Translate } from '../../../shared/i18n/format.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { LinkChips } from '../../forms/controls/LinkFields.tsx'
import { ACTOR_KINDS } from '../../forms/fields/sharedFields.ts'
import { recordAmong } from '../../forms/recordSearch.ts'
import type { RecordSectionProps } from '../../records/RecordSections.tsx'
import { useLogView, useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { useLogIndex } from '../../useLogIndex.ts'
import { visibleTurns } from '../../visibleText.ts'
import { type TermLabel, useTermLabel } from '../../vocabularies.ts'
import { countWords } from './countWords.ts'

const INCIDENT_KIND = ['incidents'] as const

export function IncidentFacts({ id }: RecordSectionProps) {
  const language = useLanguage()
  const { t } = language
  const termLabel = useTermLabel()
  const view = useLogView()
  const { index } = useLogIndex('incidentLinks')
  const incident = useRecords('incidents')[id]
  if (incident === undefined) return null
  const nameOf = (actor: string) => visibleTurns(recordAmong(view, ACTOR_KINDS, actor)?.title ?? actor)
  const sentences = [
    ...incident.acts.map((act) => actSentence(act, nameOf, termLabel, t)),
    ...incident.involvements.map((each) => involvementSentence(each, nameOf, termLabel, t)),
    ...HARMS.flatMap((harm) => {
      const count = incident.counts[harm]
      const words = count === undefined ? '' : countWords(count, language)
      return words === ''
        ? []
        : [t('facts.count.line', { harm: t(`records.incident.counts.${harm}`), count: words })]
    }),
    ...(incident.placeType === undefined
      ? []
      : [
          t('facts.placeType', {
            type: termLabel('place-types', incident.placeType),
          }),
        ]),
  ]
  const own = new Set([
    ...incident.related.map((each) => each.incident),
    ...incident.possibleDuplicateOf,
    ...(incident.duplicateOf === undefined ? [] : [incident.duplicateOf]),
  ])
  const others = index.ofIncident(id).filter((each) => !own.has(each))
  if (sentences.length === 0 && own.size === 0 && others.length === 0) return null
  return (
    <section className="facts" aria-label={t('facts.label')}>
      <h3>{t('facts.label')}</h3>
      {sentences.length === 0 ? null : (
        <ul className="facts__list">
          {/* Two acts may read alike. */}
          {sentences.map((sentence, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no other identity, and no state
            <li key={index} dir="auto">
              {sentence}
            </li>
          ))}
        </ul>
      )}
      <RelatedIncidents incident={incident} />
      {others.length === 0 ? null : (
        <>
          <h4>{t('facts.namedBy')}</h4>
          <LinkChips kinds={INCIDENT_KIND} ids={others} />
        </>
      )}
    </section>
  )
}

function RelatedIncidents({ incident }: { readonly incident: IncidentRow }) {
  const { t } = useLanguage()
  const termLabel = useTermLabel()
  const groups = [
    ...incident.related.map(({ incident: id, relation }) => ({
      label: termLabel('incident-relations', relation),
      id,
    })),
    ...(incident.duplicateOf === undefined
      ? []
      : [{ label: t('records.incident.duplicateOf'), id: incident.duplicateOf }]),
    ...incident.possibleDuplicateOf.map((id) => ({ label: t('records.incident.possibleDuplicateOf'), id })),
  ]
  if (groups.length === 0) return null
  return (
    <dl className="facts__links">
      {groups.map(({ label, id }) => (
        <div key={`${label} ${id}`}>
          <dt>{label}</dt>
          <dd>
            <LinkChips kinds={INCIDENT_KIND} ids={[id]} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

type NameOf = (actor: string) => string

function actSentence(
  act: IncidentRow['acts'][number],
  nameOf: NameOf,
  termLabel: TermLabel,
  t: Translate,
): string {
  const victim = act.victim === undefined ? t('forms.act.noVictim') : nameOf(act.victim)
  const word = termLabel('violation-types', act.act)
  const details = [
    ['facts.act.method', 'methods', act.method] as const,
    ['facts.act.attribution', 'attributions', act.attribution] as const,
    ['facts.act.statusAtEnd', 'end-statuses', act.statusAtEnd] as const,
  ].flatMap(([key, name, code]) => (code === undefined ? [] : [t(key, { what: termLabel(name, code) })]))
  return [t('facts.act.sentence', { act: word, victim }), ...details].join(' ')
}

function involvementSentence(
  { who, role, degree }: IncidentRow['involvements'][number],
  nameOf: NameOf,
  termLabel: TermLabel,
  t: Translate,
): string {
  const words = { who: nameOf(who), role: termLabel('involvement-roles', role) }
  if (degree === undefined) return t('facts.involvement.sentence', words)
  return t('facts.involvement.withDegree', {
    ...words,
    degree: termLabel('involvement-degrees', degree),
  })
}
