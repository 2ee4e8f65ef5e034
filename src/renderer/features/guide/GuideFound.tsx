/** What the search in the guide found. */
import { createMarker, foundPart, type TextPiece } from '../../../core/search/markWords.ts'
import { useText } from '../../text.ts'
import { GuideLink } from './GuideLine.tsx'
import type { GuidePart } from './guideSearch.ts'
import { inOrder } from './inOrder.ts'

/** More than this nobody reads: another word is typed. */
const MOST = 20

export interface GuideFoundProps {
  readonly typed: string
  readonly parts: readonly GuidePart[]
}

export function GuideFound({ typed, parts }: GuideFoundProps) {
  const t = useText()
  const mark = createMarker(typed)
  return (
    <section className="guide__found" aria-label={t('guide.found')}>
      <p role="status">{t('guide.count', { total: parts.length })}</p>
      <ul lang="en" dir="ltr">
        {parts.slice(0, MOST).map((part) => (
          <li key={`${part.place.page} ${part.place.part}`}>
            <GuideLink {...part.place}>
              <Marked pieces={mark(part.title)} />
            </GuideLink>
            {part.title === part.pageTitle ? null : <span>{part.pageTitle}</span>}
            <p>
              <Marked pieces={foundPart(mark, part.text) ?? []} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Marked({ pieces }: { readonly pieces: readonly TextPiece[] }) {
  return inOrder(pieces).map(({ key, part: { text, isFound } }) =>
    isFound ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>,
  )
}
