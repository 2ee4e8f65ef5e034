/**
 * The timeline of the incidents that the table would show: how many when, by lanes, and from near enough each by itself.
 * What has no date that can be drawn is counted beside it.
 */
import { type KeyboardEvent, useMemo, useState } from 'react'
import { NO_CODE, OTHER_CODES } from '../../../core/views/lanes.ts'
import { brushedDays, brushWhen, type Stretch, withoutBrush } from '../../../core/views/whenBrush.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { dateWords } from '../../dateWords.ts'
import { openRecord } from '../../navigation.ts'
import type { PictureProps } from '../../table/pictures.ts'
import { typedQuery, typeQuery, useTypedQuery } from '../../table/tableSearch.ts'
import { useLanguage } from '../../text.ts'
import { Chip } from '../../ui/Chip.tsx'
import { announce } from '../../ui/LiveRegion.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { NOTHING_WORDS, useIncidentCodes, useKeyWords } from '../views/keyWords.ts'
import { TimelineChart } from './TimelineChart.tsx'
import { TimelineTable } from './TimelineTable.tsx'
import { type LaneChoice, TimelineTools } from './TimelineTools.tsx'
import { timelineCounts } from './timelineCounts.ts'
import { type TimelineAct, timelineAct } from './timelineKeys.ts'
import type { LanePlace } from './timelineReadout.ts'
import { panned, wholeStretch, zoomed } from './timelineWindow.ts'
import { useFrameState } from './useFrameState.ts'
import { useTimeline } from './useTimeline.ts'
import '../views/views.css'
import './timeline.css'

/** By keys and buttons: half again closer or further, a quarter of what is on screen along. */
const ZOOM_STEP = 1.5
const PAN_SHARE = 0.25

export function TimelineView({ rows, isLooking }: PictureProps<IncidentRow>) {
  const language = useLanguage()
  const { t, direction } = language
  const [lanesBy, setLanesBy] = useState<LaneChoice>('violation')
  const [isTable, setTable] = useState(false)
  /** Null for all that there is. */
  const [near, setNear] = useFrameState<Stretch | null>(null)
  const field = lanesBy === 'none' ? null : lanesBy
  const codes = useIncidentCodes(field === 'place')
  const timeline = useTimeline(rows, field, codes)
  const keyWords = useKeyWords()
  const query = useTypedQuery('incidents')
  const { spans, lanes, assessed } = timeline
  const whole = useMemo(() => wholeStretch(spans), [spans])
  const stretch = useMemo(
    () => (whole === null ? null : near === null ? whole : panned(near, whole, 0)),
    [near, whole],
  )
  const counts = useMemo(
    () => (stretch === null || lanes === null ? null : timelineCounts(spans, lanes, assessed, stretch)),
    [spans, lanes, assessed, stretch],
  )
  const move = (step: (from: Stretch, whole: Stretch) => Stretch) =>
    setNear((before) => (whole === null ? null : step(before ?? whole, whole)))
  const zoom = (factor: number, at?: number) => move((from, all) => zoomed(from, all, factor, at))
  const pan = (days: number) => move((from, all) => panned(from, all, days))
  const panBy = (share: number) => move((from, all) => panned(from, all, (from.to - from.from) * share))
  const filter = (chosen: Stretch) => {
    const next = brushWhen(typedQuery('incidents'), chosen)
    if (next === null) return
    typeQuery('incidents', next)
    setNear(() => chosen)
    announce(t('timeline.filtered', { when: brushedWords(next) }))
  }
  const brushedWords = (text: string) => {
    const days = brushedDays(text)
    return days === null ? '' : dateWords(days[0] === days[1] ? days[0] : days.join('/'), language)
  }
  const acts: Readonly<Record<TimelineAct, () => void>> = {
    closer: () => zoom(1 / ZOOM_STEP),
    further: () => zoom(ZOOM_STEP),
    whole: () => setNear(() => null),
    earlier: () => panBy(-PAN_SHARE),
    later: () => panBy(PAN_SHARE),
    first: () => move((from, all) => panned(from, all, all.from - from.from)),
    last: () => move((from, all) => panned(from, all, all.to - from.to)),
    filter: () => {
      if (stretch !== null) filter(stretch)
    },
  }
  const onKey = (event: KeyboardEvent) => {
    const act = timelineAct(event, direction)
    if (act === null) return
    event.preventDefault()
    acts[act]()
  }
  const nameOf = (place: LanePlace): string => {
    if (typeof place === 'string') return t(place === 'all' ? 'timeline.all' : 'timeline.assessed')
    const key = lanes?.keys[place] ?? NO_CODE
    if (key === OTHER_CODES) return t('views.others')
    if (field === null) return ''
    return key === NO_CODE ? t(NOTHING_WORDS[field]) : keyWords(field, key)
  }
  const brushed = brushedWords(query)
  const { inSight = 0, before = 0, after = 0 } = counts?.counted.all ?? {}
  return (
    <section className="picture timeline" aria-label={t('views.timeline')} aria-busy={isLooking}>
      {stretch === null || whole === null ? null : (
        <TimelineTools
          lanes={lanesBy}
          onLanes={setLanesBy}
          stretch={stretch}
          whole={whole}
          acts={acts}
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
      {counts === null ? null : (
        <p className="picture__counts" role="status">
          {t('timeline.counts', { total: rows.length, inSight, before, after, undated: spans.undated })}
          {lanes !== null && lanes.inSeveral > 0
            ? ` ${t('views.inSeveral', { count: lanes.inSeveral })}`
            : null}
        </p>
      )}
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
          acts={{
            zoom,
            pan,
            brush: filter,
            open: (row) => {
              const id = rows[row]?.id
              if (id !== undefined) openRecord('incidents', id)
            },
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
