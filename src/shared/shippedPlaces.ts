/** The places that ship with Daybook (resources/gazetteer); the same for window, main and command line. */
import { Gazetteer } from '../core/places/Gazetteer.ts'
import { parsePlaceTable } from '../core/places/placeTable.ts'

let loading: Promise<Gazetteer> | undefined

/** Read on first use, since the table is as large as a small program. The same gazetteer every time, once it was read. */
export function loadGazetteer(): Promise<Gazetteer> {
  loading ??= import('../../resources/gazetteer/places.json', { with: { type: 'json' } })
    .then((table) => Gazetteer.ofTable(parsePlaceTable(table.default)))
    .catch((error: unknown) => {
      loading = undefined
      throw error
    })
  return loading
}
