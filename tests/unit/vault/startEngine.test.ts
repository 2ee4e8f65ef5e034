/** Where the engine of a log runs. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EngineListener } from '../../../src/vault/file/engine.ts'
import { FileEngine } from '../../../src/vault/file/FileEngine.ts'
import { startEngine } from '../../../src/vault/file/startEngine.ts'
import { QUIET_POLICY, temporaryFolder } from './vaultFixture.ts'

const nobody: EngineListener = { changed: () => {}, content: () => {}, progress: () => {} }

let folder: string
beforeEach(async () => {
  folder = await temporaryFolder()
})
afterEach(() => rm(folder, { recursive: true }))

const start = (answers?: () => Promise<unknown>) =>
  startEngine(nobody, QUIET_POLICY, path.join(folder, 'log.daybook'), answers)

test('on a disk of this computer: in the calling thread, whether the folder is there or not', async () => {
  for (const answers of [undefined, () => Promise.reject(new Error('ENOENT'))]) {
    const engine = await start(answers)
    expect(engine).toBeInstanceOf(FileEngine)
    await engine.close()
  }
})

test('where the folder does not answer: in a thread of its own, so that the window is not held up', async () => {
  const engine = await start(() => new Promise(() => {}))
  expect(engine).not.toBeInstanceOf(FileEngine)
  await engine.close()
})
