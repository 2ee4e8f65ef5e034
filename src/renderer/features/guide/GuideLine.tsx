/** The words of a line of the guide, with its links. */
import { goInGuide } from './guidePlace.ts'
import type { GuideInline } from './guideText.ts'
import { inOrder } from './inOrder.ts'

export function GuideLine({ line }: { readonly line: readonly GuideInline[] }) {
  return inOrder(line).map(({ key, part }) => <LinePart key={key} part={part} />)
}

function LinePart({ part }: { readonly part: GuideInline }) {
  if (typeof part === 'string') return part
  if (part.kind === 'code') return <code>{part.text}</code>
  const words = <GuideLine line={part.of} />
  switch (part.kind) {
    case 'strong':
      return <strong>{words}</strong>
    case 'emphasis':
      return <em>{words}</em>
    case 'link':
      return (
        <GuideLink page={part.page} part={part.part}>
          {words}
        </GuideLink>
      )
  }
}

interface GuideLinkProps {
  readonly page: string
  /** The id of a heading; null for the beginning of the page. */
  readonly part: string | null
  readonly isHere?: boolean
  readonly children: React.ReactNode
}

/** A link within the guide; the page of the window stays where it is. */
export function GuideLink({ page, part, isHere = false, children }: GuideLinkProps) {
  return (
    <a
      href={`#${part ?? page}`}
      {...(isHere ? { 'aria-current': 'page' } : {})}
      onClick={(event) => {
        event.preventDefault()
        goInGuide({ page, part })
      }}
    >
      {children}
    </a>
  )
}
