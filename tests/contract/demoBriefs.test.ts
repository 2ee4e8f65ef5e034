/** The brief that a newcomer makes first: of the demo log, in every language, with the charts and tables of its records. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BRIEF_LANGUAGES } from '../../src/core/redaction/briefData.ts'
import { type CliFolder, createCliFolder } from '../support/cli.ts'

let log: CliFolder
beforeAll(async () => {
  log = await createCliFolder()
  expect(await log.daybook(['demo', 'demo.daybook'])).toMatchObject({ code: 0 })
})
afterAll(() => log.remove())

// The rows of a chart in Arabic, by their places, were once read as days: the count of one before the year of its label.
describe.each(['general', 'annex'])('%s', (layout) => {
  it.each(BRIEF_LANGUAGES)(
    'passes the gate in %s',
    async (language) => {
      const { code, stderr } = await log.daybook([
        ...['brief', 'demo.daybook', '--profile', 'un', '--as-of', '2019-06-30', '--layout', layout],
        // No release before it is taken into account.
        ...['--override-disclosure', 'a test', '--lang', language, '--pdf', `${layout}-${language}.pdf`],
      ])
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    },
    120_000,
  )
})
