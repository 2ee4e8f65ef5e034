/** What the window offers when something could not be saved: only what can help. */
import { renderToStaticMarkup } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { TroubleBar } from '../../../src/renderer/notices/TroubleBar.tsx'
import { clearTrouble, noteTrouble } from '../../../src/renderer/saveTrouble.ts'
import { loadCatalogues } from '../../support/catalogues.ts'

await loadCatalogues()

// Its own hook needs a page; what is drawn without one reads the state as it is.
vi.mock(import('../../../src/renderer/store.ts'), async (original) => {
  const module = await original()
  return { ...module, useLogState: () => module.currentState().log }
})

afterEach(() => clearTrouble())

function shown(code: string): string {
  noteTrouble({ error: { code }, owner: 'test', what: null, retry: null })
  return renderToStaticMarkup(<TroubleBar />)
}

test('a full disk can be left for another place', () => {
  expect(shown('disk/full')).toContain('Save a copy elsewhere…')
})

test('when what writes the log has ended, it cannot write a copy either: locking helps', () => {
  const bar = shown('vault/thread-ended')
  expect(bar).not.toContain('Save a copy elsewhere')
  expect(bar).toContain('Lock the log and unlock it again')
  expect(bar).toContain('>Lock</')
})
