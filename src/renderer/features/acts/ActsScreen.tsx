/** Who did what to whom: the acts that the filtered incidents record, and pages of those who stand in them. */

import { useEffect, useRef } from 'react'
import { ActorPage } from './ActorPage.tsx'
import { ActsList } from './ActsList.tsx'
import { useShownActor } from './actsState.ts'
import './acts.css'

export function ActsScreen() {
  const actor = useShownActor()
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(actor)
  useEffect(() => {
    // Each takes the place of the one before it, and of the name that was pressed.
    if (before.current !== actor) heading.current?.focus()
    before.current = actor
  }, [actor])
  return actor === null ? (
    <ActsList heading={heading} />
  ) : (
    <ActorPage key={actor} id={actor} heading={heading} />
  )
}
