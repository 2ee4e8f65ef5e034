/** What the thread that redacts is told of a log. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OpenLog } from '../../../src/main/openLog.ts'
import { createLogMirror } from '../../../src/main/redaction/logMirror.ts'
import type { RedactorRequest } from '../../../src/main/redaction/redactMessages.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'
import { createDeskFixture, type DeskFixture, openLogOf } from './deskFixture.ts'

let desk: DeskFixture
let log: OpenLog
beforeEach(async () => {
  desk = await createDeskFixture()
  const layout = { sorting: [], order: [], hidden: [], pinned: [], widths: {}, groupBy: null }
  const sources = { id: 'sources' as const, view: null, layout, all: null }
  const draft = { id: 'record/incidents/new', fields: {}, savedAt: '2026-11-22T10:00:00Z' }
  log = await openLogOf(desk.folder, {
    ...logOfIncidents(3),
    tables: { sources },
    drafts: { [draft.id]: draft },
  })
})
afterEach(async () => {
  await log.close()
  await desk.remove()
})

test('records are told, but no half-typed forms and not how tables are looked at', async () => {
  const told: RedactorRequest[] = []
  await createLogMirror((message) => told.push(message)).sync(log)
  const collections = told.flatMap((message) => (message.kind === 'records' ? [message.collection] : []))
  expect(collections).toContain('incidents')
  expect(collections).not.toContain('tables')
  expect(collections).not.toContain('drafts')
})
