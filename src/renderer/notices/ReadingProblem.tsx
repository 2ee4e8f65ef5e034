/** Says that some records of the open log could not be read, so that nobody takes what is shown for all there is. */
import { errorText } from '../errorText.ts'
import { readAgain, useReading } from '../store.ts'
import { useText } from '../text.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'

export function ReadingProblem() {
  const t = useText()
  const reading = useReading()
  if (!reading?.failure) return null
  return (
    <Banner
      kind="error"
      title={t('notice.reading.title', { done: reading.done, total: reading.total ?? 0 })}
      actions={
        <Button size="small" onPress={() => readAgain()}>
          {t('trouble.retry.action')}
        </Button>
      }
    >
      {errorText(t, reading.failure)}
    </Banner>
  )
}
