/** Steps beyond a profile in words: "dates by quarter, numbers of people in two bands". */
import { COARSENING_DIMENSIONS, type Coarsening } from '../../../core/disclosure/coarsening.ts'
import { isMessageKey } from '../../../shared/i18n/catalogue.ts'
import type { Language } from '../../text.ts'

/** The steps in one line; a word for none. */
export function coarsenWords(coarsen: Coarsening, { t, comma }: Pick<Language, 't' | 'comma'>): string {
  const steps = COARSENING_DIMENSIONS.flatMap((dimension) => {
    const step = coarsen[dimension]
    const key = `brief.coarsen.${dimension}.${step}`
    return step !== undefined && isMessageKey(key) ? [t(key)] : []
  })
  return steps.length === 0 ? t('brief.coarsen.asIs') : steps.join(comma)
}

export function isSameCoarsening(a: Coarsening, b: Coarsening): boolean {
  return COARSENING_DIMENSIONS.every((dimension) => a[dimension] === b[dimension])
}
