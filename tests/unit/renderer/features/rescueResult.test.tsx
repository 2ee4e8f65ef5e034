/** What is told of a rescue: which records are known to be lost, so that they can be looked for elsewhere. */
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import {
  RescueResult,
  type RescueResultProps,
} from '../../../../src/renderer/features/unlock/RescueResult.tsx'
import { createLanguage } from '../../../../src/renderer/text.ts'

const { t } = createLanguage('en')
const ignore = () => undefined
const WHOLE: RescueResultProps['report'] = {
  file: 'rescued.daybook',
  records: 5,
  lost: [],
  lostBytes: 0,
  lostRecordCount: 0,
  lostRecords: [],
  sawEnd: true,
  endsEarly: false,
  missingFrames: 0,
  incompleteTransactions: 0,
  invalid: 0,
}

function draw(report: Partial<RescueResultProps['report']>): string {
  return renderToStaticMarkup(
    <RescueResult report={{ ...WHOLE, ...report }} onBack={ignore} onOpenOther={ignore} />,
  )
}

test('nothing lost: nothing is listed', () => {
  const drawn = draw({})
  expect(drawn).toContain(t('unlock.rescued.all'))
  expect(drawn).not.toContain('<details')
})

test('lost records: how many, and kind, id and date of each', () => {
  const lostRecords = [
    { collection: 'incidents', id: 'incident-0007', date: '2017-04-01' },
    { collection: 'drafts', id: 'record/persons/new', date: null },
  ]
  const drawn = draw({ lostRecordCount: 3, lostRecords })
  expect(drawn).toContain(t('rescued.lostRecords', { count: 3 }))
  expect(drawn).toContain(t('rescued.whichRecords', { count: 3 }))
  expect(drawn).toContain('incident-0007')
  expect(drawn).toContain(t('bin.kind.incidents'))
  expect(drawn).toContain('2017')
  expect(drawn).toContain(t('rescued.otherKind'))
  // More are lost than are listed.
  expect(drawn).toContain('<li>…</li>')
  expect(drawn).not.toContain(t('unlock.rescued.all'))
})
