/** "Has this happened before?": earlier incidents alike, and in what they are alike. */
import { dateWords } from '../dateWords.ts'
import { openRecord } from '../navigation.ts'
import { placeWords } from '../placeWords.ts'
import { useRecords } from '../store.ts'
import { useLanguage } from '../text.ts'
import { Chip } from '../ui/Chip.tsx'
import { useEarlierAlike } from '../useSourcing.ts'
import { useAlikeReason } from './useAlikeReason.ts'

const MOST = 12

export function AlikeIncidents({ incidentId }: { readonly incidentId: string }) {
  const words = useLanguage()
  const { t } = words
  const incidents = useRecords('incidents')
  const reason = useAlikeReason()
  const earlier = useEarlierAlike(incidentId, MOST)
  return (
    <section className="field alike" aria-labelledby={`alike-${incidentId}`}>
      <h3 id={`alike-${incidentId}`}>{t('claims.alike.title')}</h3>
      {earlier.length === 0 ? (
        <p className="field__hint">{t('claims.alike.none')}</p>
      ) : (
        <p className="field__hint">
          {t(earlier.length < MOST ? 'claims.alike.count' : 'claims.alike.many', { count: earlier.length })}
        </p>
      )}
      <ol className="alike__list">
        {earlier.map(({ incident: id, why }) => {
          const incident = incidents[id]
          if (incident === undefined) return null
          return (
            <li key={id}>
              <Chip text={incident.title} onOpen={() => openRecord('incidents', id)} />
              <p className="alike__facts">
                <span>{dateWords(incident.when, words)}</span>
                <span>{placeWords(incident.where, words.locale)}</span>
              </p>
              <ul className="alike__why">
                {why.map((each) => (
                  <li key={each.code}>{reason(each)}</li>
                ))}
              </ul>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
