/** The name of a person or an organisation, which leads to what is recorded of them. */

import { linkedRecord } from '../../claims/linkedRecord.ts'
import { useLogView } from '../../store.ts'
import { Button } from '../../ui/Button.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { showActor } from './actsState.ts'

export interface ActorButtonProps {
  readonly id: string
  /** Said behind the name. */
  readonly note?: string | undefined
}

export function ActorButton({ id, note }: ActorButtonProps) {
  const record = linkedRecord(useLogView(), id)
  const name = visibleTurns(record?.title ?? id)
  return (
    <span className="acts__actor" title={note === undefined ? name : `${name}: ${note}`}>
      {record === null ? (
        <bdi>{name}</bdi>
      ) : (
        <Button size="small" variant="quiet" onPress={() => showActor(id)}>
          <span className="acts__name" dir="auto">
            {name}
          </span>
        </Button>
      )}
      {note === undefined ? null : <small> {note}</small>}
    </span>
  )
}
