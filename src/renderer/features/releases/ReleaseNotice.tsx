/** On the page of a record: briefs that left rest on something about it that holds no more. */
import { goTo } from '../../navigation.ts'
import type { RecordSectionProps } from '../../records/RecordSections.tsx'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { useReleasesOf } from './useReleases.ts'

export function ReleaseNotice({ id }: RecordSectionProps) {
  const { t, comma } = useLanguage()
  const affected = useReleasesOf(id)
  if (affected.length === 0) return null
  return (
    <Banner
      kind="warning"
      title={t('releases.notice.title', { count: affected.length })}
      actions={
        <Button size="small" onPress={() => goTo('releases')}>
          {t('releases.notice.open')}
        </Button>
      }
    >
      <p>{t('releases.notice.body')}</p>
      <p>
        <bdi>{affected.map(({ title }) => visibleTurns(title)).join(comma)}</bdi>
      </p>
    </Banner>
  )
}
