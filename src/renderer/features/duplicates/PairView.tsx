/** Two records side by side, differences marked; of what differs one value is chosen, and then the pair is decided. */
import { useRef, useState } from 'react'
import type { Incident } from '../../../core/incident.ts'
import type { MergeField } from '../../../core/mergeFields.ts'
import type { ListedPair } from '../../../shared/ipc/duplicates.ts'
import { openRecord } from '../../navigation.ts'
import { useIsReadOnly, useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { useTermLabel } from '../../vocabularies.ts'
import { useWholeRecord } from '../../wholeRecords.ts'
import { historyWords } from '../history/historyWords.ts'
import { useRecordTitle } from '../history/useRecordTitle.ts'
import { decidePair, type PairDecision } from './decidePair.ts'
import { PairRow } from './PairRow.tsx'
import { pairFields } from './pairFields.ts'
import { useOneDecision } from './useOneDecision.ts'

export interface PairViewProps {
  readonly pair: ListedPair
  readonly onDecided: () => void
}

export function PairView({ pair, onDecided }: PairViewProps) {
  const { t } = useLanguage()
  const incidents = useRecords('incidents')
  const one = useWholeRecord('incidents', incidents[pair.of]).record
  const other = useWholeRecord('incidents', incidents[pair.incident]).record
  if (one === undefined || other === undefined) return <p role="status">{t('duplicates.pair.reading')}</p>
  return <Compared one={one as Incident} other={other as Incident} onDecided={onDecided} />
}

interface ComparedProps {
  readonly one: Incident
  readonly other: Incident
  readonly onDecided: () => void
}

function Compared({ one, other, onDecided }: ComparedProps) {
  const language = useLanguage()
  const { t } = language
  const isReadOnly = useIsReadOnly()
  const termLabel = useTermLabel()
  const titleOf = useRecordTitle()
  // The record that was there first is the one that others know.
  const [intoId, setInto] = useState(one.createdAt <= other.createdAt ? one.id : other.id)
  const [chosen, setChosen] = useState<ReadonlyMap<MergeField, string>>(new Map())
  const fields = pairFields(one, other, historyWords('incidents', language, titleOf, termLabel))
  const from = intoId === one.id ? other : one
  const into = intoId === one.id ? one : other
  const { isReady, decide: once } = useOneDecision()
  const isLocked = isReadOnly || !isReady
  const fieldsPart = useRef<HTMLDivElement>(null)
  const decide = (decision: PairDecision) =>
    once(async () => {
      if (await decidePair(decision, visibleTurns(into.title), t)) onDecided()
      // The button that was pressed is off meanwhile, and has lost the focus.
      else fieldsPart.current?.focus()
    })
  const merge = () => {
    const take = fields.flatMap(({ choice }) =>
      choice !== null && chosen.get(choice) === from.id ? [choice] : [],
    )
    return decide({ what: 'merge', from: from.id, into: into.id, take })
  }
  const heads = [
    { record: one, label: t('duplicates.pair.first') },
    { record: other, label: t('duplicates.pair.second') },
  ]
  return (
    <section className="pair" aria-label={t('duplicates.pair.label')}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table scrolls by keyboard */}
      <div className="pair__scroll" ref={fieldsPart} tabIndex={0}>
        <table className="pair__table">
          <thead>
            <tr>
              <th scope="col">{t('duplicates.pair.field')}</th>
              {heads.map(({ record, label }) => (
                <th key={record.id} scope="col">
                  <span className="pair__head">
                    {label}
                    <Button
                      size="small"
                      variant="quiet"
                      aria-label={`${t('duplicates.pair.open')}: ${label}`}
                      onPress={() => openRecord('incidents', record.id)}
                    >
                      {t('duplicates.pair.open')}
                    </Button>
                  </span>
                  <label className="pair__stays">
                    <input
                      type="radio"
                      name="pair-into"
                      checked={intoId === record.id}
                      disabled={isReadOnly}
                      onChange={() => setInto(record.id)}
                      aria-label={`${t('duplicates.pair.stays')}: ${label}`}
                    />
                    {t('duplicates.pair.stays')}
                  </label>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <PairRow
                key={field.path}
                field={field}
                ids={[one.id, other.id]}
                kept={field.choice === null ? null : (chosen.get(field.choice) ?? intoId)}
                isReadOnly={isReadOnly}
                onKeep={(id) => {
                  const { choice } = field
                  if (choice !== null) setChosen((before) => new Map(before).set(choice, id))
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className="field__hint">{t('duplicates.pair.joined')}</p>
      <div className="toolbar pair__decide">
        <Button variant="primary" isDisabled={isLocked} onPress={() => void merge()}>
          {t('duplicates.pair.same')}
        </Button>
        {(['different', 'later'] as const).map((what) => (
          <Button
            key={what}
            isDisabled={isLocked}
            onPress={() => void decide({ what, id: one.id, other: other.id })}
          >
            {t(`duplicates.pair.${what}`)}
          </Button>
        ))}
      </div>
    </section>
  )
}
