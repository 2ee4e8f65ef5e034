/** What the sentence for release says beyond the status of its claim, below its field. */
import { CLAIM_STATUSES } from '../../../core/vocabularyCodes.ts'
import { WordingCheck } from '../../features/claims/WordingCheck.tsx'
import { useRecords } from '../../store.ts'
import { text } from '../fieldCodec.ts'
import { useFormDraft, useFormScope } from '../formScope.ts'

export function ClaimWording({ sentence }: { readonly sentence: string }) {
  const { recordId } = useFormScope()
  const draft = useFormDraft()
  const claim = useRecords('claims')[recordId ?? '']
  const typed = text(draft.status)
  const status = claim?.status ?? CLAIM_STATUSES.find((each) => each === typed) ?? 'not-assessed'
  return (
    <WordingCheck
      sentence={sentence}
      status={status}
      statement={text(draft.statement)}
      {...(claim === undefined ? {} : { standardMet: claim.standardMet })}
    />
  )
}
