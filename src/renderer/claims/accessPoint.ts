/** The exact place in a source item, in words. No React. */
import type { SourceItem } from '../../core/sourceItem.ts'
import type { Translate } from '../../shared/i18n/format.ts'
import { visibleTurns } from '../visibleText.ts'

type AccessPoint = NonNullable<SourceItem['accessPoint']>
const PARTS = [
  'page',
  'paragraph',
  'line',
  'clip',
  'frame',
  'cell',
] as const satisfies readonly (keyof AccessPoint)[]

/** "page 2, line 1–6"; empty when nothing is said. `comma` stands between the parts. */
export function accessPointWords(point: AccessPoint | undefined, t: Translate, comma: string): string {
  return PARTS.flatMap((part) => {
    const at = point?.[part]
    return at === undefined ? [] : [t(`claims.access.${part}`, { at: visibleTurns(at) })]
  }).join(comma)
}
