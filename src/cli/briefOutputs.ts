/**
 * Where `brief` writes: each form to the file named for it, or the forms of `--form` into the folder `--out`, under a name
 * that tells nothing.
 */
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { BRIEF_FORMS, type BriefForm, extensionOf } from '../core/briefForms.ts'
import { usage } from './exit.ts'
import type { Invocation } from './invocation.ts'

const text = { type: 'string' } as const

export const OUTPUT_OPTIONS = {
  pdf: text,
  json: text,
  geojson: text,
  csv: text,
  claimreview: text,
  form: text,
  out: text,
} as const

export interface BriefOutput {
  readonly form: BriefForm
  /** Absolute. */
  readonly path: string
}

/** The outputs in the order of the forms; none for a dry run that names none. Throws a usage failure. */
export function briefOutputs(invocation: Invocation): BriefOutput[] {
  const named = BRIEF_FORMS.flatMap((form) => {
    const file = invocation.text(form)
    return file === undefined || file === '' ? [] : [{ form, path: invocation.path(file) }]
  })
  const listed = listedForms(invocation.text('form'))
  const folder = invocation.text('out')
  if (listed.length === 0 && folder === undefined) return named
  if (listed.length === 0 || folder === undefined)
    throw usage('cli/option-missing', '--form says which forms, --out into which folder: give both.')
  const stem = path.join(invocation.path(folder), `brief-${randomBytes(6).toString('hex')}`)
  const taken = new Set(named.map(({ form }) => form))
  const rest = listed.filter((form) => !taken.has(form))
  return [...named, ...rest.map((form) => ({ form, path: `${stem}.${extensionOf(form)}` }))]
}

function listedForms(list: string | undefined): BriefForm[] {
  const names = (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  const unknown = names.find((name) => !BRIEF_FORMS.some((form) => form === name))
  if (unknown !== undefined)
    throw usage('cli/value-unknown', `--form takes some of: ${BRIEF_FORMS.join(', ')}.`)
  return BRIEF_FORMS.filter((form) => names.includes(form))
}
