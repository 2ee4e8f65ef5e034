/** Cells that several tables share. */
import type { Credibility, Reliability } from '../../core/vocabularyCodes.ts'
import { useText } from '../text.ts'

/** Letter of the Admiralty scale with its meaning in words. */
export function ReliabilityCell({ grade }: { readonly grade: Reliability }) {
  const t = useText()
  return (
    <>
      <span className="grade">{grade}</span>
      <span className="grid__quiet">{t(`reliability.${grade}`)}</span>
    </>
  )
}

/** Figure of the Admiralty scale with its meaning in words. */
export function CredibilityCell({ grade }: { readonly grade: Credibility }) {
  const t = useText()
  return (
    <>
      <span className="grade">{grade}</span>
      <span className="grid__quiet">{t(`credibility.${grade}`)}</span>
    </>
  )
}
