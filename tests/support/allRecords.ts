/** Everything that the page can ask of the log, as the page gets it. */
import type { Page } from '@playwright/test'
import type { LogPortion } from '../../src/shared/ipc/views.ts'

/** All portions of the open log, one after another. Throws the code when it is refused. */
export function allPortions(page: Page): Promise<readonly LogPortion[]> {
  return page.evaluate(async () => {
    const portions: LogPortion[] = []
    for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
      const reply: Awaited<ReturnType<typeof window.daybook.logPage>> = await window.daybook.logPage({
        cursor,
      })
      if (!reply.ok) throw new Error(reply.error.code)
      portions.push(JSON.parse(new TextDecoder().decode(reply.value.rows)))
      cursor = reply.value.next
    }
    return portions
  })
}
