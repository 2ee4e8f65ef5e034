/** Reads the user guide from a folder of Markdown: its pages in the order of the contents on the first of them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import {
  FIRST_PAGE,
  type Guide,
  type GuideBlock,
  type GuideGroup,
  type GuideInline,
  type GuidePage,
  plainText,
} from '../src/renderer/features/guide/guideText.ts'
import { guideBlocks, type PictureSize } from './guideMarkdown.ts'

/** The heading on the first page under which the contents stand: a heading of the third level a group, then a list. */
const CONTENTS = 'all-pages'

/** The guide in a folder. Throws when a link, a picture or a place in the contents is missing. */
export function readGuide(folder: string): Guide {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
  const pages = names.map((name) => readPage(folder, path.basename(name, '.md')))
  const first = pages.find(({ id }) => id === FIRST_PAGE)
  if (first === undefined) throw new Error(`The guide has no ${FIRST_PAGE}.md`)
  const groups = contentsOf(first)
  const order = [FIRST_PAGE, ...groups.flatMap((group) => group.pages)]
  const ordered = order.map((id) => pages.find((page) => page.id === id) ?? missing(`page ${id}`))
  for (const { id } of pages) if (!order.includes(id)) missing(`place of ${id} in its contents`)
  checkLinks(ordered)
  return { groups, pages: ordered }
}

/** The pictures that pages of a guide name, and whether they are there. */
export function guidePictures({ pages }: Guide): ReadonlyMap<string, boolean> {
  return new Map(
    pages
      .flatMap(({ blocks }) => blocks.flatMap(everyBlock))
      .flatMap((block) => (block.kind === 'picture' ? [[block.name, block.size !== null] as const] : [])),
  )
}

/** The size that a PNG states at its beginning. */
export function pngSize(bytes: Uint8Array): PictureSize {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0) !== 0x89504e47) throw new Error('no PNG')
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

function readPage(folder: string, id: string): GuidePage {
  const markdown = readFileSync(path.join(folder, `${id}.md`), 'utf8')
  const picture = (name: string) => {
    const file = path.join(folder, 'pictures', `${name}.png`)
    return existsSync(file) ? pngSize(readFileSync(file)) : null
  }
  try {
    const blocks = guideBlocks(markdown, { page: id, picture })
    const [title] = blocks
    if (title?.kind !== 'heading' || title.level !== 1) return missing('title')
    return { id, title: plainText(title.of), blocks }
  } catch (cause) {
    throw new Error(`${id}.md: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

function contentsOf({ blocks }: GuidePage): readonly GuideGroup[] {
  const from = blocks.findIndex((block) => block.kind === 'heading' && block.id === CONTENTS)
  if (from < 0) return missing(`heading “${CONTENTS}” on its first page`)
  const groups: { title: string; pages: string[] }[] = []
  for (const block of blocks.slice(from + 1)) {
    if (block.kind === 'heading') groups.push({ title: plainText(block.of), pages: [] })
    else groups.at(-1)?.pages.push(...linksOf(block).map(({ page }) => page))
  }
  return groups
}

type Link = Extract<GuideInline, { kind: 'link' }>

function linksOf(block: GuideBlock): readonly Link[] {
  return everyBlock(block).flatMap((each): readonly Link[] => {
    if (each.kind === 'table') return [each.head, ...each.rows].flat().flatMap(linksIn)
    return each.kind === 'paragraph' || each.kind === 'heading' ? linksIn(each.of) : []
  })
}

function linksIn(line: readonly GuideInline[]): readonly Link[] {
  return line.flatMap((part): readonly Link[] => {
    if (typeof part === 'string' || part.kind === 'code') return []
    return part.kind === 'link' ? [part] : linksIn(part.of)
  })
}

/** A block and those in it. */
function everyBlock(block: GuideBlock): readonly GuideBlock[] {
  return block.kind === 'list' ? [block, ...block.items.flat().flatMap(everyBlock)] : [block]
}

/** Every link leads somewhere, and no two headings of a page have one id. */
function checkLinks(pages: readonly GuidePage[]): void {
  const ids = new Map(
    pages.map(({ id, blocks }) => [
      id,
      blocks.flatMap((block) => (block.kind === 'heading' ? block.id : [])),
    ]),
  )
  for (const [page, headings] of ids)
    if (new Set(headings).size < headings.length) missing(`difference between two headings of ${page}.md`)
  for (const { id, blocks } of pages)
    for (const { page, part } of blocks.flatMap(linksOf)) {
      const headings = ids.get(page)
      if (headings === undefined || (part !== null && !headings.includes(part)))
        missing(`${page}.md${part === null ? '' : `#${part}`}, which ${id}.md links to`)
    }
}

function missing(what: string): never {
  throw new Error(`The guide has no ${what}`)
}
