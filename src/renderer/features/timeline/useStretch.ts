/** The stretch of time on screen and what moves it; the same functions as long as the incidents and the language are. */
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { DateSpans } from '../../../core/views/dateSpans.ts'
import { brushWhen, type Stretch } from '../../../core/views/whenBrush.ts'
import { typedQuery, typeQuery } from '../../table/tableSearch.ts'
import { useLanguage } from '../../text.ts'
import { announce } from '../../ui/LiveRegion.tsx'
import { brushedWords } from './brushedWords.ts'
import { movedBy, type TimelineAct } from './timelineKeys.ts'
import { isWhole, panned, wholeStretch, zoomed } from './timelineWindow.ts'
import { useFrameState } from './useFrameState.ts'

export interface StretchActs {
  readonly act: (act: TimelineAct) => void
  readonly zoom: (factor: number, at: number) => void
  readonly pan: (days: number) => void
  /** Shows only this time, in the table too. */
  readonly brush: (stretch: Stretch) => void
}

export interface ShownStretch {
  /** Null where no date can be drawn. */
  readonly whole: Stretch | null
  readonly stretch: Stretch | null
  readonly acts: StretchActs
}

export function useStretch(spans: DateSpans): ShownStretch {
  const language = useLanguage()
  /** Null for all that there is. */
  const [near, setNear] = useFrameState<Stretch | null>(null)
  const whole = useMemo(() => wholeStretch(spans), [spans])
  const stretch = useMemo(
    () => (whole === null ? null : near === null ? whole : panned(near, whole, 0)),
    [near, whole],
  )
  const shown = useRef(stretch)
  useEffect(() => {
    shown.current = stretch
  }, [stretch])
  const brush = useCallback(
    (chosen: Stretch) => {
      const next = brushWhen(typedQuery('incidents'), chosen)
      if (next === null) return
      typeQuery('incidents', next)
      setNear(() => chosen)
      announce(language.t('timeline.filtered', { when: brushedWords(next, language) }))
    },
    [language, setNear],
  )
  const acts = useMemo((): StretchActs => {
    const move = (step: (from: Stretch, whole: Stretch) => Stretch) =>
      setNear((before) => {
        if (whole === null) return null
        const next = step(before ?? whole, whole)
        // All of it stays all of it when there is more.
        return isWhole(next, whole) ? null : next
      })
    return {
      brush,
      zoom: (factor, at) => move((from, all) => zoomed(from, all, factor, at)),
      pan: (days) => move((from, all) => panned(from, all, days)),
      act: (act) => {
        if (act !== 'filter') move((from, all) => movedBy(act, from, all))
        else if (shown.current !== null) brush(shown.current)
      },
    }
  }, [whole, brush, setNear])
  return { whole, stretch, acts }
}
