/** What a brief tells of single incidents beside their rows, and its people under their pseudonyms. */
import { useMemo } from 'react'
import type { BriefContent } from '../../../core/redaction/briefData.ts'
import { hasNarrative, incidentFacts } from '../../../shared/briefWords/incidentFacts.ts'
import { compareLocalIds, localIdList } from '../../../shared/briefWords/localIds.ts'
import { ageInWords } from '../../../shared/briefWords/numberWords.ts'
import { pseudonymInWords } from '../../../shared/briefWords/personWords.ts'
import { visibleText } from '../../visibleText.ts'
import { briefLabel } from './briefVocabulary.ts'
import type { BriefWords } from './briefWords.ts'
import { isolatedIds } from './isolatedIds.ts'
import { RowId } from './RowId.tsx'
import { useGrowing } from './useGrowing.ts'

export interface BriefPageNarrativesProps {
  readonly data: BriefContent
  readonly words: BriefWords
}

export function BriefPageNarratives({ data, words }: BriefPageNarrativesProps) {
  const { say, language } = words
  const told = useMemo(
    () => data.incidents.filter(hasNarrative).sort((a, b) => compareLocalIds(a.id, b.id)),
    [data.incidents],
  )
  const shown = useGrowing(told.length)
  const label = (code: string) => {
    const place = briefLabel('placeType', code, language)
    return place === code ? briefLabel('victimGroup', code, language) : place
  }
  return (
    <>
      {told.length === 0 ? null : (
        <section>
          <h4>{say('heading.narratives')}</h4>
          <p className="page__lead">{say('narratives.intro')}</p>
          <ul>
            {told.slice(0, shown).map((incident) => (
              <li key={incident.id} className="page__claim">
                <p dir="auto">
                  <RowId id={incident.id} /> {incident.title === null ? '' : visibleText(incident.title)}
                </p>
                {incident.summary === null ? null : <p dir="auto">{visibleText(incident.summary)}</p>}
                <p className="page__grade">{incidentFacts(incident, data.people, say, label).join(' · ')}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <BriefPagePeople data={data} words={words} />
    </>
  )
}

const COLUMNS = ['person', 'roles', 'age', 'sex', 'incidents'] as const

function BriefPagePeople({ data, words }: BriefPageNarrativesProps) {
  const { say, coded, language } = words
  if (data.people.length === 0) return null
  const incidentsOf = (id: string) => data.incidents.filter(({ people }) => people.includes(id))
  return (
    <section>
      <h4>{say('heading.people')}</h4>
      <p className="page__lead">{say('people.intro')}</p>
      <table className="page__table">
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...data.people]
            .sort((a, b) => compareLocalIds(a.id, b.id))
            .map((person) => (
              <tr key={person.id}>
                <td>{pseudonymInWords(person, say)}</td>
                <td>{person.roles.map((role) => coded('role', role)).join(say('list.comma'))}</td>
                <td>{person.ageBand === null ? '' : ageInWords(person.ageBand, say)}</td>
                <td>{person.sex === null ? '' : briefLabel('sex', person.sex, language)}</td>
                <td>
                  {isolatedIds(
                    localIdList(
                      incidentsOf(person.id).map(({ id }) => id),
                      say,
                    ),
                    words.direction,
                  )}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
