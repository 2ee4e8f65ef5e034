import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { appError } from '../../../src/core/appError.ts'
import { RowPreview } from '../../../src/renderer/table/RowPreview.tsx'
import { useWholeRecord } from '../../../src/renderer/wholeRecords.ts'
import { rowOf } from '../../../src/shared/ipc/rows.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'

vi.mock('react', async (original) => (await import('../../support/firstDrawing.ts')).firstDrawing(original))
vi.mock('../../../src/renderer/wholeRecords.ts', async (original) => ({
  ...(await original<object>()),
  useWholeRecord: vi.fn(),
}))

const [incident] = Object.values(logOfIncidents(1).incidents)
if (incident === undefined) throw new Error('the sample log is empty')
const row = rowOf('incidents', incident)
const drawn = (record: typeof incident | undefined, code: string | null) => {
  const failure = code === null ? null : appError(code)
  vi.mocked(useWholeRecord).mockReturnValue({ record, failure, isOutdated: false, again: () => {} })
  return renderToStaticMarkup(<RowPreview kind="incidents" row={row} onClose={() => {}} />)
}

test('a preview says what it does not have: still on its way, or not to be had', () => {
  const reading = 'Reading all of the record…'
  expect(drawn(undefined, null)).toContain(reading)
  expect(drawn(incident, null)).not.toContain(reading)
  expect(drawn(incident, null)).not.toContain('role="alert"')
  expect(drawn(undefined, 'records/not-found')).toContain('role="alert"')
  expect(drawn(undefined, 'records/not-found')).not.toContain(reading)
})
