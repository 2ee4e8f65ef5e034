/**
 * Where: a map of some incidents, drawn no finer than each is known, and beside it in numbers what it shows and what it
 * cannot. What somebody selects on it is told to whoever shows it.
 */
import { useMemo, useState } from 'react'
import { mapCounts } from '../../../core/mapView/mapCounts.ts'
import type { Box } from '../../../core/queryTerms/boxTerm.ts'
import type { IncidentRow } from '../../../shared/ipc/views.ts'
import { openRecord } from '../../navigation.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { announce } from '../../ui/LiveRegion.tsx'
import { MapNumbers } from './MapNumbers.tsx'
import { type Cluster, mapMarks } from './mapMarks.ts'
import { boxOf, fitView, onScreen } from './mapView.ts'
import { useMapDrawing, WIDEST_CELL_PX } from './useMapDrawing.ts'
import { useMapHands } from './useMapHands.ts'
import { useMarkWords } from './useMarkWords.ts'
import { useOutline } from './useOutline.ts'
import type { CountryShape } from './worldOutline.ts'
import './map.css'

export interface IncidentMapProps {
  /** The same list until one of them is another. */
  readonly rows: readonly IncidentRow[]
  /** Somebody has selected a part of the map; so many of the rows are at no coordinates, and so in no part of it. */
  readonly onBrush: (box: Box, elsewhere: number) => void
  /** Somebody has picked a country (ISO 3166-1 alpha-2). */
  readonly onCountry: (country: string) => void
}

/** Half of what a number is looked at nearer in. */
const REACH_PX = 30
/** Less than this is no step nearer. */
const NEARER = 1.05

const NO_SHAPES: readonly CountryShape[] = []

export function IncidentMap(props: IncidentMapProps) {
  const { t } = useLanguage()
  const { shapes, hasFailed } = useOutline()
  // Without it every country would be counted as one that cannot be drawn.
  if (shapes === null && !hasFailed) return <EmptyState title={t('map.reading')}>{''}</EmptyState>
  return (
    <>
      {hasFailed ? <Banner kind="error">{t('map.unread')}</Banner> : null}
      <Drawn {...props} shapes={shapes ?? NO_SHAPES} />
    </>
  )
}

interface DrawnProps extends IncidentMapProps {
  readonly shapes: readonly CountryShape[]
}

function Drawn({ rows, onBrush, onCountry, shapes }: DrawnProps) {
  const { t } = useLanguage()
  const [isTable, setTable] = useState(false)
  const [isSelecting, setSelecting] = useState(false)
  const outlined = useMemo(() => new Set(shapes.map(({ code }) => code)), [shapes])
  const counts = useMemo(
    () =>
      mapCounts(
        rows.map(({ where }) => where),
        (code) => outlined.has(code),
      ),
    [rows, outlined],
  )
  const marks = useMemo(() => mapMarks(rows, (code) => outlined.has(code)), [rows, outlined])
  const drawing = useMapDrawing(shapes, marks)
  const onBox = (box: Box) => {
    setSelecting(false)
    onBrush(box, rows.length - marks.count)
  }
  const onOpen = (cluster: Cluster) => {
    if (cluster.count === 1) {
      const id = rows[cluster.row]?.id
      if (id !== undefined) openRecord('incidents', id)
      return
    }
    // What is nearer together than the cell of a cluster comes apart.
    const view = drawing.view()
    const reach = REACH_PX / view.k
    const { x, y } = cluster
    const nearer = fitView(
      { west: x - reach, east: x + reach, north: y - reach, south: y + reach },
      drawing.size(),
    )
    if (nearer.k > view.k * NEARER) return drawing.show(nearer)
    // What does not come apart any more is looked at as a list: all that one number may stand for.
    const at = onScreen(view, cluster)
    onBox(
      boxOf(
        view,
        { x: at.x - WIDEST_CELL_PX, y: at.y - WIDEST_CELL_PX },
        { x: at.x + WIDEST_CELL_PX, y: at.y + WIDEST_CELL_PX },
      ),
    )
  }
  const markWords = useMarkWords(rows)
  const hands = useMapHands({
    drawing,
    isSelecting,
    onBox,
    onOpen,
    onGiveUp: () => setSelecting(false),
    onChosen: (cluster, at, of) =>
      announce(
        cluster === null ? t('map.mark.none') : t('map.mark.at', { mark: markWords(cluster), at, of }),
      ),
  })
  const toggleSelecting = () => {
    setSelecting(!isSelecting)
    if (!isSelecting) announce(t('map.select.how'))
  }
  return (
    <div className={isTable ? 'map map--table' : 'map'}>
      <div className="toolbar map__tools">
        <Button aria-pressed={isTable} onPress={() => setTable(!isTable)}>
          {t('map.asTable')}
        </Button>
        {isTable ? null : (
          <>
            <Button aria-label={t('map.zoomIn')} onPress={() => hands.zoom(1.5)}>
              +
            </Button>
            <Button aria-label={t('map.zoomOut')} onPress={() => hands.zoom(1 / 1.5)}>
              −
            </Button>
            <Button onPress={drawing.fit}>{t('map.fit')}</Button>
            <Button
              aria-pressed={isSelecting}
              variant={isSelecting ? 'primary' : 'plain'}
              onPress={toggleSelecting}
            >
              {t('map.select')}
            </Button>
            <Button onPress={hands.selectShown}>{t('map.selectShown')}</Button>
          </>
        )}
      </div>
      <div className="map__body">
        <div
          className={isSelecting ? 'map__sheet map__sheet--selecting' : 'map__sheet'}
          // It stays where it was moved to while the table is looked at.
          hidden={isTable}
          role="application"
          aria-roledescription={t('map.role')}
          aria-label={t('map.label', { placed: counts.placed, total: counts.total })}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it is moved by keyboard
          tabIndex={0}
          onKeyDown={hands.onKeyDown}
        >
          <canvas
            ref={drawing.canvas}
            onPointerDown={hands.onPointerDown}
            onPointerMove={hands.onPointerMove}
            onPointerUp={hands.onPointerUp}
          />
        </div>
        <MapNumbers counts={counts} isWhole={isTable} onCountry={onCountry} />
      </div>
    </div>
  )
}
