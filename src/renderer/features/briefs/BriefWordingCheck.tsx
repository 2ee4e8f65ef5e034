/** Under the title or the introduction: which sentence says more than which claim of the brief allows. A warning. */
import { useDeferredValue, useMemo } from 'react'
import type { BriefLanguage } from '../../../core/redaction/briefData.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { visibleText } from '../../visibleText.ts'
import { strongSentences, type WordedClaim } from './briefWording.ts'

export interface BriefWordingCheckProps {
  readonly text: string
  readonly language: BriefLanguage
  /** Those of the brief; the same object until one of them changes. */
  readonly claims: readonly WordedClaim[]
}

export function BriefWordingCheck({ text, language, claims }: BriefWordingCheckProps) {
  const t = useText()
  const typed = useDeferredValue(text)
  const found = useMemo(() => strongSentences(typed, language, claims), [typed, language, claims])
  if (found.length === 0) return null
  return (
    <Banner kind="warning" title={t('composer.wording.title')}>
      <ul>
        {found.map(({ sentence, code, word, claim }) => (
          <li key={`${sentence} ${code} ${word}`}>
            {t(`wording.${code}`, { word: visibleText(word) })}{' '}
            {t('composer.wording.claim', {
              claim: visibleText(claim.statement),
              status: t(`status.claim.${claim.status}`),
            })}
          </li>
        ))}
      </ul>
    </Banner>
  )
}
