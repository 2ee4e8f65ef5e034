/** The incidents a person stands in. */
import { incidentsByActor } from '../../backlinks.ts'
import { LinkChips } from '../../forms/controls/LinkFields.tsx'
import type { RecordSectionProps } from '../../records/RecordSections.tsx'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'

const INCIDENT_KIND = ['incidents'] as const
const MOST_CHIPS = 30

export function PersonLinks({ id }: RecordSectionProps) {
  const t = useText()
  const named = incidentsByActor(useRecords('incidents')).get(id) ?? []
  return (
    <section className="field">
      <span className="panel__caption">{t('facts.incidents', { count: named.length })}</span>
      <LinkChips kinds={INCIDENT_KIND} ids={named.slice(0, MOST_CHIPS)} />
    </section>
  )
}
