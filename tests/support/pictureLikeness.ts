/** Do two pictures of a window show the same, give or take how a machine draws letters? */
import type { Pixels } from './pngPixels.ts'

/** Side of the squares whose mean colours are compared, in pixels. */
const SQUARE = 32
/** How far the mean of a channel may be off, of 255. */
const ROOM = 20
/** The part of the squares that may be off. */
const MOST_OFF = 0.03

/** Null when they are alike; else what is different. */
export function differenceOf(kept: Pixels, now: Pixels): string | null {
  if (kept.width !== now.width || kept.height !== now.height)
    return `it is ${now.width} × ${now.height} now, and was ${kept.width} × ${kept.height}`
  const [before, after] = [squares(kept), squares(now)]
  const off = before.filter((mean, at) =>
    mean.some((value, c) => Math.abs(value - (after[at]?.[c] ?? 0)) > ROOM),
  )
  const part = off.length / before.length
  return part > MOST_OFF ? `${Math.round(part * 100)} % of it looks different` : null
}

/** Mean colours of the squares, from left to right and top to bottom. */
function squares({ width, height, rgb }: Pixels): readonly (readonly number[])[] {
  const found: number[][] = []
  for (let top = 0; top < height; top += SQUARE)
    for (let left = 0; left < width; left += SQUARE) {
      const sum = [0, 0, 0]
      const [right, bottom] = [Math.min(left + SQUARE, width), Math.min(top + SQUARE, height)]
      for (let y = top; y < bottom; y += 1)
        for (let x = left; x < right; x += 1)
          for (const c of [0, 1, 2]) sum[c] = (sum[c] ?? 0) + (rgb[(y * width + x) * 3 + c] ?? 0)
      found.push(sum.map((value) => value / ((right - left) * (bottom - top))))
    }
  return found
}
