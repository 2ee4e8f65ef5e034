/** The incidents a person stands in. */
import { LinkChips } from '../../forms/controls/LinkFields.tsx'
import type { RecordSectionProps } from '../../records/RecordSections.tsx'
import { useText } from '../../text.ts'
import { useLogIndex } from '../../useLogIndex.ts'

const INCIDENT_KIND = ['incidents'] as const
const MOST_CHIPS = 30

export function PersonLinks({ id }: RecordSectionProps) {
  const t = useText()
  const named = useLogIndex('incidentLinks').index.ofActor(id)
  return (
    <section className="field">
      <span className="panel__caption">{t('facts.incidents', { count: named.length })}</span>
      <LinkChips kinds={INCIDENT_KIND} ids={named.slice(0, MOST_CHIPS)} />
    </section>
  )
}
