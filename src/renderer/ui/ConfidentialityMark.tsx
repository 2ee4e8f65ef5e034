/** The sharing label of a record (TLP 2.0): a sign whose filled part shrinks as sharing widens, and the code. */
import type { Confidentiality } from '../../core/vocabularyCodes.ts'
import { useLanguage } from '../text.ts'
import './surfaces.css'

const CLASS: Readonly<Record<Confidentiality, string>> = {
  RED: 'label-red',
  'AMBER+STRICT': 'label-amber',
  AMBER: 'label-amber',
  GREEN: 'label-green',
  CLEAR: 'label-clear',
}
/** Height of the filled part of a 10-unit square. */
const FILLED: Readonly<Record<Confidentiality, number>> = {
  RED: 10,
  'AMBER+STRICT': 7.5,
  AMBER: 5,
  GREEN: 2.5,
  CLEAR: 0,
}

export function ConfidentialityMark({ label }: { readonly label: Confidentiality }) {
  const { t, colon } = useLanguage()
  const height = FILLED[label]
  return (
    <span
      className={`mark ${CLASS[label]}`}
      title={t(`confidentiality.${label}`) + colon + t(`confidentiality.${label}.note`)}
    >
      <svg width="12" height="12" viewBox="0 0 12 12" fill="none" aria-hidden="true" focusable="false">
        <rect x="1" y={11 - height} width="10" height={height} fill="currentColor" />
        <rect x="1" y="1" width="10" height="10" stroke="currentColor" strokeWidth="1.3" />
      </svg>
      <span>{t(`confidentiality.${label}`)}</span>
    </span>
  )
}
