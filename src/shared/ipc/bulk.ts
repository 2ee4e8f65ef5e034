/** Changing many records at once, as it crosses between window and main. */
import { z } from 'zod'
import { bulkEditSchema } from '../../core/bulkEdit.ts'
import { MOST_EDITED } from '../../core/bulkLimit.ts'
import { idSchema } from '../../core/ids.ts'
import { EDITABLE_KINDS } from './views.ts'

export const bulkRequestSchema = z.strictObject({
  kind: z.enum(EDITABLE_KINDS),
  ids: z.array(idSchema).min(1).max(MOST_EDITED),
  edit: bulkEditSchema,
})

/** `revision`: of the log that the preview was made of; what is saved is what was shown. */
export const bulkSaveSchema = z.strictObject({ ...bulkRequestSchema.shape, revision: z.int() })

const valueSchema = z.union([z.string(), z.number(), z.array(z.string()), z.null()])

export const bulkPlanSchema = z.strictObject({
  /** Sent back with the save. */
  revision: z.int(),
  /** Records that would change; the first of them with what stands in the field before and after. */
  count: z.int(),
  edited: z.array(z.strictObject({ id: idSchema, before: valueSchema, after: valueSchema })),
  /** Other fields that the same save changes, each with the number of records. */
  besides: z.array(z.strictObject({ field: z.string(), count: z.int() })),
  /** Have it so already. */
  unchanged: z.int(),
  /** Cannot take it; the first of them with the reason. */
  refusedCount: z.int(),
  refused: z.array(
    z.strictObject({
      id: idSchema,
      error: z.strictObject({
        code: z.string(),
        fields: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
      }),
    }),
  ),
})
