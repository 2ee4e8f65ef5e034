/** What the desk says of a forgotten passphrase, and of a rescue that is not complete. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createDeskFixture, type DeskFixture, PASSPHRASE, value } from './deskFixture.ts'

const NEXT = 'three grey kites over water'
/** Of a key that is none of this log. */
const OTHER_WORDS =
  'legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth useful legal winner thank year wave sausage worth title'

let desk: DeskFixture
beforeEach(async () => {
  desk = await createDeskFixture()
  await desk.create()
  await desk.newSource('A paper')
})
afterEach(() => desk.remove())

it('the words set a new passphrase in place of all there were', async () => {
  await value(desk.h['vault.addPassphrase']({ current: PASSPHRASE, next: 'a second passphrase' }))
  const { words } = await value(desk.h['vault.addRecoveryKey']({ current: PASSPHRASE }))
  await value(desk.h['log.lock']({}))
  expect(await desk.h['vault.resetPassphrase']({ words, next: NEXT })).toMatchObject({
    error: { code: 'log/not-open' },
  })
  await value(desk.h['log.unlockWithRecovery']({ words }))
  const { slots } = await value(desk.h['vault.resetPassphrase']({ words, next: NEXT }))
  expect(slots.map(({ kind }) => kind).sort()).toEqual(['passphrase', 'recovery'])
  await value(desk.h['log.lock']({}))
  expect(await desk.h['log.unlock']({ passphrase: PASSPHRASE })).toMatchObject({
    error: { code: 'vault/wrong-passphrase' },
  })
  await value(desk.h['log.unlock']({ passphrase: NEXT }))
})

it('words of another log are told as such, change nothing, and cannot be tried without end', async () => {
  await value(desk.h['vault.addRecoveryKey']({ current: PASSPHRASE }))
  const attempt = (words: string) => desk.h['vault.resetPassphrase']({ words, next: NEXT })
  expect(await attempt('abandon zzzz')).toMatchObject({ error: { code: 'vault/recovery-words-unreadable' } })
  for (let tries = 0; tries < 3; tries += 1) {
    expect(await attempt(OTHER_WORDS)).toMatchObject({ error: { code: 'vault/wrong-recovery-key' } })
  }
  expect(await attempt(OTHER_WORDS)).toMatchObject({ error: { code: 'vault/throttled' } })
  await value(desk.h['log.lock']({}))
  desk.clock.ms += 1_000
  await value(desk.h['log.unlock']({ passphrase: PASSPHRASE }))
})

it('a log that was cut between two saves is not told as complete', async () => {
  const file = path.join(desk.folder, 'log.daybook')
  // Closed, so that nothing is kept ready behind the last save.
  await value(desk.h['log.lock']({}))
  const before = await readFile(file)
  await value(desk.h['log.unlock']({ passphrase: PASSPHRASE }))
  await desk.newSource('B')
  await value(desk.h['log.lock']({}))
  const after = await readFile(file)
  await writeFile(file, after.subarray(0, before.length))
  desk.next.newFile = path.join(desk.folder, 'rescued.daybook')
  expect(await value(desk.h['vault.rescue']({ passphrase: PASSPHRASE }))).toMatchObject({
    records: 1,
    lost: [],
    sawEnd: true,
    endsEarly: true,
    missingFrames: 1,
    incompleteTransactions: 0,
    invalid: 0,
  })
})
