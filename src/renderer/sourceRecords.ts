/**
 * Sources as the pure functions of core take them. The renderer never holds their locked fields; here those are
 * blank, so that a query can run on what is shown.
 */
import type { Source } from '../core/source.ts'
import type { SourceView } from '../shared/ipc/views.ts'

const sourceByView = new WeakMap<SourceView, Source>()

/** The source with its locked fields blank; the same object for the same view. */
export function toSource(view: SourceView): Source {
  let source = sourceByView.get(view)
  if (!source) {
    source = { ...view, protection: {}, contacts: [], consents: [] }
    sourceByView.set(view, source)
  }
  return source
}
