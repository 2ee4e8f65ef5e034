/** How large pages are shown: fitted to the width, or in steps. Pure. */

/** CSS pixels in an inch, against points. */
export const PIXELS_PER_POINT = 96 / 72
export const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3] as const

/** The next larger (1) or smaller (-1) step from any size; the last one stays. */
export function nextZoom(from: number, by: -1 | 1): number {
  if (by === 1) return ZOOMS.find((zoom) => zoom > from + 0.01) ?? from
  return ZOOMS.findLast((zoom) => zoom < from - 0.01) ?? from
}

/** The zoom at which a page of that many points fills a width in CSS pixels; never more than as on paper. */
export function fittingZoom(pagePoints: number, widthPixels: number): number {
  if (pagePoints <= 0 || widthPixels <= 0) return 1
  return Math.min(1, widthPixels / (pagePoints * PIXELS_PER_POINT))
}

/** The page that fills most of what is in sight, counted from 0. `starts` are where pages begin. */
export function pageInSight(starts: readonly number[], top: number, height: number): number {
  const middle = top + height / 2
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= middle),
  )
}
