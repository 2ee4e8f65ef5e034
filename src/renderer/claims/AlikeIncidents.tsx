/**
 * "Has this happened before?": earlier incidents alike, and in what they are alike. Up and down lead from one to the next,
 * Enter opens it, and L links it to the incident, or takes that link away.
 */
import { type KeyboardEvent, useRef } from 'react'
import { resolveIncident } from '../../core/resolveIncident.ts'
import type { SimilarIncident } from '../../core/similar/similarIncident.ts'
import type { IncidentRow } from '../../shared/ipc/views.ts'
import { dateWords } from '../dateWords.ts'
import { openRecord } from '../navigation.ts'
import { placeWords } from '../placeWords.ts'
import { latinKey } from '../shell/shortcuts.ts'
import { useIsReadOnly, useRecords } from '../store.ts'
import { useLanguage } from '../text.ts'
import { Button } from '../ui/Button.tsx'
import { Chip } from '../ui/Chip.tsx'
import { announce } from '../ui/LiveRegion.tsx'
import { useEarlierAlike } from '../useSourcing.ts'
import { visibleTurns } from '../visibleText.ts'
import { useTermLabel } from '../vocabularies.ts'
import { type AlikeLink, alikeLink, toggleAlikeLink } from './alikeLink.ts'
import { useAlikeReason } from './useAlikeReason.ts'

const MOST = 12

export function AlikeIncidents({ incidentId }: { readonly incidentId: string }) {
  const { t } = useLanguage()
  const incidents = useRecords('incidents')
  const isReadOnly = useIsReadOnly()
  const earlier = useEarlierAlike(incidentId, MOST)
  const isSaving = useRef(false)
  const incident = incidents[incidentId]
  if (incident === undefined) return null
  const standsFor = (id: string) => resolveIncident(incidents, id)
  const toggle = async (id: string) => {
    const other = incidents[id]
    if (other === undefined || isReadOnly || isSaving.current) return
    const { is } = alikeLink(incident, other, standsFor)
    if (is === 'other') return
    isSaving.current = true
    const isSaved = await toggleAlikeLink(incident, id, standsFor, t)
    isSaving.current = false
    if (isSaved) announce(t(is === 'none' ? 'claims.alike.linked' : 'claims.alike.unlinked'))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const items = [...event.currentTarget.querySelectorAll<HTMLLIElement>(':scope > li')]
    const at = items.findIndex((item) => item.contains(document.activeElement))
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const id = items[at]?.dataset.incident
    if (step !== undefined) items[at + step]?.querySelector('button')?.focus()
    else if (latinKey(event) === 'l' && id !== undefined) {
      // A key held down would link and take away by turns.
      if (!event.repeat) void toggle(id)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section className="field alike" aria-labelledby={`alike-${incidentId}`}>
      <h3 id={`alike-${incidentId}`}>{t('claims.alike.title')}</h3>
      <p className="field__hint">
        {earlier.length === 0
          ? t('claims.alike.none')
          : t(earlier.length < MOST ? 'claims.alike.count' : 'claims.alike.many', { count: earlier.length })}
        {earlier.length === 0 || isReadOnly ? null : ` ${t('claims.alike.how')}`}
      </p>
      <ol className="alike__list" onKeyDown={onKeyDown}>
        {earlier.map((found) => {
          const other = incidents[found.incident]
          return other === undefined ? null : (
            <AlikeIncident
              key={found.incident}
              other={other}
              link={alikeLink(incident, other, standsFor)}
              why={found.why}
              isReadOnly={isReadOnly}
              onToggle={() => void toggle(found.incident)}
            />
          )
        })}
      </ol>
    </section>
  )
}

interface AlikeIncidentProps {
  readonly other: IncidentRow
  readonly link: AlikeLink
  readonly why: SimilarIncident['why']
  readonly isReadOnly: boolean
  readonly onToggle: () => void
}

function AlikeIncident({ other, link, why, isReadOnly, onToggle }: AlikeIncidentProps) {
  const words = useLanguage()
  const { t } = words
  const reason = useAlikeReason()
  const termLabel = useTermLabel()
  const act = t(link.is === 'alike' ? 'claims.alike.unlink' : 'claims.alike.link')
  return (
    <li data-incident={other.id}>
      <div className="alike__head">
        <Chip text={other.title} onOpen={() => openRecord('incidents', other.id)} />
        {link.is === 'other' ? (
          <span className="alike__linked">{termLabel('incident-relations', link.relation)}</span>
        ) : (
          <Button
            size="small"
            variant="quiet"
            isDisabled={isReadOnly}
            aria-label={`${act}: ${visibleTurns(other.title)}`}
            onPress={onToggle}
          >
            {act}
          </Button>
        )}
      </div>
      <p className="alike__facts">
        <span>{dateWords(other.when, words)}</span>
        <span>{placeWords(other.where, words.locale)}</span>
        {link.is === 'alike' ? <span className="alike__linked">{t('claims.alike.isLinked')}</span> : null}
      </p>
      <ul className="alike__why">
        {why.map((each) => (
          <li key={each.code}>{reason(each)}</li>
        ))}
      </ul>
    </li>
  )
}
