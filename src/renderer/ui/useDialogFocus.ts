/** The focus while dialogs are open: never on nothing, and given back when the last of them closes. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { isFocusNowhere } from '../focusPlace.ts'
import { giveFocusBack } from './focusHome.ts'

/** Dialogs on screen, the topmost last. */
const open: HTMLElement[] = []
/** What had the focus when each of them came, the earliest first: one dialog may have taken the place of another. */
let origins: (Element | null)[] = []

function rememberOrigin(): void {
  // A dialog that follows another at once finds the focus gone with it; what opened the first one still counts.
  if (open.length === 0 && !isFocusNowhere()) origins = []
  origins.push(document.activeElement)
}

function giveBack(): void {
  if (open.length > 0 || !isFocusNowhere()) return
  const stillThere = origins.filter((origin) => origin?.isConnected === true && origin !== document.body)
  giveFocusBack(stillThere.at(-1) ?? null)
}

/**
 * Brings the focus back into the topmost dialog when it is lost, as when the button that had it is disabled while
 * something is saved: without it neither Escape nor a screen reader would find the dialog.
 * @returns the reference to set on the dialog's own element, which must be focusable.
 */
export function useDialogFocus(): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null)
  useState(rememberOrigin)
  useEffect(() => {
    const dialog = ref.current
    if (dialog === null) return
    open.push(dialog)
    const hold = () => {
      if (open.at(-1) === dialog && isFocusNowhere()) dialog.focus({ preventScroll: true })
    }
    // After a frame: the focus may be on its way, and what had it may be disabled only then.
    const holdSoon = () => requestAnimationFrame(() => requestAnimationFrame(hold))
    holdSoon()
    document.addEventListener('focusout', holdSoon)
    // A key that reaches nothing, should the focus have gone in another way.
    document.addEventListener('keydown', hold, true)
    return () => {
      document.removeEventListener('focusout', holdSoon)
      document.removeEventListener('keydown', hold, true)
      open.splice(open.indexOf(dialog), 1)
      requestAnimationFrame(() => requestAnimationFrame(giveBack))
    }
  }, [])
  return ref
}
