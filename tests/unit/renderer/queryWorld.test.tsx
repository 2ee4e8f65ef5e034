import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { parseQuery } from '../../../src/core/query.ts'
import { queryNeeds } from '../../../src/core/queryTerms/queryNeeds.ts'
import { useIsArriving } from '../../../src/renderer/store.ts'
import { useQueryWorld } from '../../../src/renderer/table/useQueryWorld.ts'

vi.mock('react', async (original) => (await import('../../support/firstDrawing.ts')).firstDrawing(original))
vi.mock('../../../src/renderer/store.ts', async (original) => ({
  ...(await original<object>()),
  useIsArriving: vi.fn(),
}))

function Probe({ query }: { readonly query: string }) {
  const { world, isWaiting } = useQueryWorld(queryNeeds(query))
  return `${isWaiting} ${parseQuery(query, undefined, world).ok}`
}
const answer = (query: string, isArriving: boolean) => {
  vi.mocked(useIsArriving).mockReturnValue(isArriving)
  return renderToStaticMarkup(<Probe query={query} />)
}

test('a source is not called unknown while the log is arriving, and a query of the log waits for it', () => {
  expect(answer('source:Gazette', true)).toBe('true true')
  expect(answer('source:Gazette', false)).toBe('false false')
  expect(answer('tag:done', true)).toBe('false true')
})
