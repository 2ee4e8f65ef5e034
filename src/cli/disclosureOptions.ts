/** How `brief` is told what to do about rows by which somebody could be singled out. */

import type { DisclosureChoices } from '../core/disclosure/applyDisclosure.ts'
import { COARSENING_STEPS, type Coarsening, coarseningSchema } from '../core/disclosure/coarsening.ts'
import { usage } from './exit.ts'
import type { Invocation } from './invocation.ts'

export const DISCLOSURE_OPTIONS = {
  coarsen: { type: 'string' },
  'leave-out-linked': { type: 'boolean' },
  'override-disclosure': { type: 'string' },
} as const

export interface DisclosureOptions extends DisclosureChoices {
  readonly leaveOutLinked: boolean
  readonly overrideReason: string | undefined
}

/** Who overrides keeps all rows as the profile shows them, unless steps are named. */
export function disclosureOptions(invocation: Invocation): DisclosureOptions {
  const overrideReason = invocation.text('override-disclosure')?.trim()
  if (overrideReason === '') throw usage('cli/reason-missing', '--override-disclosure takes a reason.')
  const isOverridden = overrideReason !== undefined
  return {
    coarsen: coarsenOption(invocation.text('coarsen')) ?? (isOverridden ? {} : 'suggested'),
    keepSmallClasses: isOverridden,
    leaveOutLinked: invocation.flag('leave-out-linked'),
    overrideReason,
  }
}

function coarsenOption(text: string | undefined): Coarsening | 'suggested' | undefined {
  if (text === undefined || text === 'suggested') return text
  if (text === 'none') return {}
  const steps = text.split(',').map((step) => step.split('=').map((part) => part.trim()))
  const isTwice = new Set(steps.map(([dimension]) => dimension)).size < steps.length
  const parsed = coarseningSchema.safeParse(Object.fromEntries(steps))
  if (!parsed.success || isTwice || steps.some((step) => step.length !== 2)) {
    const known = Object.entries(COARSENING_STEPS).map(([name, values]) => `${name}=${values.join('|')}`)
    throw usage('cli/coarsen-unreadable', `--coarsen takes suggested, none, or steps: ${known.join(', ')}.`)
  }
  return parsed.data
}

/** As it is typed behind `--coarsen`. */
export function coarsenText(coarsening: Coarsening): string {
  const steps = Object.entries(coarsening).map(([dimension, step]) => `${dimension}=${step}`)
  return steps.length === 0 ? 'none' : steps.join(',')
}
