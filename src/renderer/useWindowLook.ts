/** Tells the page its theme: the one that was chosen, with more contrast where the desktop asks for it. */
import { useEffect } from 'react'
import { isHighContrast, schemeOf, type Theme } from '../shared/themes.ts'
import { useMedia } from './useMedia.ts'

/** Colours of the desktop itself (Windows' contrast themes) are taken over as they are, and need the same borders. */
const ASKED = '(prefers-contrast: more), (forced-colors: active)'

/** Sets `data-theme` and `data-contrast`, which the style sheets read. */
export function useWindowLook(theme: Theme): void {
  const isAsked = useMedia(ASKED)
  useEffect(() => {
    const { dataset } = document.documentElement
    const scheme = schemeOf(theme)
    if (scheme === 'system') delete dataset.theme
    else dataset.theme = scheme
    if (isAsked || isHighContrast(theme)) dataset.contrast = 'more'
    else delete dataset.contrast
  }, [theme, isAsked])
}
