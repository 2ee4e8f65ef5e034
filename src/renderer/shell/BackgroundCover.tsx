/**
 * Covers the window while it is not the one that keys go to, where the user has chosen so: what is open stays as it is
 * underneath, with its focus.
 */
import { useEffect, useState } from 'react'
import { useAppInfo } from '../store.ts'
import { useText } from '../text.ts'
import './backgroundCover.css'

export function BackgroundCover() {
  const t = useText()
  const isChosen = useAppInfo()?.settings.hiddenInBackground ?? false
  const isInBackground = useIsInBackground()
  if (!isChosen || !isInBackground) return null
  return <div className="background-cover">{t('shell.background')}</div>
}

function useIsInBackground(): boolean {
  const [isInBackground, setInBackground] = useState(() => !document.hasFocus())
  useEffect(() => {
    const left = () => setInBackground(true)
    const returned = () => setInBackground(false)
    window.addEventListener('blur', left)
    window.addEventListener('focus', returned)
    return () => {
      window.removeEventListener('blur', left)
      window.removeEventListener('focus', returned)
    }
  }, [])
  return isInBackground
}
