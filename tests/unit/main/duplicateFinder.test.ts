/** What becomes of questions when the thread that compares ends by itself: they are answered, and the next has another. */
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDuplicateFinder } from '../../../src/main/duplicates/duplicateFinder.ts'
import type { OpenLog } from '../../../src/main/openLog.ts'
import { logOfClaims } from '../../support/sampleLog.ts'
import { createDeskFixture, type DeskFixture, openLogOf } from './deskFixture.ts'

const DIES = 'process.exit(3)'
const FAILS = 'throw new Error("out of memory")'
const FAILS_WHEN_ASKED = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', ({ kind }) => { if (kind === 'ask') process.exit(3) })`
const ANSWERS = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', ({ kind, id }) => { if (kind === 'ask') parentPort.postMessage({ kind: 'answer', id, answer: [] }) })`

let desk: DeskFixture
let log: OpenLog
beforeEach(async () => {
  desk = await createDeskFixture()
  log = await openLogOf(desk.folder, logOfClaims(1))
})
afterEach(async () => {
  await log.close()
  await desk.remove()
})

const finding = () => ({ signal: new AbortController().signal, tell: () => {} })
const failed = { ok: false, error: { code: 'duplicates/search-failed' } }

for (const [when, program] of [
  ['ends before it is asked', DIES],
  ['fails before it is asked', FAILS],
  ['ends when it is asked', FAILS_WHEN_ASKED],
] as const)
  test(`a thread that ${when} is an answer with a code`, async () => {
    const finder = createDuplicateFinder(
      log,
      undefined,
      () => new Worker(program, { eval: true, stderr: true }),
    )
    expect(await finder.pairs(finding())).toMatchObject(failed)
    finder.stop()
  })

test('a thread that ends while the log is read for it ends the reading, and the next question has another', async () => {
  const threads: Worker[] = []
  const programs = [DIES, ANSWERS]
  /** The records are not all read before the first thread has ended. */
  const pause = async () => {
    const [first] = threads
    if (first !== undefined && threads.length === 1 && first.threadId !== -1)
      await new Promise((resolve) => first.once('exit', resolve))
  }
  const finder = createDuplicateFinder(log, pause, () => {
    const thread = new Worker(programs[threads.length] ?? '', { eval: true })
    threads.push(thread)
    return thread
  })
  expect(await finder.pairs(finding())).toMatchObject(failed)
  expect(await finder.pairs(finding())).toEqual({ ok: true, value: [] })
  expect(threads).toHaveLength(2)
  finder.stop()
})
