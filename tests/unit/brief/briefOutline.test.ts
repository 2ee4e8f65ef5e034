/** The text of a brief says what its pages say, in the order of their layout. */
import { describe, expect, it } from 'vitest'
import { briefOutline } from '../../../src/brief/briefOutline.ts'
import { createBriefPage } from '../../../src/brief/briefPage.ts'
import { briefPdf } from '../../../src/brief/briefPdf.ts'
import { foldForGate } from '../../../src/brief/gate/canaryForms.ts'
import { readPdfPages } from '../../../src/brief/gate/pdfPages.ts'
import {
  BRIEF_LANGUAGES,
  BRIEF_LAYOUTS,
  type BriefData,
  type BriefLanguage,
  type BriefLayout,
} from '../../../src/core/redaction/briefData.ts'
import { countsOnly } from '../../../src/core/redaction/countsOnly.ts'
import { briefOutlineSchema, type OutlineBlock } from '../../../src/shared/briefOutline.ts'
import { RESOURCES, sampleBrief, sampleLabel } from './sampleBrief.ts'

const sample = (language: BriefLanguage, layout: BriefLayout): BriefData => {
  const data = sampleBrief(language, 8, { layout, introduction: 'One.\n\nTwo.' })
  return (layout === 'annex' ? countsOnly(data) : data) as BriefData
}

function wordsOf(block: OutlineBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'text':
      return block.text
    case 'facts':
      return block.rows.map(({ name, value }) => `${name} ${value}`).join(' ')
    case 'entry':
      return [block.number, block.title, ...block.lines, ...block.facts].join(' ')
    case 'table':
      return [block.columns, ...block.rows].flat().join(' ')
  }
}

const outlineOf = (data: BriefData) => briefOutline(createBriefPage(data, sampleLabel), data.layout)
const headings = ({ blocks }: ReturnType<typeof outlineOf>) =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))

describe.each(BRIEF_LAYOUTS)('the text of %s', (layout) => {
  it.each(BRIEF_LANGUAGES)('in %s crosses to the window and begins with the title', (language) => {
    const data = sample(language, layout)
    const outline = outlineOf(data)
    expect(briefOutlineSchema.parse(outline)).toEqual(outline)
    expect(headings(outline)[0]).toBe(data.title)
    expect(outline.rightToLeft).toBe(language === 'ar')
  })

  it('says each word that is printed, in print order', { timeout: 60_000 }, async () => {
    const data = sample('en', layout)
    const set = await briefPdf(data, { resourcesDir: RESOURCES, label: sampleLabel })
    if (!set.ok) throw new Error(set.error.code)
    const reading = await readPdfPages(set.value.bytes, true)
    const printed = foldForGate((reading?.pages ?? []).map(({ shown }) => shown).join(' '))
    const outline = outlineOf(data)
    const said = foldForGate(outline.blocks.map(wordsOf).join(' '))
    const letters = (text: string) => new Set(text.match(/\p{L}{4,}/gu) ?? [])
    const missing = [...letters(printed)].filter((word) => !said.includes(word) && !FOOTER.has(word))
    expect(missing).toEqual([])
    const places = headings(outline).map((text) => printed.indexOf(foldForGate(text)))
    expect(places).not.toContain(-1)
  })
})

/** Words of the foot of a page. */
const FOOTER: ReadonlySet<string> = new Set(['page'])

describe('the layouts', () => {
  it('have texts of their own', () => {
    const texts = BRIEF_LAYOUTS.map((layout) =>
      outlineOf(sample('en', layout)).blocks.map(wordsOf).join('\n'),
    )
    expect(new Set(texts).size).toBe(BRIEF_LAYOUTS.length)
    const [, urgent = '', , , annex = ''] = texts
    expect(urgent).not.toContain('How to read this brief')
    expect(annex).not.toContain('i1')
  })
})
