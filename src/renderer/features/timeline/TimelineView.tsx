/**
 * The timeline of the incidents that the table would show: how many when, by lanes, and from near enough each by itself.
 * What has no date that can be drawn is counted beside it.
 */
import { type KeyboardEvent, useMemo, useState } from 'react'
import { OTHER_CODES } from '../../../core/views/foldCodes.ts'
import { NO_CODE } from '../../../core/views/lanes.ts'
import { withoutBrush } from '../../../core/views/whenBrush.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { dateWords } from '../../dateWords.ts'
import { openRecord } from '../../navigation.ts'
import type { PictureProps } from '../../table/pictures.ts'
import { typedQuery, typeQuery, useTypedQuery } from '../../table/tableSearch.ts'
import { useLanguage } from '../../text.ts'
import { Chip } from '../../ui/Chip.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { NOTHING_WORDS, useIncidentCodes, useKeyWords } from '../views/keyWords.ts'
import { brushedWords } from './brushedWords.ts'
import { TimelineChart } from './TimelineChart.tsx'
import { TimelineTable } from './TimelineTable.tsx'
import { type LaneChoice, TimelineTools } from './TimelineTools.tsx'
import { type TimelineCounts, timelineCounts } from './timelineCounts.ts'
import { timelineAct } from './timelineKeys.ts'
import type { LanePlace } from './timelineReadout.ts'
import { isWhole } from './timelineWindow.ts'
import { useSettled } from './useSettled.ts'
import { useStretch } from './useStretch.ts'
import { useTimeline } from './useTimeline.ts'
import '../views/views.css'
import './timeline.css'

export function TimelineView({ rows, isLooking }: PictureProps<IncidentRow>) {
  const language = useLanguage()
  const { t, direction } = language
  const [lanesBy, setLanesBy] = useState<LaneChoice>('violation')
  const [isTable, setTable] = useState(false)
  const field = lanesBy === 'none' ? null : lanesBy
  const codes = useIncidentCodes(field === 'place')
  const timeline = useTimeline(rows, field, codes)
  const keyWords = useKeyWords()
  const query = useTypedQuery('incidents')
  const { spans, lanes, assessed } = timeline
  const { whole, stretch, acts } = useStretch(spans)
  const counts = useMemo(
    () => (stretch === null || lanes === null ? null : timelineCounts(spans, lanes, assessed, stretch)),
    [spans, lanes, assessed, stretch],
  )
  const onKey = (event: KeyboardEvent) => {
    const act = timelineAct(event, direction)
    if (act === null) return
    event.preventDefault()
    acts.act(act)
  }
  const nameOf = (place: LanePlace): string => {
    if (typeof place === 'string') return t(place === 'all' ? 'timeline.all' : 'timeline.assessed')
    const key = lanes?.keys[place] ?? NO_CODE
    if (key === OTHER_CODES) return t('views.others')
    if (field === null) return ''
    return key === NO_CODE ? t(NOTHING_WORDS[field]) : keyWords(field, key)
  }
  const countWords = ({ counted: { all } }: TimelineCounts, inSeveral: number): string => {
    const { inSight, before, after } = all
    const counted = t('timeline.counts', {
      total: rows.length,
      inSight,
      before,
      after,
      undated: spans.undated,
    })
    return inSeveral === 0 ? counted : `${counted} ${t('views.inSeveral', { count: inSeveral })}`
  }
  const brushed = brushedWords(query, language)
  const said = counts === null || lanes === null ? '' : countWords(counts, lanes.inSeveral)
  const settled = useSettled(said)
  return (
    <section className="picture timeline" aria-label={t('views.timeline')} aria-busy={isLooking}>
      {stretch === null || whole === null ? null : (
        <TimelineTools
          lanes={lanesBy}
          onLanes={setLanesBy}
          isAll={isWhole(stretch, whole)}
          onAct={acts.act}
          isTable={isTable}
          onTable={setTable}
        />
      )}
      {brushed === '' ? null : (
        <p className="picture__chips">
          <Chip
            text={t('timeline.brushed', { when: brushed })}
            onRemove={() => typeQuery('incidents', withoutBrush(typedQuery('incidents')))}
          />
        </p>
      )}
      <p className="picture__counts" aria-hidden="true">
        {said}
      </p>
      <p className="visually-hidden" role="status">
        {settled}
      </p>
      {stretch === null ? (
        <p className="picture__note">{t('timeline.noDates', { count: rows.length })}</p>
      ) : lanes === null || counts === null ? (
        <p className="picture__note" role="status">
          {t(codes.arePlacesUnread ? 'views.placesUnread' : 'views.placesComing')}
        </p>
      ) : isTable ? (
        <TimelineTable
          rows={rows}
          timeline={{ ...timeline, lanes }}
          counts={counts}
          stretch={stretch}
          nameOf={nameOf}
        />
      ) : (
        <TimelineChart
          timeline={{ ...timeline, lanes }}
          counts={counts}
          stretch={stretch}
          nameOf={nameOf}
          titleOf={(row) => {
            const incident = rows[row]
            if (incident === undefined) return ''
            return t('timeline.mark', {
              when: dateWords(incident.when, language),
              title: visibleTurns(incident.title),
            })
          }}
          acts={acts}
          onOpen={(row) => {
            const id = rows[row]?.id
            if (id !== undefined) openRecord('incidents', id)
          }}
          onKey={onKey}
        />
      )}
      <p id="timeline-keys" className="visually-hidden">
        {t('timeline.keys')}
      </p>
      <p className="picture__note">{t('views.sampling')}</p>
    </section>
  )
}
