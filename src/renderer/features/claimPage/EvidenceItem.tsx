/** One item used for or against a claim. */
import { Button } from 'react-aria-components'
import type { Claim } from '../../../core/claim.ts'
import { accessPointWords } from '../../claims/accessPoint.ts'
import { openRecord } from '../../navigation.ts'
import { useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { visibleTurns } from '../../visibleText.ts'
import { useTermLabel } from '../../vocabularies.ts'

export interface EvidenceItemProps {
  readonly link: Claim['evidenceFor'][number]
  readonly isRoot: boolean
}

export function EvidenceItem({ link, isRoot }: EvidenceItemProps) {
  const { t, comma } = useLanguage()
  const termLabel = useTermLabel()
  const items = useRecords('sourceItems')
  const sources = useRecords('sources')
  const item = items[link.item]
  if (!item) return <li className="evidence__gone">{t('claims.evidence.gone')}</li>
  const source = sources[item.source]
  const given: EvidenceItemProps['link'] = link
  const accessPoint = 'accessPoint' in given ? given.accessPoint : undefined
  const quote = 'quote' in given ? given.quote : undefined
  const note = 'note' in given ? given.note : undefined
  const connection = 'connection' in given ? given.connection : undefined
  const place = accessPointWords(accessPoint, t, comma)
  return (
    <li className="evidence__item">
      <p>
        <Button className="text-link" onPress={() => openRecord('sourceItems', item.id)}>
          <bdi>{visibleTurns(item.title)}</bdi>
        </Button>
      </p>
      <p className="evidence__from">
        {source === undefined ? (
          t('claims.evidence.sourceGone')
        ) : (
          <span>
            <bdi>{visibleTurns(source.name)}</bdi>
            {' · '}
            {t('board.panel.grade', {
              grade: source.reliability,
              words: t(`reliability.${source.reliability}`),
            })}
          </span>
        )}
      </p>
      <p className="evidence__from">
        {isRoot ? (
          <strong className="evidence__root">{t('claims.graph.root')}</strong>
        ) : (
          item.derivesFrom.map(({ item: from, how }) => (
            <span key={`${from} ${how}`}>
              {t('claims.evidence.derives', {
                how: t(`derivation.${how}`),
                item: visibleTurns(items[from]?.title ?? t('claims.evidence.gone')),
              })}
            </span>
          ))
        )}
        {connection === undefined ? null : (
          <span>
            {t('claims.evidence.connection', {
              how: termLabel('connections', connection),
            })}
          </span>
        )}
        {place === '' ? null : <span>{t('claims.evidence.place', { place })}</span>}
      </p>
      {quote === undefined ? null : (
        <blockquote className="evidence__quote" dir="auto">
          {visibleTurns(quote)}
        </blockquote>
      )}
      {note === undefined ? null : (
        <p className="evidence__note" dir="auto">
          {visibleTurns(note)}
        </p>
      )}
    </li>
  )
}
