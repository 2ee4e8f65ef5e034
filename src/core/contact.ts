/** Public contact: what an organisation itself publishes for people who need help. The only contact data a brief reaches. */
import { z } from 'zod'
import { daySchema } from './claim.ts'
import { compareDays } from './edtfDays.ts'
import { edtfSpan } from './edtfSpan.ts'
import { idSchema } from './ids.ts'
import { baseShape, edtfSchema, languageSchema, lineSchema } from './recordBase.ts'

const published = lineSchema.meta({ protected: 'text' })

export const contactSchema = z
  .strictObject({
    ...baseShape,
    organisation: idSchema,
    offers: published,
    phone: published.optional(),
    site: published.optional(),
    email: published.optional(),
    languages: z.array(languageSchema).default([]),
    checkedOn: edtfSchema,
    checkedAgainst: published,
    warning: published.optional(),
    expiresOn: edtfSchema.optional(),
  })
  .refine((c) => c.phone !== undefined || c.site !== undefined || c.email !== undefined, {
    params: { code: 'contact/nothing-to-reach' },
  })

export type Contact = z.infer<typeof contactSchema>

const STALE_DAYS = 90

/** Checked more than 90 days before `asOf` (YYYY-MM-DD), or past its expiry (records.md). */
export function isContactStale(contact: Pick<Contact, 'checkedOn' | 'expiresOn'>, asOf: string): boolean {
  const day = daySchema.parse(asOf)
  const expiry = contact.expiresOn === undefined ? null : (edtfSpan(contact.expiresOn)?.latest ?? null)
  if (expiry !== null && compareDays(expiry, day) < 0) return true
  const checked = edtfSpan(contact.checkedOn)?.latest ?? null
  // A year that Date cannot hold is no day on which anybody checked.
  return checked === null || !(Date.parse(day) - Date.parse(checked) <= STALE_DAYS * 86_400_000)
}
