/** Says that the open record could not be read, and whether what stands below is from before it changed. */
import type { AppError } from '../../core/appError.ts'
import { errorText } from '../errorText.ts'
import { useText } from '../text.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'

export interface UnreadNoticeProps {
  readonly failure: AppError
  readonly isOutdated: boolean
  readonly onAgain: () => void
}

export function UnreadNotice({ failure, isOutdated, onAgain }: UnreadNoticeProps) {
  const t = useText()
  return (
    <Banner
      kind="error"
      title={t('records.unread.title')}
      actions={
        <Button size="small" onPress={onAgain}>
          {t('history.again')}
        </Button>
      }
    >
      {errorText(t, failure)}
      {isOutdated ? <p>{t('records.unread.outdated')}</p> : null}
    </Banner>
  )
}
