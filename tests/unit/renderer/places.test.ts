import { expect, test, vi } from 'vitest'
import { needPlaceNames } from '../../../src/renderer/places.ts'
import { loadGazetteer } from '../../../src/shared/shippedPlaces.ts'

vi.mock('../../../src/shared/shippedPlaces.ts', () => ({ loadGazetteer: vi.fn() }))

test('names of places that could not be read are asked for again', async () => {
  const load = vi.mocked(loadGazetteer)
  load.mockRejectedValue(new Error('unreadable'))
  await expect(needPlaceNames()).resolves.toBe(undefined)
  await needPlaceNames()
  expect(load).toHaveBeenCalledTimes(2)
})
