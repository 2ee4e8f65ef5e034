/** Policy `source`: what kind of source it is, how reliable, and how near to what happened. Nothing that names it. */
import type { Source } from '../../source.ts'

export interface ShownSource {
  readonly kind: Source['kind']
  readonly reliability: Source['reliability']
  readonly access: NonNullable<Source['access']> | null
}

/** @param withAccess false where the profile drops how near the source was. */
export function showSource(
  source: Pick<Source, 'kind' | 'reliability' | 'access'>,
  withAccess: boolean,
): ShownSource {
  const { kind, reliability, access } = source
  return { kind, reliability, access: withAccess ? (access ?? null) : null }
}
