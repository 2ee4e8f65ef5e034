/** The rules of disclosure control that refuse a brief, and that a user can override with a reason. */
export const OVERRIDABLE_RULES = ['k', 'l', 'union'] as const
export type OverridableRule = (typeof OVERRIDABLE_RULES)[number]
