/** What the window says when nothing can be saved any more, although nobody has tried to save. */
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { appError } from '../../../src/core/appError.ts'
import { TroubleBar } from '../../../src/renderer/notices/TroubleBar.tsx'
import { applyPatch, currentState, resetStore, startStore } from '../../../src/renderer/store.ts'
import { createLanguage, LanguageContext } from '../../../src/renderer/text.ts'
import { loadCatalogue } from '../../../src/shared/i18n/catalogue.ts'
import { TRANSLATED_LANGUAGES } from '../../../src/shared/i18n/locale.ts'
import { createFakeBridge } from '../../support/fakeBridge.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'

afterEach(() => {
  resetStore()
  vi.unstubAllGlobals()
})

async function openLog() {
  const bridge = createFakeBridge({ log: logOfIncidents(1), now: () => '2026-02-03T12:00:00.000Z' })
  vi.stubGlobal('window', { daybook: bridge })
  await startStore(bridge)
  for (let turn = 0; turn < 60; turn += 1) await Promise.resolve()
}

test.each(TRANSLATED_LANGUAGES)(
  '%s: a file that has rotted: what is so, and a copy elsewhere',
  async (language) => {
    await loadCatalogue(language)
    await openLog()
    expect(renderToStaticMarkup(<TroubleBar />)).toBe('')
    const failure = appError('vault/rotten', { at: 16384 })
    applyPatch({ ...currentState().log, failure }, {})
    const words = createLanguage(language)
    const drawn = renderToStaticMarkup(
      <LanguageContext value={words}>
        <TroubleBar />
      </LanguageContext>,
    )
    const { t } = words
    for (const key of ['errors.vault/rotten', 'trouble.failed.title', 'trouble.elsewhere.action'] as const) {
      expect(drawn).toContain(t(key))
    }
    // Another try would only fail again.
    expect(drawn).not.toContain(t('trouble.retry.action'))
  },
)
