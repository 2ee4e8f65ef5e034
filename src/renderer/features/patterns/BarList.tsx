/** A list of bars, longest first: what each stands for in words, and its number beside it. Ranges are drawn as ranges. */
import { useState } from 'react'
import type { PersonRange } from '../../../core/views/persons.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'

export interface Bar {
  readonly key: string
  readonly name: string
  /** Null for a row of words alone. */
  readonly value: PersonRange | null
  readonly words: string
  /** Of what has nothing given: set apart from the others. */
  readonly isRest?: boolean
}

export interface BarListProps {
  readonly label: string
  readonly bars: readonly Bar[]
}

/** The longest ones; the rest when they are asked for. */
const FIRST_BARS = 8

export function BarList({ label, bars }: BarListProps) {
  const t = useText()
  const [isLong, setLong] = useState(false)
  const named = bars.filter(({ isRest }) => isRest !== true)
  const shown = isLong ? named : named.slice(0, FIRST_BARS)
  const most = Math.max(1, ...bars.map(({ value }) => value?.high ?? 0))
  return (
    <>
      <ul className="bars" aria-label={label}>
        {[...shown, ...bars.filter(({ isRest }) => isRest === true)].map(
          ({ key, name, value, words, isRest }) => (
            <li key={key} className={isRest === true ? 'bars__row bars__row--rest' : 'bars__row'}>
              <span className="bars__name">
                <bdi>{name}</bdi>
              </span>
              <span className="bars__track" aria-hidden="true">
                {value === null ? null : <RangeBar value={value} most={most} />}
              </span>
              <span className="bars__value">{words}</span>
            </li>
          ),
        )}
      </ul>
      {named.length <= FIRST_BARS ? null : (
        <Button variant="quiet" size="small" aria-expanded={isLong} onPress={() => setLong(!isLong)}>
          {isLong ? t('patterns.fewer') : t('patterns.more', { count: named.length - FIRST_BARS })}
        </Button>
      )}
    </>
  )
}

/** Sure up to the least, hatched up to the most, a line at the best estimate, where it is one. */
function RangeBar({ value, most }: { readonly value: PersonRange; readonly most: number }) {
  const share = (number: number) => `${(number / most) * 100}%`
  const { low, best, isEstimated, high } = value
  return (
    <>
      <span className="bars__low" style={{ inlineSize: share(low) }} />
      {high === low ? null : (
        <>
          <span className="bars__high" style={{ inlineSize: share(high - low) }} />
          {isEstimated ? <span className="bars__best" style={{ insetInlineStart: share(best) }} /> : null}
        </>
      )}
    </>
  )
}
