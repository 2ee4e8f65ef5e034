/**
 * What the incidents that the table would show have in common, in counts. They leave the log only by way of a brief, which
 * hides small counts: here is no other way out.
 */
import { useState } from 'react'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import type { PictureProps } from '../../table/pictures.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { useIncidentCodes } from '../views/keyWords.ts'
import { MEASURE_NAMES, MEASURES, type Measure } from './measures.ts'
import { PatternPanel } from './PatternPanel.tsx'
import { timeRows } from './patternRows.ts'
import { useBriefOfRows } from './useBriefOfRows.ts'
import { usePatterns } from './usePatterns.ts'
import { usePatternWords } from './usePatternWords.ts'
import '../views/views.css'
import './patterns.css'

const FURTHER = ['season', 'place', 'violation', 'victims', 'perpetrator', 'sourceKind'] as const

export function PatternsView({ rows, isLooking }: PictureProps<IncidentRow>) {
  const t = useText()
  const [measure, setMeasure] = useState<Measure>('incidents')
  const [isTable, setTable] = useState(false)
  const codes = useIncidentCodes(true)
  const patterns = usePatterns(rows, codes)
  const words = usePatternWords()
  const composeBrief = useBriefOfRows(rows)
  const shared = { measure, isTable, words }
  return (
    <section className="picture patterns" aria-label={t('views.patterns')} aria-busy={isLooking}>
      <div className="patterns__tools">
        <SelectField
          label={t('patterns.measure')}
          options={MEASURES.map((value) => ({ value, label: t(MEASURE_NAMES[value]) }))}
          value={measure}
          onChange={setMeasure}
        />
        <Button size="small" aria-pressed={isTable} onPress={() => setTable(!isTable)}>
          {t('views.asTable')}
        </Button>
        <Button
          size="small"
          icon="brief"
          className="patterns__brief"
          isDisabled={isLooking}
          onPress={composeBrief}
        >
          {t('patterns.brief')}
        </Button>
      </div>
      <Banner kind="warning">
        {t('views.sampling')} {t('patterns.notPersons')}
      </Banner>
      <div className={isTable ? 'patterns__panels patterns__panels--tables' : 'patterns__panels'}>
        {timeRows(patterns).map((time) => (
          <PatternPanel key={time.dimension} {...time} {...shared} />
        ))}
        {FURTHER.map((dimension) => {
          const counted = patterns[dimension]
          return counted === undefined ? null : (
            <PatternPanel key={dimension} dimension={dimension} counted={counted} {...shared} />
          )
        })}
      </div>
      {patterns.place === undefined ? (
        <p className="picture__note" role="status">
          {t(codes.arePlacesUnread ? 'views.placesUnread' : 'views.placesComing')}
        </p>
      ) : null}
    </section>
  )
}
