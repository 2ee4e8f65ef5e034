/** Other people's programs get the time they need, and are said to be late when they took more. */
import { describe, expect, it } from 'vitest'
import { runProgram, secondsFor } from '../../../src/brief/gate/runProgram.ts'

describe('somebody else’s program', () => {
  it('is read to its end within its time', async () => {
    const answer = await runProgram(process.execPath, ['-e', 'process.stdout.write("said")'], 60)
    expect(answer).toMatchObject({ text: 'said', status: 0, isFinished: true })
  })

  it('is stopped when its time is over, and said to be unfinished', async () => {
    const forever = 'process.stdout.write("begun"); setInterval(() => undefined, 1000)'
    const answer = await runProgram(process.execPath, ['-e', forever], 0)
    expect(answer?.isFinished).toBe(false)
  })

  it('is told from one that is not installed', async () => {
    expect(await runProgram('daybook-no-such-program', [], 60)).toBeNull()
  })

  it('has more time for a larger file', () => {
    expect(secondsFor(0)).toBeGreaterThanOrEqual(120)
    expect(secondsFor(50e6)).toBeGreaterThan(2 * secondsFor(1e6))
  })
})
