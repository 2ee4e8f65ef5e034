/** What an incident counts people by. */
export const HARMS = ['killed', 'injured', 'detained', 'missing'] as const
export type Harm = (typeof HARMS)[number]
