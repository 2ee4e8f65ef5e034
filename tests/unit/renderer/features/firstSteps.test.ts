import { expect, test } from 'vitest'
import { isDone, STEPS } from '../../../../src/renderer/features/onboarding/steps.ts'
import { NO_RECORDS } from '../../../../src/renderer/storeState.ts'
import { logOfIncidents } from '../../../support/sampleLog.ts'

const done = (records: Parameters<typeof isDone>[1]) =>
  STEPS.filter((step) => isDone(step, records)).map(({ id }) => id)

test('a step is done with the first record of its kind, and one of reading never by itself', () => {
  expect(done(NO_RECORDS)).toEqual([])
  expect(done({ ...NO_RECORDS, incidents: logOfIncidents(1).incidents })).toEqual(['incident'])
})
