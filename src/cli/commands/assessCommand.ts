/** `assess LOG CLAIM`: one more assessment in a claim's history, with its reason. */
import { assessClaim } from '../../core/grading.ts'
import { putRecord } from '../../core/log.ts'
import { CLAIM_STATUSES, CREDIBILITIES, STANDARDS } from '../../core/vocabularyCodes.ts'
import { nowInstant, parseDay, today } from '../clock.ts'
import type { Command } from '../command.ts'
import { usage } from '../exit.ts'
import { LOCK_OPTION } from '../keyOptions.ts'
import { findRecord, recordLine } from '../recordLines.ts'
import { saveChange, withLog } from '../vault.ts'

export const assessCommand: Command = {
  spec: {
    positionals: ['LOG', 'CLAIM'],
    options: {
      ...LOCK_OPTION,
      status: { type: 'string' },
      credibility: { type: 'string' },
      standard: { type: 'string' },
      reason: { type: 'string' },
      when: { type: 'string' },
    },
  },
  run: async (invocation, output) => {
    invocation.requiredText('status')
    const status = invocation.choice('status', CLAIM_STATUSES) ?? 'not-assessed'
    const reason = invocation.requiredText('reason')
    const standardMet = invocation.choice('standard', STANDARDS)
    const given = invocation.text('credibility')
    const credibility = CREDIBILITIES.find((grade) => String(grade) === given)
    if (given !== undefined && credibility === undefined)
      throw usage('cli/value-unknown', '--credibility takes 1 to 6.')
    const when = parseDay('when', invocation.text('when')) ?? today()
    await withLog(invocation, 'write', async (session) => {
      const { record } = findRecord(session.data, invocation.positional('CLAIM'), ['claims'])
      const claim = session.data.claims[record.id]
      if (!claim) throw usage('records/not-found', 'There is no such claim.')
      const assessed = assessClaim(
        claim,
        {
          status,
          reason,
          when,
          ...(credibility === undefined ? {} : { credibility }),
          ...(standardMet === undefined ? {} : { standardMet }),
        },
        nowInstant(),
      )
      if (!assessed.ok) throw usage(assessed.error, 'An assessment needs a reason.')
      await saveChange(session, putRecord('claims', assessed.value))
      if (invocation.flag('json')) output.document(recordLine('claims', assessed.value))
      else output.line(`${claim.id.slice(0, 10)}: now ${assessed.value.status}, as of ${assessed.value.asOf}`)
    })
  },
}
