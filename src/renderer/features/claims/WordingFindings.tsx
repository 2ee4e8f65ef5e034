/**
 * What the sentence written for release says beyond the status of its claim, under the field: a warning, never a
 * hindrance. A brief prints the careful form instead, so it is shown too.
 */
import { useDeferredValue } from 'react'
import type { ClaimStatus, Standard } from '../../../core/vocabularyCodes.ts'
import { overstatements } from '../../../core/wording/overstatements.ts'
import { claimFormula } from '../../../shared/claimFormula.ts'
import { catalogueOf } from '../../../shared/i18n/locale.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { visibleText } from '../../visibleText.ts'
import { briefWords } from '../briefs/briefWords.ts'

export interface WordingProps {
  readonly sentence: string
  readonly status: ClaimStatus
  /** Of the claim, for the careful form; an ellipsis stands in its place without one. */
  readonly statement?: string
  readonly standardMet?: Standard
}

export function WordingFindings({ sentence, status, statement, standardMet = 'none' }: WordingProps) {
  const { language, t } = useLanguage()
  const typed = useDeferredValue(sentence)
  const uiLanguage = catalogueOf(language)
  const found = overstatements(typed, uiLanguage, status)
  if (found.length === 0) return null
  const words = briefWords(uiLanguage)
  return (
    <Banner kind="warning" title={t('wording.heading', { status: t(`status.claim.${status}`) })}>
      <ul>
        {found.map(({ start, code, word }) => (
          <li key={`${start} ${code}`}>{t(`wording.${code}`, { word: visibleText(word) })}</li>
        ))}
      </ul>
      <p>{t('wording.brief')}</p>
      <p dir="auto">{visibleText(claimFormula(words.say, { status, standardMet }, statement || null))}</p>
    </Banner>
  )
}
