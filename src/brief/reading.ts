/** "How to read this brief": grades, standards, what redaction means, the standing notes, and the scales. */
import type { BriefData } from '../core/redaction/briefData.ts'
import { CREDIBILITIES, RELIABILITIES } from '../core/vocabularyCodes.ts'
import { readingParagraphs } from '../shared/briefWords/readingWords.ts'
import type { PageWords } from './briefPage.ts'

export interface Reading {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly scales: readonly {
    readonly title: string
    readonly steps: readonly { readonly grade: string; readonly words: string }[]
  }[]
}

/** @param data as it is written in the file. */
export function reading(data: BriefData, { say }: PageWords): Reading {
  return {
    title: say('heading.read'),
    paragraphs: readingParagraphs(data, say),
    scales: [
      {
        title: say('read.reliability'),
        steps: RELIABILITIES.map((grade) => ({ grade, words: say(`reliability.${grade}`) })),
      },
      {
        title: say('read.credibility'),
        steps: CREDIBILITIES.map((grade) => ({ grade: String(grade), words: say(`credibility.${grade}`) })),
      },
    ],
  }
}
