/** The way to the user guide while no log is open: a button, F1, and the menu. */
import { Suspense, useEffect, useState } from 'react'
import { daybook } from '../../bridge.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { GuideView } from '../guide/GuideView.ts'

export function UnlockGuide() {
  const t = useText()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F1' || document.querySelector('[role="dialog"], [role="alertdialog"]') !== null)
        return
      event.preventDefault()
      setShown(true)
    }
    window.addEventListener('keydown', onKeyDown)
    const stop = daybook().onAppCommand(({ command }) => {
      if (command === 'guide') setShown(true)
    })
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      stop()
    }
  }, [])
  return (
    <>
      <Button className="unlock__guide" icon="guide" aria-haspopup="dialog" onPress={() => setShown(true)}>
        {t('guide.title')}
      </Button>
      {isShown ? (
        <Suspense fallback={null}>
          <GuideView onClose={() => setShown(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
