/** A claim in a list: its sentence, which leads to its page, and where it stands. */
import { Button } from 'react-aria-components'
import type { Claim } from '../../core/claim.ts'
import { goToClaim } from '../navigation.ts'
import { StatusMark } from '../ui/StatusMark.tsx'
import { visibleTurns } from '../visibleText.ts'
import './claims.css'

export function ClaimLink({ claim }: { readonly claim: Claim }) {
  return (
    <span className="claim-link">
      <Button className="text-link" onPress={() => goToClaim(claim.id)}>
        <bdi>{visibleTurns(claim.statement)}</bdi>
      </Button>
      <StatusMark kind="claim" status={claim.status} />
    </span>
  )
}
