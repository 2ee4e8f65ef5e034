/** The window's own line icons, 16 × 16, drawn in the colour of the text. Never the only carrier of a meaning. */

const PATHS = {
  incidents: 'M2.5 3.5h11M2.5 8h11M2.5 12.5h7',
  sources: 'M8 2.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5M3 13.5c.6-2.8 2.5-4 5-4s4.4 1.2 5 4',
  sourceItems: 'M4 1.5h5.5L12.5 4.5v10h-8.5zM9.5 1.5v3h3M6 8h4.5M6 11h4.5',
  claims: 'M2.5 3h11v7.5h-6L4.5 13.5v-3h-2z',
  board: 'M2 2.5h3.2v11H2zM6.4 2.5h3.2v7H6.4zM10.8 2.5H14v9h-3.2z',
  acts: 'M4 2.500a1.800 1.800 0 1 1 0 3.600 1.800 1.800 0 0 1 0-3.600M12 2.500a1.800 1.800 0 1 1 0 3.600 1.800 1.800 0 0 1 0-3.600M1.500 13.500c.200-2.500 1.200-4 2.500-4s2.300 1.500 2.500 4M9.500 13.500c.200-2.500 1.200-4 2.500-4s2.300 1.500 2.500 4M6.500 7.500h3M8.300 6.200l1.300 1.300-1.300 1.300',
  map: 'M2 4l4-1.500 4 1.500 4-1.500v9.500l-4 1.500-4-1.500-4 1.500zM6 2.500v9.500M10 4v9.500',
  duplicates: 'M2 4.500h8v8h-8zM6 4.500v-2.500h8v8h-4',
  persons:
    'M6 3a2.2 2.2 0 1 1 0 4.4A2.2 2.2 0 0 1 6 3M1.5 13c.4-2.5 2-3.6 4.5-3.6s4.1 1.1 4.5 3.6M10.5 3.3a2.2 2.2 0 0 1 0 3.9M12 9.8c1.4.5 2.2 1.5 2.5 3.2',
  organisations: 'M2.5 13.5h11M4 13.5V3l4-1.5L12 3v10.5M6.5 5.5h3M6.5 8h3M6.5 10.5h3',
  contacts:
    'M4.5 2 6.5 5 5.3 6.5c.8 1.8 2.4 3.4 4.2 4.2L11 9.5l3 2c-.2 1.6-1.3 2.5-2.7 2.5C6.6 13.7 2.3 9.4 2 4.7 2 3.300 2.900 2.200 4.500 2',
  actions: 'M2.5 6v4h2.500l6 3.500v-11L5 6zM13.500 6.200v3.600',
  brief: 'M3.5 1.5h9v13h-9zM6 5h4M6 8h4M6 11h2',
  releases: 'M3.5 5v9.5h9V5M2 1.5h12V5H2zM6 8h4',
  reading:
    'M8 4c-1.500-1.200-3.500-1.500-6-1.500v10c2.500 0 4.500.300 6 1.500 1.500-1.200 3.500-1.500 6-1.500v-10c-2.500 0-4.500.300-6 1.500zM8 4v10',
  guide:
    'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M6.100 6.300a1.900 1.900 0 1 1 2.800 1.700c-.600.300-.900.700-.900 1.400M8 11.400v.300',
  import: 'M8 1.5v8M4.8 6.5 8 9.7l3.2-3.2M2.5 10.5v3h11v-3',
  bin: 'M2.5 4h11M6 4V2.5h4V4M4 4l.6 9.5h6.8L12 4M6.7 6.5v4.5M9.3 6.5v4.5',
  settings: 'M2 4.5h7M12 4.5h2M2 11.5h2M7 11.5h7M10.5 3v3M5.5 10v3',
  search: 'M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9M10.3 10.3l3.7 3.7',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  undo: 'M5.5 2.5 2.5 5.5l3 3M2.5 5.5h7a3.5 3.5 0 0 1 0 7h-4',
  redo: 'M10.5 2.5l3 3-3 3M13.5 5.5h-7a3.5 3.5 0 0 0 0 7h4',
  plus: 'M8 2.5v11M2.5 8h11',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  open: 'M4 6l4 4 4-4',
  up: 'M4 10l4-4 4 4',
  next: 'M2.5 8h11M9.5 4l4 4-4 4',
  back: 'M13.5 8h-11M6.5 4l-4 4 4 4',
  root: 'M8 1.5v7M8 8.5l-4.5 5M8 8.5l4.5 5M8 8.5v5.5',
  tick: 'M3 8.5l3.3 3.5L13 4.5',
  columns: 'M2 2.5h12v11H2zM6 2.5v11M10 2.5v11',
  error: 'M8 1.5 14.5 8 8 14.5 1.5 8zM8 5v3.5M8 10.5v.6',
  warning: 'M8 2 14.5 13.5h-13zM8 6.5v3.5M8 11.6v.4',
  info: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M8 7v4.5M8 4.5v.6',
  success: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M5 8.3l2.2 2.2L11 6',
} as const

export type IconName = keyof typeof PATHS

export interface IconProps {
  readonly name: IconName
  /** Side in CSS pixels; 16 unless told. */
  readonly size?: number
}

export function Icon({ name, size = 16 }: IconProps) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        stroke="currentColor"
        strokeWidth="1.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
