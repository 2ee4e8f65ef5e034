/** What a source has said, and how often it was right: in numbers of claims, never as a rate. */
import { useMemo } from 'react'
import { ClaimLink } from '../../claims/ClaimLink.tsx'
import { type Outcome, trackRecord } from '../../claims/trackRecord.ts'
import { newRecord, openRecord } from '../../navigation.ts'
import type { RecordSectionProps } from '../../records/RecordSections.tsx'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { useLogIndex } from '../../useLogIndex.ts'

const OUTCOMES = ['borne-out', 'contradicted', 'open'] as const satisfies readonly Outcome[]
/** Fewer settled claims than this say nothing of a source. */
const TELLING = 5
const MOST_CHIPS = 30
const MOST_CLAIMS = 40

export function SourceTrackRecord({ id: sourceId }: RecordSectionProps) {
  const t = useText()
  const sourcing = useLogIndex('sourcing')
  const items = useRecords('sourceItems')
  const claims = useRecords('claims')
  const own = useMemo(
    () =>
      new Map(
        [...sourcing.index.itemsOf(sourceId)].flatMap((id) => {
          const item = items[id]
          return item === undefined ? [] : [[id, item] as const]
        }),
      ),
    [sourceId, items, sourcing],
  )
  const record = useMemo(() => {
    const ids = new Set([...own.keys()].flatMap((id) => [...sourcing.index.claimsUsing(id)]))
    return trackRecord(
      [...ids].flatMap((id) => claims[id] ?? []),
      own,
    )
  }, [own, claims, sourcing])
  const settled = record.counts['borne-out'] + record.counts.contradicted
  return (
    <>
      <section className="field" aria-labelledby="source-items">
        <h3 id="source-items">{t('records.source.items', { count: own.size })}</h3>
        <div className="chips">
          {[...own.values()].slice(0, MOST_CHIPS).map((item) => (
            <Chip key={item.id} text={item.title} onOpen={() => openRecord('sourceItems', item.id)} />
          ))}
          {own.size > MOST_CHIPS ? (
            <span className="field__hint">{t('claims.more', { count: own.size - MOST_CHIPS })}</span>
          ) : null}
          <Button
            size="small"
            variant="quiet"
            icon="plus"
            onPress={() => newRecord('sourceItems', { source: sourceId })}
          >
            {t('table.sourceItems.new')}
          </Button>
        </div>
      </section>
      <section className="field track" aria-labelledby="source-track">
        <h3 id="source-track">{t('claims.track.title')}</h3>
        {record.claims.length === 0 ? (
          <p className="field__hint">{t('claims.track.none')}</p>
        ) : (
          <>
            <p>{t('claims.track.settled', { count: settled, right: record.counts['borne-out'] })}</p>
            {settled < TELLING ? <p className="field__hint">{t('claims.track.few')}</p> : null}
            {record.repeated > 0 ? (
              <p className="field__hint">{t('claims.track.repeated', { count: record.repeated })}</p>
            ) : null}
          </>
        )}
        {OUTCOMES.map((outcome) => {
          const group = record.claims.filter((each) => each.outcome === outcome)
          if (group.length === 0) return null
          return (
            <section key={outcome} aria-label={t(`claims.track.${outcome}`)}>
              <h4>{t(`claims.track.${outcome}`)}</h4>
              <ul className="claim-list">
                {group.slice(0, MOST_CLAIMS).map(({ claim, side, isRepeated }) => (
                  <li key={`${claim.id} ${side}`}>
                    <ClaimLink claim={claim} />
                    <span className="field__hint">
                      {t(isRepeated ? `claims.track.repeated.${side}` : `claims.track.spoke.${side}`)}
                    </span>
                  </li>
                ))}
              </ul>
              {group.length > MOST_CLAIMS ? (
                <p className="field__hint">{t('claims.more', { count: group.length - MOST_CLAIMS })}</p>
              ) : null}
            </section>
          )
        })}
      </section>
    </>
  )
}
