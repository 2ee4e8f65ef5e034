/** What a brief is meant to say, so that the gate does not take it for a leak. */
import type { BriefData } from '../../core/redaction/briefData.ts'
import { createBriefPage, type Label } from '../briefPage.ts'
import { catalogueConstants } from '../briefText.ts'
import { allStrings } from '../printableText.ts'
import type { Excuses } from './text.ts'

/**
 * Every string of the data, every string of the page made of them (dates, places and labels in words), and every
 * text of the catalogue. The page is computed from the data alone, so nothing else can come in this way.
 */
export function allowedStrings(data: BriefData, label: Label): string[] {
  return [
    ...allStrings(data),
    ...allStrings(createBriefPage(data, label)),
    ...catalogueConstants(data.language),
  ]
}

/** The excuses of the gate for a brief that was made here (see text.ts). */
export function excusesFor(data: BriefData, label: Label): Required<Excuses> {
  return {
    allowed: allowedStrings(data, label),
    constants: catalogueConstants(data.language),
    own: ownStrings(data, label),
  }
}

/** Strings that depend on the log: of the data, and the labels of its codes. */
function ownStrings(data: BriefData, label: Label): string[] {
  const own = allStrings(data)
  return [...own, ...own.map((code) => label(code, data.language))]
}
