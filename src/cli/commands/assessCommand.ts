/**
 * `assess LOG CLAIM`: one more assessment in a claim's history, with its reason. What the rules of grading do not allow
 * is refused with the reason, and changes nothing.
 */
import { assessClaim } from '../../core/grading.ts'
import { putRecord } from '../../core/log.ts'
import { claimSourcing } from '../../core/sourcing/claimSourcing.ts'
import type { CredibilityCap } from '../../core/sourcing/sourcing.ts'
import { recordsOfLog } from '../../core/sourcing/sourcingRecords.ts'
import { CLAIM_STATUSES, CREDIBILITIES, STANDARDS } from '../../core/vocabularyCodes.ts'
import { nowInstant, parseDay, today } from '../clock.ts'
import type { Command } from '../command.ts'
import { capSentences } from '../computedLines.ts'
import { CliFailure, EXIT, usage } from '../exit.ts'
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
      'superseded-by': { type: 'string' },
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
      const later = invocation.text('superseded-by')
      const supersededBy =
        later === undefined ? undefined : findRecord(session.data, later, ['claims']).record.id
      const { cap } = claimSourcing(claim, recordsOfLog(session.data))
      const given = {
        status,
        reason,
        when,
        ...(credibility === undefined ? {} : { credibility }),
        ...(standardMet === undefined ? {} : { standardMet }),
        ...(supersededBy === undefined ? {} : { supersededBy }),
      }
      const assessed = assessClaim(claim, given, nowInstant(), cap)
      if (!assessed.ok) throw refusal(assessed.error.code, cap)
      await saveChange(session, putRecord('claims', assessed.value), { what: 'assessed' })
      if (invocation.flag('json')) output.document(recordLine('claims', assessed.value))
      else output.line(`${claim.id.slice(0, 10)}: now ${assessed.value.status}, as of ${assessed.value.asOf}`)
    })
  },
}

function refusal(code: string, cap: CredibilityCap): CliFailure {
  switch (code) {
    case 'claim/reason-missing':
      return usage(code, 'An assessment needs a reason.')
    case 'claim/standard-missing':
      return refused(code, 'Established means that a standard of proof is met: name it with --standard.')
    case 'claim/superseding-missing':
      return refused(code, 'A superseded claim needs the one that replaces it: name it with --superseded-by.')
    case 'claim/supersedes-itself':
      return refused(code, 'A claim cannot be replaced by itself.')
    default:
      return refused(code, `Credibility 1 is refused: ${capSentences(cap).join(' ')}`)
  }
}

const refused = (code: string, sentence: string): CliFailure => new CliFailure(EXIT.refused, code, sentence)
