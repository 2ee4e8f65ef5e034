/**
 * The window in an ordinary browser, over the bridge in memory: ?lang=ar&theme=dark&phase=locked&rows=17000.
 * Without `rows` it shows the worked example.
 */
import recordsUrl from '../../../resources/demo/records.jsonl?url'
import { UI_LANGUAGES } from '../../../src/shared/i18n/locale.ts'
import { THEMES } from '../../../src/shared/ipc/contract.ts'
import { createFakeBridge } from '../fakeBridge.ts'
import { logFromRecordsForm, logOfIncidents } from '../sampleLog.ts'

const wish = new URLSearchParams(location.search)
const rows = Number(wish.get('rows') ?? 0)
const text = await (await fetch(recordsUrl)).text()
const log = rows > 0 ? logOfIncidents(rows) : logFromRecordsForm(text)
const bridge = createFakeBridge({
  log,
  phase: (['closed', 'locked', 'open'] as const).find((each) => each === wish.get('phase')) ?? 'open',
  settings: {
    language: UI_LANGUAGES.find((each) => each === wish.get('lang')) ?? 'en',
    theme: THEMES.find((each) => each === wish.get('theme')) ?? 'light',
  },
})
Object.defineProperty(window, 'daybook', { value: bridge })
await import('../../../src/renderer/main.tsx')
