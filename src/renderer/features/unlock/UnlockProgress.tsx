/** Shown while the key is worked out, which takes a second or two on purpose. */
import { useText } from '../../text.ts'
import { ProgressBar } from '../../ui/ProgressBar.tsx'

export function UnlockProgress() {
  const t = useText()
  return (
    <div role="status">
      <ProgressBar label={t('unlock.working.text')} done={0} total={null} />
    </div>
  )
}
