/** Who did what to whom: the acts that the filtered incidents record, and pages of those who stand in them. */

import { ActorPage } from './ActorPage.tsx'
import { ActsList } from './ActsList.tsx'
import { useShownActor } from './actsState.ts'
import './acts.css'

export function ActsScreen() {
  const actor = useShownActor()
  return actor === null ? <ActsList /> : <ActorPage key={actor} id={actor} />
}
