/**
 * Source items that say the same in the same words. Every text of the log is read for it, so it begins when somebody
 * asks, in portions between which others get their turn, and follows the log from then on.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Change } from '../../core/log.ts'
import type { DerivationSuggestion } from '../../core/similar/derivationSuggestion.ts'
import { type ItemText, SuggestionIndex } from '../../core/similar/SuggestionIndex.ts'
import type { SourceItem } from '../../core/sourceItem.ts'
import type { OpenLog } from '../openLog.ts'
import { storedRecord } from '../storedRecords.ts'

/** Items read without a pause. */
const READ_AT_ONCE = 20

export interface AlikeItems {
  /** What an item may derive from, or what from it; none once the log is being closed. */
  alike(id: string): Promise<readonly DerivationSuggestion[]>
  /** Takes in a change of the log. */
  change(change: Change): void
}

/** @param pause awaited between portions. */
export function createAlikeItems(log: OpenLog, pause: () => Promise<unknown> = nextTurn): AlikeItems {
  let index: SuggestionIndex | null = null
  let reading: Promise<void> | null = null

  const readAll = async (made: SuggestionIndex) => {
    for (const [count, id] of log.session.ids('sourceItems').entries()) {
      if (count % READ_AT_ONCE === 0) await pause()
      if (!log.isOpen) return
      const item = storedRecord(log, 'sourceItems', id)
      if (item !== undefined) made.apply([{ kind: 'sourceItems', id, record: textOf(item) }])
    }
  }
  return {
    alike: async (id) => {
      const made = index ?? new SuggestionIndex({})
      index = made
      reading ??= readAll(made).catch((failure: unknown) => {
        // Whoever asks next has them read anew.
        index = null
        reading = null
        throw failure
      })
      await reading
      return log.isOpen ? made.suggestDerivations(id) : []
    },
    change: (change) => {
      if (index === null) return
      for (const put of change) {
        if (put.kind !== 'sourceItems') continue
        const record = put.record === null ? null : textOf(put.record)
        index.apply([{ kind: 'sourceItems', id: put.id, record }])
      }
    },
  }
}

function textOf(item: SourceItem): ItemText {
  const { id, quote, originalText, translation, publishedAt, derivesFrom, notDerivedFrom } = item
  return { id, quote, originalText, translation, publishedAt, derivesFrom, notDerivedFrom }
}
