/** More incidents are chosen than one document can hold: said before anybody reads their texts, with the way out. */
import { MOST_PAGED_INCIDENTS } from '../../../core/briefForms.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'

export interface TooManyNoticeProps {
  /** Incidents that are chosen. */
  readonly count: number
  /** Makes it an annex of counts, which takes any number. */
  readonly onAnnex: () => void
}

export function TooManyNotice({ count, onAnnex }: TooManyNoticeProps) {
  const t = useText()
  if (count <= MOST_PAGED_INCIDENTS) return null
  return (
    <Banner
      kind="warning"
      title={t('composer.tooMany.title', { count, most: MOST_PAGED_INCIDENTS })}
      actions={
        <Button size="small" onPress={onAnnex}>
          {t('composer.tooMany.annex')}
        </Button>
      }
    >
      {t('composer.tooMany.body')}
    </Banner>
  )
}
