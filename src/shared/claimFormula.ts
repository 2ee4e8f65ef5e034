/**
 * The careful form of a claim in the words of a brief: what its status allows to be said, around the statement. One
 * module for the PDF, the preview and the forms, so that they say the same.
 */
import type { ClaimStatus, Standard } from '../core/vocabularyCodes.ts'
import type en from './i18n/brief/en.json'

type BriefKey = keyof typeof en
type Say = (key: BriefKey, values?: Readonly<Record<string, string>>) => string

export interface Standing {
  readonly status: ClaimStatus
  readonly standardMet: Standard
}

/**
 * "It is alleged that “…”", in the language of `say` (a brief's catalogue). `statement` is put in as it is, without its
 * full stop; null leaves an ellipsis in its place, where it may not be shown.
 */
export function claimFormula(say: Say, { status, standardMet }: Standing, statement: string | null): string {
  return say(`formula.${status}`, {
    statement: statement === null ? '…' : statement.trim().replace(/[.。۔]+$/u, ''),
    standard: say(`standard.${standardMet}`),
  })
}
