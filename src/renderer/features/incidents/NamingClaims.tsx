/** Claims that name an incident themselves: shown with it, but theirs to change. */
import { useMemo } from 'react'
import { LinkChips } from '../../forms/controls/LinkFields.tsx'
import { newRecord } from '../../navigation.ts'
import { claimIdsByIncident } from '../../recordLinks.ts'
import type { RecordSectionProps } from '../../records/RecordSections.tsx'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'

const CLAIM_KIND = ['claims'] as const

export function NamingClaims({ id }: RecordSectionProps) {
  const t = useText()
  const incidents = useRecords('incidents')
  const claims = useRecords('claims')
  const naming = useMemo(() => {
    const own = new Set(incidents[id]?.claims)
    return [...(claimIdsByIncident(incidents, claims).get(id) ?? [])].filter((claim) => !own.has(claim))
  }, [id, incidents, claims])
  return (
    <section className="field">
      <span className="panel__caption">{t('records.incident.claimsNaming')}</span>
      <LinkChips kinds={CLAIM_KIND} ids={naming} />
      <Button
        size="small"
        variant="quiet"
        icon="plus"
        className="field__beside"
        onPress={() => newRecord('claims', { about: [{ id }] })}
      >
        {t('table.claims.new')}
      </Button>
    </section>
  )
}
