/** Says that a form began with what was typed before the log was locked, and offers to let go of it. */
import { momentWords } from '../dateWords.ts'
import { useLanguage } from '../text.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'

export interface RestoredNoticeProps {
  /** Instant at which it was kept. */
  readonly savedAt: string
  readonly onDiscard: () => void
}

export function RestoredNotice({ savedAt, onDiscard }: RestoredNoticeProps) {
  const language = useLanguage()
  const { t } = language
  return (
    <Banner
      kind="info"
      actions={
        <Button size="small" onPress={onDiscard}>
          {t('drafts.restored.discard')}
        </Button>
      }
    >
      {t('drafts.restored.text', { moment: momentWords(savedAt, language) })}
    </Banner>
  )
}
