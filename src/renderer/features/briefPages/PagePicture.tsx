/** One page, drawn when it comes into sight and as sharp as the screen is. */
import { useEffect, useRef } from 'react'
import type { PageSize, PdfPicture } from './pdfDocument.ts'

export interface PagePictureProps {
  readonly picture: PdfPicture
  /** From 0. */
  readonly index: number
  /** CSS pixels for each point. */
  readonly scale: number
  /** Where it begins among the pages, in CSS pixels. */
  readonly top: number
  readonly size: PageSize
  readonly label: string
}

/** A canvas of more pixels than this on a side is refused by some machines. */
const MOST_PIXELS = 8_000

export function PagePicture({ picture, index, scale, top, size, label }: PagePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    delete element.dataset.drawn
    const pixels = Math.min(scale * window.devicePixelRatio, MOST_PIXELS / Math.max(size.width, size.height))
    return picture.draw(index, element, pixels, () => {
      element.dataset.drawn = 'yes'
    })
  }, [picture, index, scale, size])
  return (
    <canvas
      // A canvas that is being drawn on takes no second drawing.
      key={`${index} ${scale}`}
      ref={canvas}
      className="pages__page"
      // Letters are put where the page says: a canvas that inherits right to left would shift each of them.
      dir="ltr"
      role="img"
      aria-label={label}
      style={{
        insetBlockStart: top,
        inlineSize: size.width * scale,
        blockSize: size.height * scale,
      }}
    />
  )
}
