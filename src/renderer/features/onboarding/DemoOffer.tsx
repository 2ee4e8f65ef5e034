/** Offers the demo log where there is nothing yet to look at. It is a file of its own: the open log is locked first. */
import { useState } from 'react'
import { lockLog } from '../../shell/logCommands.ts'
import { useLogState } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { wishForDemo } from './demoWish.ts'

export function DemoOffer() {
  const t = useText()
  const { demo } = useLogState()
  const [isAsking, setAsking] = useState(false)
  if (demo) return null
  return (
    <>
      <Button variant="quiet" onPress={() => setAsking(true)}>
        {t('onboarding.demo.open')}
      </Button>
      {isAsking ? (
        <ConfirmDialog
          title={t('onboarding.demo.title')}
          confirmLabel={t('onboarding.demo.confirm')}
          onConfirm={() => {
            setAsking(false)
            void openDemo(t)
          }}
          onClose={() => setAsking(false)}
        >
          {t('onboarding.demo.text')}
        </ConfirmDialog>
      ) : null}
    </>
  )
}

/** Locks the open log; the page that comes then begins with the demo log. */
async function openDemo(t: ReturnType<typeof useText>): Promise<void> {
  wishForDemo()
  await lockLog(t)
}
