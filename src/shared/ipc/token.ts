/** What main gives out for something it holds, and the window gives back: it says nothing by itself. */
import { z } from 'zod'

export const tokenSchema = z.string().regex(/^[0-9a-f]{32}$/)
