/**
 * Short messages at the foot of the window with one way back ("Undo"). They stay until a few seconds have passed
 * with neither pointer nor focus on them; F6-style region, read out politely.
 */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useText } from '../text.ts'
import { visibleTurns } from '../visibleText.ts'
import { Button } from './Button.tsx'
import { giveFocusBack } from './focusHome.ts'
import './surfaces.css'

export interface Toast {
  readonly text: string
  readonly actionLabel?: string
  readonly onAction?: () => void
}
interface ShownToast extends Toast {
  readonly key: number
}

const SHOWN_MS = 8_000
const MOST_TOASTS = 3
let toasts: readonly ShownToast[] = []
let lastKey = 0
const listeners = new Set<() => void>()

function replace(next: readonly ShownToast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Shows a message; the oldest goes when there are more than three. */
export function showToast(toast: Toast): void {
  lastKey += 1
  replace([...toasts, { ...toast, key: lastKey }].slice(-MOST_TOASTS))
}

/** Takes all messages away at once: on lock, since they may quote records. */
export function dropToasts(): void {
  if (toasts.length > 0) replace([])
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function ToastRegion() {
  const t = useText()
  const shown = useSyncExternalStore(subscribe, () => toasts)
  return (
    <section className="toasts" aria-label={t('shell.toast.region')} aria-live="polite">
      {shown.map((toast) => (
        <ToastItem key={toast.key} toast={toast} />
      ))}
    </section>
  )
}

function ToastItem({ toast }: { readonly toast: ShownToast }) {
  const t = useText()
  const [isHeld, setHeld] = useState(false)
  const { key } = toast
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => replace(toasts.filter((each) => each.key !== key)), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isHeld, key])
  const before = useRef<Element | null>(null)
  const item = useRef<HTMLDivElement>(null)
  const close = () => {
    const hadFocus = item.current?.contains(document.activeElement) ?? false
    replace(toasts.filter((each) => each.key !== key))
    if (hadFocus) requestAnimationFrame(() => giveFocusBack(before.current))
  }
  const onFocus = (event: React.FocusEvent) => {
    setHeld(true)
    if (!item.current?.contains(event.relatedTarget)) before.current = event.relatedTarget
  }
  const act = () => {
    close()
    toast.onAction?.()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointer and focus only hold the timer.
    <div
      ref={item}
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={onFocus}
      onBlur={() => setHeld(false)}
    >
      <span>{visibleTurns(toast.text)}</span>
      {toast.actionLabel === undefined ? null : (
        <Button size="small" onPress={act}>
          {toast.actionLabel}
        </Button>
      )}
      <Button
        variant="quiet"
        size="small"
        icon="close"
        aria-label={t('shell.dialog.close')}
        onPress={close}
      />
    </div>
  )
}
