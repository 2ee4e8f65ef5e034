/** The opening of a large log that is stopped while it is read. */
import { expect, test } from 'vitest'
import { KDF_FLOOR } from '../../../src/vault/kdfParams.ts'
import { openVault } from '../../../src/vault/openVault.ts'
import { passphraseSecret } from '../../../src/vault/secret.ts'
import { PowerCutDisk } from '../../support/vault/powerCutDisk.ts'
import { createRandom } from '../../support/vault/random.ts'
import {
  createTestLog,
  expectValue,
  openTestLog,
  PASSPHRASE,
  type TestLog,
  testPorts,
  testSchema,
} from '../../support/vault/testLog.ts'

const PATH = '/logs/log.daybook'
/** Nothing compresses the text of a record much: the file is read in several pieces of 4 MiB. */
const RECORDS = 260
const TEXT_BYTES = 48 * 1024

test('reads no further, leaves nothing behind, and the log opens as before', async () => {
  const random = createRandom(3)
  const log: TestLog = { meta: { n: 0 }, incidents: {}, sources: {} }
  for (let n = 0; n < RECORDS; n += 1) {
    log.incidents[`i${n}`] = { id: `i${n}`, n, text: random.bytes(TEXT_BYTES).toString('base64') }
  }
  const disk = new PowerCutDisk(random, ['/logs'])
  await expectValue(await createTestLog(PATH, log, { disk })).close()
  const stop = new AbortController()
  const readings: number[] = []
  let size = 0
  const opened = await openVault<TestLog>({
    path: PATH,
    key: { kind: 'passphrase', secret: passphraseSecret(PASSPHRASE) },
    schema: testSchema,
    kdf: KDF_FLOOR,
    ports: testPorts({ disk }),
    signal: stop.signal,
    onProgress: ({ step, done, total }) => {
      if (step !== 'reading') return
      readings.push(done)
      size = total
      stop.abort()
    },
  })
  expect(opened).toEqual({ ok: false, error: { code: 'vault/cancelled' } })
  expect(size).toBeGreaterThan(8 * 1024 * 1024)
  // Where it goes on, there is at least one more.
  expect(readings).toHaveLength(1)
  expect(readings[0]).toBeLessThan(size / 2)
  expect(disk.paths).toEqual([PATH])
  expect(disk.carelessness).toBeNull()

  const again = expectValue(await openTestLog(PATH, { disk }))
  expect(Object.keys(again.data.incidents)).toHaveLength(RECORDS)
  await again.close()
})
