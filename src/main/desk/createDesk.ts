/**
 * The desk: what the window can ask for, free of Electron so that it can be tested in Node. Puts the parts
 * together; each part owns one noun of the contract.
 */
import { randomBytes } from 'node:crypto'
import { localDay } from '../../core/clock.ts'
import { createId } from '../../core/ids.ts'
import { ok } from '../../core/result.ts'
import type { Settings } from '../../shared/ipc/app.ts'
import { mainText } from '../texts.ts'
import { createBriefDesk } from './briefDesk.ts'
import { createBulkDesk } from './bulkDesk.ts'
import type { DeskContext, DeskPorts, Handlers, HandlersOf, LockReason } from './context.ts'
import { createDraftDesk } from './draftDesk.ts'
import { createDuplicateDesk } from './duplicateDesk.ts'
import { createGuessing } from './guessing.ts'
import { createHeldDrafts } from './heldDrafts.ts'
import { createHistoryDesk } from './historyDesk.ts'
import { createImportDesk } from './importDesk.ts'
import { createKeyringDesk } from './keyringDesk.ts'
import { createLogDesk } from './logDesk.ts'
import { createReadingDesk } from './readingDesk.ts'
import { createRecordDesk } from './recordDesk.ts'
import { createReleaseDesk } from './releaseDesk.ts'
import { createSettling } from './settling.ts'
import { createTableDesk } from './tableDesk.ts'
import { createTermDesk } from './termDesk.ts'
import { createVaultDesk } from './vaultDesk.ts'

export interface Desk {
  readonly handlers: Handlers
  /**
   * Locks, after the window has had a second to save what is half-typed; stops an unlocking. Does nothing when no log
   * is open. False when it stays open: the user would rather not lose what memory alone holds, or was away while something
   * long was under way.
   */
  lockFor(reason: LockReason): Promise<boolean>
  /** Half-typed texts that no log has taken: they are lost when the app ends. */
  heldDrafts(): number
}

export function createDesk(ports: DeskPorts): Desk {
  let settings = ports.settings
  const language = () => settings.language ?? ports.systemLanguage
  const text: DeskContext['text'] = (key) => mainText(language(), key)
  const guessing = createGuessing(ports.now)
  const settling = createSettling(ports)
  const held = createHeldDrafts()
  const log = createLogDesk(ports, {
    text,
    held,
    language,
    guessing,
    settling,
    secure: (reason) => vault.secure(reason),
    // What was prepared for the log that is closing must not be applied to the next one.
    beforeClose: () => {
      imports.forget()
      duplicates.forget()
      briefs.forget()
      reading.forget()
    },
  })
  const context: DeskContext = {
    ports,
    openLog: log.openLog,
    duplicates: log.duplicates,
    chosen: log.chosen,
    noteMoved: log.noteMoved,
    state: log.state,
    held,
    text,
    now: () => ports.now().toISOString(),
    today: () => localDay(ports.now()),
    newId: () => createId(randomBytes),
  }
  const vault = createVaultDesk(context, guessing)
  const duplicates = createDuplicateDesk(context)
  const imports = createImportDesk(context, duplicates.search)
  const briefs = createBriefDesk(context)
  const reading = createReadingDesk(context)
  const app: HandlersOf<'app.info' | 'settings.set'> = {
    'app.info': async () =>
      ok({ version: ports.version, systemLanguage: ports.systemLanguage, settings, today: context.today() }),
    'settings.set': async (next: Settings) => {
      await ports.saveSettings(next)
      settings = next
      return ok(next)
    },
  }
  return {
    handlers: {
      ...app,
      ...log.handlers,
      ...vault.handlers,
      ...createDraftDesk(context, settling),
      ...createRecordDesk(context),
      ...createHistoryDesk(context),
      ...createTermDesk(context),
      ...createTableDesk(context),
      ...createBulkDesk(context),
      ...createKeyringDesk(context),
      ...duplicates.handlers,
      ...imports.handlers,
      ...briefs.handlers,
      ...createReleaseDesk(context),
      ...reading.handlers,
    },
    lockFor: async (reason) => {
      // Whoever waits for a backup or a rescue types nothing. Idleness is looked at again and again, so it locks after it.
      if (reason === 'idle' && vault.isBusy()) return false
      if (!(await vault.secure(reason))) return false
      // A rescue has no log open, and all of its records in memory.
      const stopped = vault.stop()
      await log.lockFor(reason)
      await stopped
      return true
    },
    heldDrafts: () => held.count(),
  }
}
