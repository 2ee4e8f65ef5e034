/**
 * An order of the rows of a brief that comes from what they show and how they are linked, never from ids, names
 * or entry order (redaction.md): otherwise the order itself would tell what was taken out.
 *
 * Colour refinement: rows start with the hash of their content and take in their neighbours' colours until no
 * class splits further. Rows still alike are told apart one at a time; for equal, equally linked rows any choice
 * gives the same brief.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { compareText } from '../compareText.ts'

export interface RowNode {
  /** What the row shows, without ids and links; equal text means equal rows. */
  readonly content: string
  /** Neighbours by index, with the name of the link; both directions are followed. */
  readonly links: readonly { readonly to: number; readonly name: string }[]
}

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)).subarray(0, 16))

type Neighbours = readonly (readonly { readonly to: number; readonly name: string }[])[]

/** Indexes of `rows` in canonical order. */
export function canonicalOrder(rows: readonly RowNode[]): number[] {
  const neighbours: { to: number; name: string }[][] = rows.map(() => [])
  rows.forEach((row, index) => {
    for (const link of row.links) {
      neighbours[index]?.push({ to: link.to, name: `>${link.name}` })
      neighbours[link.to]?.push({ to: index, name: `<${link.name}` })
    }
  })
  const colours = refine(
    rows.map((row) => hash(row.content)),
    neighbours,
  )
  tellApart(colours, neighbours)
  return rows
    .map((_, index) => index)
    .sort((a, b) => compareText(colours[a] ?? '', colours[b] ?? '') || a - b)
}

function refine(start: readonly string[], neighbours: Neighbours): string[] {
  let colours = [...start]
  let classes = new Set(colours).size
  for (;;) {
    const next = colours.map((colour, index) => {
      const around = (neighbours[index] ?? []).map((n) => `${n.name}${colours[n.to]}`).sort()
      return around.length === 0 ? colour : hash(`${colour}|${around.join('|')}`)
    })
    const count = new Set(next).size
    if (count === classes) return colours
    colours = next
    classes = count
  }
}

/**
 * Splits the classes that are left, changing `colours`: names one row of a class "first", then splits the classes
 * of its neighbours by who is linked to it, and so on outwards. A class that would not split is left alone, so
 * the work stays near the row (a source cited by thousands of claims does not recolour them all).
 */
function tellApart(colours: string[], neighbours: Neighbours): void {
  const members = new Map<string, Set<number>>()
  const join = (index: number, colour: string) => {
    colours[index] = colour
    const group = members.get(colour)
    if (group) group.add(index)
    else members.set(colour, new Set([index]))
  }
  for (const [index, colour] of colours.entries()) join(index, colour)
  const recolour = (index: number, colour: string) => {
    members.get(colours[index] ?? '')?.delete(index)
    join(index, colour)
  }
  const isLinked = (group: ReadonlySet<number>) =>
    [...group].some((index) => (neighbours[index] ?? []).length > 0)
  const tied = [...members.entries()]
    .filter(([, group]) => group.size > 1 && isLinked(group))
    .map(([colour]) => colour)
  for (const colour of tied.sort()) {
    for (let group = members.get(colour); group && group.size > 1; group = members.get(colour)) {
      const first = Math.min(...group)
      const named = hash(`${colour} first ${group.size}`)
      recolour(first, named)
      spread([first], colours, neighbours, members, recolour)
    }
  }
}

function spread(
  start: readonly number[],
  colours: readonly string[],
  neighbours: Neighbours,
  members: ReadonlyMap<string, ReadonlySet<number>>,
  recolour: (index: number, colour: string) => void,
): void {
  const queue = [start]
  for (const changed of queue) {
    const seenBy = new Map<number, string[]>()
    for (const index of changed) {
      for (const { to, name } of neighbours[index] ?? []) seenBy.set(to, [...(seenBy.get(to) ?? []), name])
    }
    const splitter = colours[changed[0] ?? 0] ?? ''
    const byClass = Map.groupBy(seenBy.keys(), (index) => colours[index] ?? '')
    for (const [colour, touched] of [...byClass.entries()].sort(([a], [b]) => compareText(a, b))) {
      const size = members.get(colour)?.size ?? 0
      const parts = Map.groupBy(touched, (index) => (seenBy.get(index) ?? []).sort().join(','))
      if (size < 2 || (parts.size === 1 && touched.length === size)) continue
      for (const [signature, part] of [...parts.entries()].sort(([a], [b]) => compareText(a, b))) {
        const fresh = hash(`${colour}|${splitter}|${signature}`)
        for (const index of part) recolour(index, fresh)
        queue.push(part)
      }
    }
  }
}
