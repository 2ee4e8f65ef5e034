/**
 * `npm run bench -- views`: the pictures of a large log in the built window. How long from a press, or from what is typed in the
 * search, to the frame with the first picture of it; and the frames while it is moved and brought closer.
 */
import type { Page } from '@playwright/test'
import type { Row } from './measurement.ts'
import { type SizeOptions, sizeOptions } from './sizeOptions.ts'
import { type Note, runInWindow } from './ui.ts'
import { takeLongTasks, timeTyping } from './uiPage.ts'
import { moveByKey, moveByWheel, timePress } from './viewsPage.ts'

export const VIEWS_USAGE = 'npm run bench -- views [--n 100000] [--quick] [--json]'

/** Numbers of incidents. */
export const parseViewsOptions = sizeOptions({ usual: '100000', least: 100, most: 200_000 })

/** A frame that takes longer is seen to stand still. */
const SLOW_FRAME_MS = 50
const FRAMES = 60
/** Fewer items than there would be: pictures look at those alone that claims cite. */
const SHARES = { items: 0.2, claims: 0.1 }

/** Measures all sizes; `tell` hears how far it is. Throws where the app was not built. */
export async function runViewsBench(
  options: SizeOptions,
  tell: (line: string) => void,
): Promise<readonly Row[]> {
  const tries = options.quick ? 1 : 5
  return runInWindow(
    options,
    tell,
    async (page, note) => {
      await takeLongTasks(page)
      tell('timeline')
      await useTimeline(page, tries, note)
      tell('map')
      await useMap(page, tries, note)
      tell('patterns')
      await usePatterns(page, tries, note)
    },
    SHARES,
  )
}

const press = (page: Page, name: string, until: string) => timePress(page, '.switch button', name, until)

async function useTimeline(page: Page, tries: number, note: Note): Promise<void> {
  for (let time = 0; time < tries; time += 1) {
    note('timeline-first', await press(page, 'Timeline', '.timeline__within[d^=M]'))
    await press(page, 'Table', '[role=gridcell]')
  }
  await press(page, 'Timeline', '.timeline__within[d^=M]')
  for (const words of ['when:2016', 'status:confirmed', 'when:2015..2019', '']) {
    note('timeline-filter', await timeTyping(page, 'input[type=search]', words, '.picture__counts'))
  }
  for (const [metric, turn] of [
    ['timeline-zoom', { x: 0, y: -60 }],
    ['timeline-pan', { x: 40, y: 0 }],
    ['timeline-zoom', { x: 0, y: 60 }],
  ] as const) {
    noteFrames(note, metric, await moveByWheel(page, '.timeline__svg', turn, FRAMES))
  }
  await takeLongTasks(page)
}

async function useMap(page: Page, tries: number, note: Note): Promise<void> {
  const until = '.map canvas[width]'
  for (let time = 0; time < tries; time += 1) {
    await press(page, 'Table', '[role=gridcell]')
    note('map-first', await press(page, 'Map', until))
  }
  for (const words of ['when:2016', 'status:confirmed', 'when:2015..2019', '']) {
    note('map-filter', await timeTyping(page, 'input[type=search]', words, '.map__numbers'))
  }
  for (const turn of [-60, -60, 60]) {
    noteFrames(note, 'map-zoom', await moveByWheel(page, '.map canvas', { x: 0, y: turn }, FRAMES))
    for (const key of ['ArrowRight', 'ArrowUp'])
      noteFrames(note, 'map-pan', await moveByKey(page, '.map__sheet', key, FRAMES))
  }
  await takeLongTasks(page)
}

function noteFrames(note: Note, metric: string, frames: readonly number[]): void {
  for (const frame of frames) note(`${metric}-frame`, frame)
  note(`${metric}-slow-frames`, frames.filter((frame) => frame > SLOW_FRAME_MS).length)
}

async function usePatterns(page: Page, tries: number, note: Note): Promise<void> {
  for (let time = 0; time < tries; time += 1) {
    await press(page, 'Table', '[role=gridcell]')
    note('patterns-first', await press(page, 'Patterns', '.pattern'))
    await press(page, 'Table', '[role=gridcell]')
    note('patterns-all', await press(page, 'Patterns', '.pattern:nth-of-type(8)'))
  }
  for (const duration of await takeLongTasks(page)) note('patterns-long-task', duration)
}
