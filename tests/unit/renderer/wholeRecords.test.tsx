import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { appError } from '../../../src/core/appError.ts'
import { dropDrafts, typeDraft } from '../../../src/renderer/drafts/drafts.ts'
import { recordDraftId } from '../../../src/renderer/drafts/keptDrafts.ts'
import { createForm, presetDraft } from '../../../src/renderer/forms/createForm.ts'
import { fieldsOf } from '../../../src/renderer/forms/kindForms.ts'
import { FormFrame } from '../../../src/renderer/records/FormFrame.tsx'
import { UnreadNotice } from '../../../src/renderer/records/UnreadNotice.tsx'
import { type OpenForm, useRecordForm } from '../../../src/renderer/records/useRecordForm.ts'
import { askAhead, failureOf, shownWhole, useWholeRecord } from '../../../src/renderer/wholeRecords.ts'
import { rowOf } from '../../../src/shared/ipc/rows.ts'
import type { IncidentRow } from '../../../src/shared/ipc/views.ts'
import { createFakeBridge } from '../../support/fakeBridge.ts'
import { logOfIncidents } from '../../support/sampleLog.ts'

vi.mock('react', async (original) => (await import('../../support/firstDrawing.ts')).firstDrawing(original))

const [incident] = Object.values(logOfIncidents(1).incidents)
if (incident === undefined) throw new Error('the sample log is empty')
const unreadable = appError('vault/invalid-content')

test('what was shown stays for a newer row of the record, and is outdated', () => {
  const before = { id: 'a', title: 'Before' }
  const row = { id: 'a' }
  const shown = shownWhole({ row, known: undefined, before, failed: null })
  expect(shown).toEqual({ record: before, isOutdated: true, failure: null })
  const failed = { row, failure: unreadable }
  expect(shownWhole({ row, known: undefined, before, failed })).toMatchObject({ failure: unreadable })
  const known = { id: 'a', title: 'Now' }
  expect(shownWhole({ row, known, before, failed })).toEqual({
    record: known,
    isOutdated: false,
    failure: null,
  })
})

test('a failure is of its row, and a record of another id is not shown for a row', () => {
  const before = { id: 'a' }
  const failed = { row: { id: 'a' }, failure: unreadable }
  expect(shownWhole({ row: { id: 'a' }, known: undefined, before, failed })).toMatchObject({ failure: null })
  expect(shownWhole({ row: { id: 'b' }, known: undefined, before, failed: null })).toEqual({
    record: undefined,
    isOutdated: false,
    failure: null,
  })
})

test('an answer without the record says so', () => {
  expect(failureOf(null)).toEqual({ code: 'records/not-found' })
  expect(failureOf(unreadable)).toEqual(unreadable)
  expect(failureOf({ id: 'a' })).toBeNull()
})

test('what could not be read is told above the form, with a way to try again', () => {
  const notice = (isOutdated: boolean) =>
    renderToStaticMarkup(
      <UnreadNotice failure={appError('records/not-found')} isOutdated={isOutdated} onAgain={() => {}} />,
    )
  expect(notice(true)).toContain('role="alert"')
  expect(notice(true)).toContain('no longer in the log')
  expect(notice(true)).toContain('>Try again<')
  expect(notice(true)).toContain('It has changed since')
  expect(notice(false)).not.toContain('It has changed since')
})

function Shown({ row }: { readonly row: IncidentRow }) {
  return <p>{useWholeRecord('incidents', row).record?.summary ?? 'not here'}</p>
}

test('what was asked for ahead is here at the first drawing, and is asked for once', async () => {
  const bridge = createFakeBridge({ log: logOfIncidents(3) })
  const recordsWhole = vi.fn(bridge.recordsWhole)
  vi.stubGlobal('window', { daybook: { ...bridge, recordsWhole } })
  const rows = Object.values(logOfIncidents(3).incidents).map(
    (each) => rowOf('incidents', each) as IncidentRow,
  )
  const [first] = rows
  if (first === undefined) throw new Error('the sample log is empty')
  expect(renderToStaticMarkup(<Shown row={first} />)).toContain('not here')
  askAhead('incidents', rows)
  await vi.waitFor(() => expect(renderToStaticMarkup(<Shown row={first} />)).toContain('exchanged fire'))
  askAhead('incidents', rows)
  await Promise.resolve()
  expect(recordsWhole).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})

const form = createForm('incidents', fieldsOf('incidents'))
const preset = presetDraft(fieldsOf('incidents'), {})

interface ProbeProps {
  readonly isOutdated: boolean
  readonly onOpen: (open: OpenForm) => void
}

function Probe({ isOutdated, onOpen }: ProbeProps) {
  const { typedSchema } = form
  const open = useRecordForm({ form, typedSchema, record: incident ?? null, isOutdated, preset })
  onOpen(open)
  return (
    <FormFrame kind="incidents" recordId="an incident" form={open} specs={{}} onDelete={() => {}}>
      {null}
    </FormFrame>
  )
}

/** The form of the incident, drawn once: its page, and how it is saved. */
function drawForm(isOutdated: boolean): { readonly html: string; readonly open: OpenForm } {
  const drawn: OpenForm[] = []
  const html = renderToStaticMarkup(<Probe isOutdated={isOutdated} onOpen={(open) => drawn.push(open)} />)
  const [open] = drawn
  if (open === undefined) throw new Error('nothing was drawn')
  return { html, open }
}

const saveButton = (html: string) => html.match(/<button[^>]*type="submit"[^>]*>/)?.[0] ?? ''

test('a record that is outdated is not saved', async () => {
  const bridge = createFakeBridge({ log: logOfIncidents(1) })
  const recordsSave = vi.fn(bridge.recordsSave)
  vi.stubGlobal('window', { daybook: { ...bridge, recordsSave } })
  typeDraft(recordDraftId('incidents', incident?.id ?? null), { title: 'Typed over it' })
  const current = drawForm(false)
  const outdated = drawForm(true)
  expect(saveButton(current.html)).not.toContain('disabled')
  expect(saveButton(outdated.html)).toContain('disabled')
  await outdated.open.save()
  expect(recordsSave).not.toHaveBeenCalled()
  await current.open.save()
  expect(recordsSave).toHaveBeenCalledOnce()
  dropDrafts()
  vi.unstubAllGlobals()
})
