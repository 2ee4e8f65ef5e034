/** Says for as long as it is so that the open log can be read and not changed, and how to change it all the same. */
import { lockLog } from '../shell/logCommands.ts'
import { useIsReadOnly } from '../store.ts'
import { useText } from '../text.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'

export function ReadOnlyNotice() {
  const t = useText()
  if (!useIsReadOnly()) return null
  return (
    <Banner
      kind="info"
      title={t('opening.readOnly.title')}
      actions={
        <Button size="small" icon="lock" onPress={() => void lockLog(t)}>
          {t('shell.actions.lock')}
        </Button>
      }
    >
      {t('opening.readOnly.text')}
    </Banner>
  )
}
