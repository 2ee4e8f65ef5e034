/**
 * Saves without end, and says which updates were acknowledged; whoever started it kills it.
 *
 * `node savingChild.ts PATH serial|burst SEED`. Prints `R n` once open at update n, then `A n` for each acknowledged.
 */
import { writeSync } from 'node:fs'
import { errnoOf } from '../../src/vault/vaultError.ts'
import { applyToDraft, applyToState, randomEdits, stateOf, updateNumber } from '../support/vault/logModel.ts'
import { createRandom } from '../support/vault/random.ts'
import { expectValue, openTestLog } from '../support/vault/testLog.ts'
import { KILL_POLICY, LONGEST_TEXT } from './killPolicy.ts'

const [, , path = '', mode = 'serial', seedText = '1'] = process.argv
const seed = Number(seedText)

const session = expectValue(await openTestLog(path, { policy: KILL_POLICY }))
let state = stateOf(session.data)
let number = updateNumber(state)
// Not process.stdout: what was acknowledged must be said before this process can be killed.
const say = (line: string) => {
  for (let rest = Buffer.from(`${line}\n`); rest.length > 0; ) {
    try {
      rest = rest.subarray(writeSync(1, rest))
    } catch (thrown) {
      // Whoever reads is slow.
      if (errnoOf(thrown) !== 'EAGAIN') throw thrown
    }
  }
}
say(`R ${number}`)

const saveOne = async () => {
  number += 1
  const mine = number
  const edits = randomEdits(createRandom(seed, mine), state, mine, LONGEST_TEXT)
  state = applyToState(state, edits)
  expectValue(await session.update((draft) => applyToDraft(draft, edits)))
  say(`A ${mine}`)
}

for (;;) {
  if (mode === 'burst') await Promise.all(Array.from({ length: 1 + (number % 9) }, saveOne))
  else await saveOne()
}
