/**
 * Sources as the pure functions of core take them. The renderer never holds their locked fields; here those are
 * blank, so that a query or a count of independent sources can run on what is shown.
 */
import type { Source } from '../core/source.ts'
import type { SourceView } from '../shared/ipc/views.ts'

const sourceByView = new WeakMap<SourceView, Source>()
const sourcesByViews = new WeakMap<Readonly<Record<string, SourceView>>, Readonly<Record<string, Source>>>()

/** The source with its locked fields blank; the same object for the same view. */
export function toSource(view: SourceView): Source {
  let source = sourceByView.get(view)
  if (!source) {
    source = { ...view, protection: {}, contacts: [], consents: [] }
    sourceByView.set(view, source)
  }
  return source
}

/** All of them, by id. */
export function toSources(views: Readonly<Record<string, SourceView>>): Readonly<Record<string, Source>> {
  let sources = sourcesByViews.get(views)
  if (!sources) {
    sources = Object.fromEntries(Object.entries(views).map(([id, view]) => [id, toSource(view)]))
    sourcesByViews.set(views, sources)
  }
  return sources
}
