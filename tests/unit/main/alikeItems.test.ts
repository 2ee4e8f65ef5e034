import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Log } from '../../../src/core/log.ts'
import { createAlikeItems } from '../../../src/main/desk/alikeItems.ts'
import type { OpenLog } from '../../../src/main/openLog.ts'
import { logOfClaims } from '../../support/sampleLog.ts'
import { createDeskFixture, type DeskFixture, openLogOf } from './deskFixture.ts'

let desk: DeskFixture
let log: OpenLog
beforeEach(async () => {
  desk = await createDeskFixture()
  const made = logOfClaims(1)
  const [first, second] = Object.values(made.sourceItems)
  if (first === undefined || second === undefined) throw new Error('the sample log is empty')
  const quote = 'They were taken from the crossing before dawn and nobody has seen them since that day.'
  const sourceItems: Log['sourceItems'] = {
    [first.id]: { ...first, quote, derivesFrom: [] },
    [second.id]: { ...second, quote, derivesFrom: [] },
  }
  log = await openLogOf(desk.folder, { ...made, claims: {}, sourceItems })
})
afterEach(async () => {
  await log.close()
  await desk.remove()
})

test('items are read anew after they could not be read', async () => {
  let isBroken = true
  const alike = createAlikeItems(log, async () => {
    if (isBroken) throw new Error('the disk is gone')
  })
  const [id = ''] = Object.keys(log.data.sourceItems)
  await expect(alike.alike(id)).rejects.toThrow('the disk is gone')
  isBroken = false
  expect(await alike.alike(id)).toHaveLength(1)
})
