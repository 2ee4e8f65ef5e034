/** Any record by its title: opens beside what is shown, a claim in its place. */
import { Button } from 'react-aria-components'
import { EDITABLE_KINDS } from '../../shared/ipc/views.ts'
import { goToClaim, openRecord } from '../navigation.ts'
import { visibleTurns } from '../visibleText.ts'
import type { LinkedRecord } from './linkedRecord.ts'
import './claims.css'

export function RecordLink({ record }: { readonly record: LinkedRecord }) {
  const { id, title } = record
  const editable = EDITABLE_KINDS.find((kind) => kind === record.kind)
  const words = <bdi>{visibleTurns(title)}</bdi>
  if (editable === undefined) return words
  return (
    <Button
      className="text-link"
      onPress={() => (editable === 'claims' ? goToClaim(id) : openRecord(editable, id))}
    >
      {words}
    </Button>
  )
}
