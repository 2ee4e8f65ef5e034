// Draws the app's icons into this folder: `node build/makeIcons.ts`. The results are kept in the repository, so
// this runs only when the mark changes; the same sources give the same bytes.

import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { encodeIcns, encodeIco, encodePng, type IconImage } from './iconFormats.ts'
import { drawMark } from './iconMark.ts'

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]

const here = import.meta.dirname
const images: readonly IconImage[] = SIZES.map((size) => ({ size, png: encodePng(size, drawMark(size)) }))

mkdirSync(path.join(here, 'icons'), { recursive: true })
for (const { size, png } of images) {
  writeFileSync(path.join(here, 'icons', `${size}x${size}.png`), png)
  if (size === 1024) writeFileSync(path.join(here, 'icon.png'), png)
}
writeFileSync(path.join(here, 'icon.ico'), encodeIco(images.filter(({ size }) => size <= 256)))
writeFileSync(path.join(here, 'icon.icns'), encodeIcns(images))
