// What an attacker's code inside the page would try, and what it could find there. The functions run in the page,
// so each must stand on its own.
import type { RunningApp } from '../e2e/fixtures.ts'

/** A request of the page that reached the host's own network layer. Only the stand-in for Electron keeps this list. */
export interface NetworkAttempt {
  readonly url: string
  readonly type: string
  readonly cancelledByApp: boolean
}

/** Requests that got past the page's own policy; empty on real Electron, which keeps no such list. */
export async function networkAttempts(app: RunningApp): Promise<readonly NetworkAttempt[]> {
  if (app.kind !== 'host') return []
  return app.evaluate((electron) => Reflect.get(electron, 'host').networkAttempts)
}

/** Which of the texts can be found in anything the page itself can reach: document, fields, storage, history. */
export async function textsInPage(app: RunningApp, texts: readonly string[]): Promise<string[]> {
  return app.page.evaluate(
    async (wanted) => {
      const fields = [...document.querySelectorAll('input, textarea')].map((field) =>
        'value' in field ? String(field.value) : '',
      )
      const attributes = [...document.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes].map(({ value }) => value),
      )
      const databases = await indexedDB.databases()
      const reachable = [
        document.title,
        document.documentElement.outerHTML,
        ...fields,
        ...attributes,
        JSON.stringify(history.state),
        location.href,
        document.cookie,
        JSON.stringify({ ...localStorage }),
        JSON.stringify({ ...sessionStorage }),
        JSON.stringify(databases),
        JSON.stringify(await caches.keys().catch(() => [])),
        getSelection()?.toString() ?? '',
      ].join('\n')
      return wanted.filter((text) => reachable.includes(text))
    },
    [...texts],
  )
}

/** Which of the texts stand in the page's JavaScript memory, garbage collected first. */
export async function textsInHeap(app: RunningApp, texts: readonly string[]): Promise<string[]> {
  const session = await app.page.context().newCDPSession(app.page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.enable')
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  const heap = chunks.join('')
  // The snapshot is JSON: a text stands in it as JSON would write it, letters beyond ASCII as they are.
  return texts.filter((text) => heap.includes(JSON.stringify(text).slice(1, -1)))
}
