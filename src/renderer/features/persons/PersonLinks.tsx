/** The incidents a person stands in. */
import { LinkChips } from '../../forms/controls/LinkFields.tsx'
import { goTo } from '../../navigation.ts'
import type { RecordSectionProps } from '../../records/RecordSections.tsx'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { useLogIndex } from '../../useLogIndex.ts'

import { showActor } from '../acts/actsState.ts'

const INCIDENT_KIND = ['incidents'] as const
const MOST_CHIPS = 30

export function PersonLinks({ id }: RecordSectionProps) {
  const t = useText()
  const named = useLogIndex('incidentLinks').index.ofActor(id)
  const seePage = () => {
    showActor(id)
    goTo('acts')
  }
  return (
    <section className="field">
      <span className="panel__caption">{t('facts.incidents', { count: named.length })}</span>
      <LinkChips kinds={INCIDENT_KIND} ids={named.slice(0, MOST_CHIPS)} />
      {named.length === 0 ? null : (
        <Button size="small" variant="quiet" className="field__beside" onPress={seePage}>
          {t('acts.seePage')}
        </Button>
      )}
    </section>
  )
}
