/** The outline of the countries for a map on screen; null until it is read. */
import { useEffect, useState } from 'react'
import { type CountryShape, outlineNow, readOutline } from './worldOutline.ts'

// Whoever reads this ahead reads the outline ahead as well; what fails is told when a map is shown.
readOutline().catch(() => undefined)

export interface Outline {
  readonly shapes: readonly CountryShape[] | null
  readonly hasFailed: boolean
}

export function useOutline(): Outline {
  const [outline, setOutline] = useState<Outline>(() => ({ shapes: outlineNow(), hasFailed: false }))
  useEffect(() => {
    let isWanted = true
    readOutline().then(
      (shapes) => {
        if (isWanted) setOutline({ shapes, hasFailed: false })
      },
      () => {
        if (isWanted) setOutline({ shapes: null, hasFailed: true })
      },
    )
    return () => {
      isWanted = false
    }
  }, [])
  return outline
}
