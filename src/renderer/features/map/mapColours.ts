/** The colours of the theme, as a canvas takes them. */
export interface MapColours {
  readonly water: string
  readonly land: string
  readonly border: string
  readonly mark: string
  readonly onMark: string
  readonly ink: string
  readonly sheet: string
  readonly focus: string
  readonly font: string
}

const VARIABLES = {
  water: '--sunken',
  land: '--sheet',
  border: '--line-2',
  mark: '--accent',
  onMark: '--ink-on-accent',
  ink: '--ink',
  sheet: '--sheet',
  focus: '--focus',
} as const

/** Reads them as they are now; a canvas knows neither variables nor light-dark(). */
export function mapColours(host: HTMLElement): MapColours {
  const probe = document.createElement('span')
  probe.hidden = true
  host.append(probe)
  const colour = (variable: string): string => {
    probe.style.color = `var(${variable})`
    return getComputedStyle(probe).color
  }
  const read = Object.fromEntries(
    Object.entries(VARIABLES).map(([name, variable]) => [name, colour(variable)]),
  )
  const font = getComputedStyle(host).fontFamily
  probe.remove()
  return { ...(read as Record<keyof typeof VARIABLES, string>), font }
}

const QUERIES = [
  '(prefers-color-scheme: dark)',
  '(prefers-contrast: more)',
  '(forced-colors: active)',
] as const

/** Calls back whenever the colours may be others. Returns what stops it. */
export function followColours(onChange: () => void): () => void {
  const queries = QUERIES.map((query) => matchMedia(query))
  for (const query of queries) query.addEventListener('change', onChange)
  const root = new MutationObserver(onChange)
  root.observe(document.documentElement, { attributeFilter: ['data-theme', 'lang'] })
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange)
    root.disconnect()
  }
}
