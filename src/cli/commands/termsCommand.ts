/** `terms LOG [VOCABULARY]`: the terms of the vocabularies as this log has them; `--unknown`: codes that are in none. */
import { knowsCode, listUnknownCodes } from '../../core/codeCheck.ts'
import type { Log } from '../../core/log.ts'
import { type AnyRecord, KINDS } from '../../core/records.ts'
import { mergeVocabulary, termId } from '../../core/terms.ts'
import { VOCABULARY_NAMES, type VocabularyName } from '../../core/vocabularyNames.ts'
import { SHIPPED_VOCABULARIES } from '../../shared/shippedVocabularies.ts'
import type { Command } from '../command.ts'
import { usage } from '../exit.ts'
import { type Output, textTable } from '../output.ts'
import { withLog } from '../vault.ts'

export const termsCommand: Command = {
  spec: { positionals: ['LOG', 'VOCABULARY?'], options: { unknown: { type: 'boolean' } } },
  run: async (invocation, output) => {
    const given = invocation.optionalPositional('VOCABULARY')
    const name = VOCABULARY_NAMES.find((each) => each === given)
    if (given !== undefined && name === undefined)
      throw usage('cli/value-unknown', `Vocabularies are: ${VOCABULARY_NAMES.join(', ')}.`)
    const names = name === undefined ? VOCABULARY_NAMES : [name]
    const json = invocation.flag('json')
    await withLog(invocation, 'read', async ({ data }) =>
      invocation.flag('unknown')
        ? printUnknown(data, names, json, output)
        : printTerms(data, names, json, output),
    )
  },
}

function printTerms(log: Log, names: readonly VocabularyName[], json: boolean, output: Output): void {
  const merged = names.map((name) => ({
    vocabulary: name,
    terms: mergeVocabulary(SHIPPED_VOCABULARIES[name], name, log.terms).terms.map((term) => ({
      ...term,
      isOwn: Object.hasOwn(log.terms, termId(name, term.code)),
    })),
  }))
  if (json) {
    output.document(merged)
    return
  }
  const rows = merged.flatMap(({ vocabulary, terms }) =>
    terms.map(({ code, labels, isOwn }) => [vocabulary, code, labels.en, isOwn ? 'of this log' : '']),
  )
  for (const line of textTable(rows)) output.line(line)
}

function printUnknown(log: Log, names: readonly VocabularyName[], json: boolean, output: Output): void {
  const records = KINDS.flatMap((kind) =>
    Object.values<AnyRecord>(log[kind]).map((record) => ({ kind, record })),
  )
  const found = listUnknownCodes(records, knowsCode(SHIPPED_VOCABULARIES, log.terms)).filter(
    ({ vocabulary }) => names.includes(vocabulary),
  )
  if (json) {
    output.document(found)
    return
  }
  const rows = found.map(({ vocabulary, code, uses }) => [vocabulary, code, String(uses)])
  for (const line of textTable(rows)) output.line(line)
  output.line(`${found.length} unknown codes`)
}
