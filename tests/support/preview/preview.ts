/**
 * The window in an ordinary browser, over the bridge in memory: ?lang=ar&theme=dark&phase=locked&rows=17000.
 * Without `rows` or `claims` it shows the worked example. `notices=a,b`, `failure=code`, `unlock=code`, `full` (no save is taken),
 * `reading` (read-only) and `drafts` show what went wrong and what was left unfinished; `edited` gives records a history,
 * and fills the bin.
 */
import recordsUrl from '../../../resources/demo/records.jsonl?url'
import { UI_LANGUAGES } from '../../../src/shared/i18n/locale.ts'
import { OTHER_CALENDARS } from '../../../src/shared/i18n/otherCalendar.ts'
import type { Input } from '../../../src/shared/ipc/contract.ts'
import { THEMES } from '../../../src/shared/themes.ts'
import { createFakeBridge } from '../fakeBridge.ts'
import { logFromRecordsForm, logOfClaims, logOfIncidents } from '../sampleLog.ts'

/** What the codes come with. */
const FIELDS: Readonly<Record<string, Record<string, string | number>>> = {
  'notice/torn-tail': { bytes: 412, kept: 'yes' },
  'notice/rolled-back': { missing: 14 },
  'vault/damaged': { where: 'frame', at: 81_920 },
  'vault/in-use': {
    host: 'office',
    since: '2026-02-03T09:12:00Z',
    pid: 4_711,
    program: 'app',
    thisComputer: 'no',
    provenAlive: 'no',
    lockId: '0f'.repeat(16),
  },
  'vault/newer-version': { version: 2 },
  'disk/sync-failed': { errno: 'EIO' },
}
const wish = new URLSearchParams(location.search)
const rows = Number(wish.get('rows') ?? 0)
const text = await (await fetch(recordsUrl)).text()
const claims = Number(wish.get('claims') ?? 0)
const log = rows > 0 ? logOfIncidents(rows) : claims > 0 ? logOfClaims(claims) : logFromRecordsForm(text)
const told = (text: string) => ({
  code: text,
  ...(FIELDS[text] === undefined ? {} : { fields: FIELDS[text] }),
})
const failure = wish.get('failure')
const unlockError = wish.get('unlock')
const incident = Object.values(log.incidents)[0]
const bridge = createFakeBridge({
  log,
  phase: (['closed', 'locked', 'open'] as const).find((each) => each === wish.get('phase')) ?? 'open',
  settings: {
    language: UI_LANGUAGES.find((each) => each === wish.get('lang')) ?? 'en',
    theme: THEMES.find((each) => each === wish.get('theme')) ?? 'light',
    otherCalendar: OTHER_CALENDARS.find((each) => each === wish.get('calendar')) ?? null,
    hiddenFromCapture: true,
    hiddenInBackground: wish.has('away'),
  },
  readOnly: wish.has('reading'),
  heldDrafts: Number(wish.get('held') ?? 0),
  pageSize: Number(wish.get('page') ?? 2_000),
  notices: (wish.get('notices') ?? '')
    .split(',')
    .filter(Boolean)
    .map((name) => told(`notice/${name}`)),
  ...(failure === null ? {} : { failure: told(failure) }),
  ...(unlockError === null ? {} : { unlockError: told(unlockError) }),
  refusal: () => (wish.has('full') ? { code: 'disk/full' } : null),
  drafts: wish.has('drafts')
    ? [
        {
          id: 'record/incidents/new',
          fields: { title: 'Two cars are stopped at the mill', when: 'April 2017' },
          savedAt: '2026-02-02T14:03:00Z',
        },
        {
          id: `record/incidents/${incident?.id}`,
          fields: { summary: 'A longer account.' },
          savedAt: '2026-02-01T08:20:00Z',
        },
      ]
    : [],
})
Object.defineProperty(window, 'daybook', { value: bridge })
if (wish.has('edited') && incident !== undefined) await editAll(incident.id)
await import('../../../src/renderer/main.tsx')

/** Gives the first incident and the first source something to tell of. */
async function editAll(id: string): Promise<void> {
  const save = (fields: Input<'records.save'>['fields'], reason?: string) =>
    bridge.recordsSave({ kind: 'incidents', id, fields, ...(reason === undefined ? {} : { reason }) })
  await save({ title: 'Two cars are stopped at the mill', when: '2026-01~' }, 'The witness called back.')
  await save({ violationTypes: ['030104000000', '020111110000'], where: { name: 'Mill', precision: 2 } })
  await save({ status: 'likely', claims: Object.keys(log.claims).slice(0, 2) })
  await save({ summary: `${incident?.summary ?? ''} One sentence was added.`, tags: ['mill', 'night'] })
  await bridge.historyUndo({})
  const source = Object.keys(log.sources)[0] ?? ''
  const fields = { contacts: '+7 900 000 00 00', bias: 'For the state' }
  await bridge.recordsSave({ kind: 'sources', id: source, fields })
  await bridge.recordsDelete({ kind: 'sourceItems', ids: Object.keys(log.sourceItems).slice(0, 2) })
}
