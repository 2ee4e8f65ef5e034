/** Entry of the window: starts the store, then draws. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { App } from './App.tsx'
import { daybook } from './bridge.ts'
import { keepDraftsWhenLeaving } from './drafts/drafts.ts'
import { startStore } from './store.ts'
import './styles/tokens.css'
import './styles/contrast.css'
import './styles/base.css'
import './styles/print.css'

// Zod compiles schemas with `new Function` unless told not to; our policy refuses that.
z.config({ jitless: true })

const root = document.getElementById('root')
if (root) {
  void startStore(daybook())
  keepDraftsWhenLeaving()
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
