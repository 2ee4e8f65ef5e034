/**
 * Pages under one another. Only those in sight are drawn. One stop for Tab: arrows and Space scroll, Page Up and Page Down
 * go by pages, Home and End to the first and last, + and - zoom, 0 fits the width.
 */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { PagePicture } from './PagePicture.tsx'
import { fittingZoom, nextZoom, PIXELS_PER_POINT, pageInSight } from './pageZoom.ts'
import type { PdfPicture } from './pdfDocument.ts'

export interface PageListProps {
  readonly picture: PdfPicture
  readonly isOld: boolean
}

const GAP_PX = 16

export function PageList({ picture, isOld }: PageListProps) {
  const { t, locale } = useLanguage()
  const { sizes } = picture
  const scroller = useRef<HTMLElement>(null)
  /** Null fits the width. */
  const [chosenZoom, setChosenZoom] = useState<number | null>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = scroller.current
    if (element === null) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth - 2 * GAP_PX))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const widest = Math.max(1, ...sizes.map((size) => size.width))
  const zoom = chosenZoom ?? fittingZoom(widest, width)
  const scale = zoom * PIXELS_PER_POINT
  const virtual = useVirtualizer({
    count: sizes.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (sizes[index]?.height ?? 0) * scale + GAP_PX,
    overscan: 1,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another zoom or another document has other sizes.
  useEffect(() => virtual.measure(), [scale, picture])
  const starts = virtual.measurementsCache.map(({ start }) => start)
  const at = pageInSight(starts, virtual.scrollOffset ?? 0, scroller.current?.clientHeight ?? 0)
  const number = new Intl.NumberFormat(locale)
  const goTo = (index: number) =>
    virtual.scrollToIndex(Math.max(0, Math.min(sizes.length - 1, index)), { align: 'start' })
  const zoomBy = (by: -1 | 1) => setChosenZoom(nextZoom(zoom, by))
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const actions: Readonly<Record<string, () => void>> = {
      pagedown: () => goTo(at + 1),
      pageup: () => goTo(at - 1),
      home: () => goTo(0),
      end: () => goTo(sizes.length - 1),
      '+': () => zoomBy(1),
      '=': () => zoomBy(1),
      '-': () => zoomBy(-1),
      '0': () => setChosenZoom(null),
    }
    const act = actions[event.key.toLowerCase()]
    if (act === undefined) return
    act()
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <div className="pages__tools toolbar" role="toolbar" aria-label={t('composer.pages.tools')}>
        <Button size="small" variant="quiet" isDisabled={at === 0} onPress={() => goTo(at - 1)}>
          {t('composer.pages.previous')}
        </Button>
        <span className="pages__number">
          {t('composer.pages.number', { page: at + 1, total: sizes.length })}
        </span>
        <Button size="small" variant="quiet" isDisabled={at >= sizes.length - 1} onPress={() => goTo(at + 1)}>
          {t('composer.pages.next')}
        </Button>
        <span className="pages__space" />
        <Button
          size="small"
          variant="quiet"
          aria-label={t('composer.pages.smaller')}
          onPress={() => zoomBy(-1)}
        >
          −
        </Button>
        <span className="pages__zoom">{number.format(Math.round(zoom * 100))} %</span>
        <Button
          size="small"
          variant="quiet"
          icon="plus"
          aria-label={t('composer.pages.larger')}
          onPress={() => zoomBy(1)}
        />
        <Button size="small" variant="quiet" onPress={() => setChosenZoom(null)}>
          {t('composer.pages.fit')}
        </Button>
      </div>
      <section
        ref={scroller}
        className={isOld ? 'pages__scroll pages__scroll--old' : 'pages__scroll'}
        aria-label={t('composer.pages.list')}
        aria-busy={isOld}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: pages that scroll must be reachable by keyboard.
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className="pages__rows" style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const size = sizes[index]
            return size === undefined ? null : (
              <PagePicture
                key={index}
                picture={picture}
                index={index}
                scale={scale}
                top={start}
                size={size}
                label={t('composer.pages.picture', { page: index + 1, total: sizes.length })}
              />
            )
          })}
        </div>
      </section>
    </>
  )
}
