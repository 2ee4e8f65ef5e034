/** The check of a sentence for release, read when there is a sentence: it knows the words of five languages. */
import { Suspense } from 'react'
import { onDemand } from '../../onDemand.tsx'
import type { WordingProps } from './WordingFindings.tsx'

const Findings = onDemand<WordingProps>(async () => (await import('./WordingFindings.tsx')).WordingFindings)

export function WordingCheck(props: WordingProps) {
  if (props.sentence.trim() === '') return null
  return (
    <Suspense fallback={null}>
      <Findings {...props} />
    </Suspense>
  )
}
