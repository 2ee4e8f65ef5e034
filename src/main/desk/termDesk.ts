/** What a log is set up with besides its records: terms of its own, and fields that it holds only when asked to. */
import { appError } from '../../core/appError.ts'
import { err, ok } from '../../core/result.ts'
import { editTerm } from '../../core/terms.ts'
import { SHIPPED_VOCABULARIES } from '../../shared/shippedVocabularies.ts'
import type { DeskContext, HandlersOf } from './context.ts'

type TermCalls = 'terms.add' | 'log.switchOptIn'

export function createTermDesk(context: DeskContext): HandlersOf<TermCalls> {
  return {
    'terms.add': async ({ vocabulary, language, label }) => {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      let code: string | null = null
      const chance = context.newId()
      const saved = await log.commit((before) => {
        const edit = { vocabulary, code: null, untrustedLabels: { [language]: label } }
        const change = editTerm(before, SHIPPED_VOCABULARIES, edit, chance)
        const put = change.ok ? change.value.find((each) => each.kind === 'terms') : undefined
        code = put?.kind === 'terms' ? (put.record?.code ?? null) : null
        return change
      })
      if (!saved.ok) return saved
      return code === null ? err(appError('terms/code-unknown')) : ok({ code })
    },
    'log.switchOptIn': async ({ optIn, isOn }) => {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      const saved = await log.switchOptIn(optIn, isOn)
      return saved.ok ? ok(context.state()) : saved
    },
  }
}
