/** How far long work has come, with counts; `total` null when nobody can know. */
import { ProgressBar as AriaProgressBar, Label } from 'react-aria-components'
import { useLanguage } from '../text.ts'
import './surfaces.css'

export interface ProgressBarProps {
  readonly label: string
  readonly done: number
  readonly total: number | null
}

export function ProgressBar({ label, done, total }: ProgressBarProps) {
  const { locale } = useLanguage()
  const number = new Intl.NumberFormat(locale)
  const counts = total === null ? null : `${number.format(done)} / ${number.format(total)}`
  return (
    <AriaProgressBar
      className="progress"
      isIndeterminate={total === null}
      {...(total === null ? {} : { value: done, maxValue: Math.max(total, 1), valueLabel: counts })}
    >
      {({ percentage }) => (
        <>
          <div className="progress__words">
            <Label>{label}</Label>
            <span>{counts}</span>
          </div>
          <div className="progress__track">
            <div
              className={total === null ? 'progress__fill progress__fill--unknown' : 'progress__fill'}
              style={total === null ? {} : { inlineSize: `${percentage ?? 0}%` }}
            />
          </div>
        </>
      )}
    </AriaProgressBar>
  )
}
