/** Says what changed to screen readers, politely: `announce('Saved')`. One region for the whole window. */
import { useSyncExternalStore } from 'react'
import { VisuallyHidden } from 'react-aria-components'

let spoken = { text: '', turn: 0 }
const listeners = new Set<() => void>()

/** Has a sentence read out after what is being read. */
export function announce(text: string): void {
  spoken = { text, turn: spoken.turn + 1 }
  for (const listener of listeners) listener()
}

/** Takes the last sentence out of the page: on lock, since it may quote a record. */
export function silence(): void {
  announce('')
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function LiveRegion() {
  const { text, turn } = useSyncExternalStore(subscribe, () => spoken)
  return (
    <VisuallyHidden>
      <div role="status" aria-live="polite">
        {/* A new element each time, so that the same sentence is read twice. */}
        <span key={turn}>{text}</span>
      </div>
    </VisuallyHidden>
  )
}
