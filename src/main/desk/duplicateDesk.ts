/** Records that may be of one incident: suggested while one is typed, listed among all, decided about. */
import { type AppError, appError } from '../../core/appError.ts'
import type { SearchedIncident, UndecidedPair } from '../../core/duplicates/DuplicateSearch.ts'
import { judgeDuplicate } from '../../core/duplicates/duplicateVerdict.ts'
import { searchedIncident } from '../../core/duplicates/searchedIncident.ts'
import { incidentSchema } from '../../core/incident.ts'
import type { Log } from '../../core/log.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { DuplicateList } from '../../shared/ipc/duplicates.ts'
import type { DuplicateFinder, Finding } from '../duplicates/duplicateFinder.ts'
import type { DeskContext, HandlersOf } from './context.ts'
import { createSlowProgress } from './slowProgress.ts'

type DuplicateCalls = 'duplicates.suggest' | 'duplicates.list' | 'duplicates.judge' | 'duplicates.cancel'

/** What the window shows at most; the total is told beside it. */
const MOST_PAIRS = 500
const MOST_SUGGESTED = 5

export interface DuplicateDesk {
  readonly handlers: HandlersOf<DuplicateCalls>
  /** Runs a long search with progress; a later one ends an earlier one. */
  search<T>(
    work: (finder: DuplicateFinder, finding: Finding) => Promise<Result<T, AppError>>,
  ): Promise<Result<T, AppError>>
  /** Ends the search that is under way. */
  forget(): void
}

export function createDuplicateDesk(context: DeskContext): DuplicateDesk {
  let searching: AbortController | null = null

  const search: DuplicateDesk['search'] = async (work) => {
    const finder = context.duplicates()
    if (finder === null) return err(appError('log/not-open'))
    searching?.abort()
    const mine = new AbortController()
    searching = mine
    const progress = createSlowProgress(context.ports, 'duplicates')
    try {
      return await work(finder, { signal: mine.signal, tell: progress.tell })
    } finally {
      progress.end()
      if (searching === mine) searching = null
    }
  }

  return {
    search,
    forget: () => searching?.abort(),
    handlers: {
      'duplicates.suggest': async ({ id, fields }) => {
        const [log, finder] = [context.openLog(), context.duplicates()]
        if (log === null || finder === null) return err(appError('log/not-open'))
        const asked = askedIncident(log.data, id, fields)
        if (asked === null) return ok([])
        const found = await finder.suggest(asked, MOST_SUGGESTED)
        return found.ok ? ok(found.value.map((each) => ({ ...each, why: [...each.why] }))) : found
      },
      'duplicates.list': () =>
        search(async (finder, finding) => {
          const found = await finder.pairs(finding)
          return found.ok ? ok(listOf(found.value)) : found
        }),
      'duplicates.judge': async ({ id, other, verdict }) => {
        const log = context.openLog()
        if (log === null) return err(appError('log/not-open'))
        const saved = await log.commit((before) => judgeDuplicate(before, id, other, verdict, context.now()))
        return saved.ok ? ok({ step: saved.value }) : saved
      },
      'duplicates.cancel': async () => {
        searching?.abort()
        return ok({})
      },
    },
  }
}

/** What the window is told of the pairs that were found. */
export function listOf(found: readonly UndecidedPair[]): DuplicateList {
  const [open, setAside] = [false, true].map((is) => found.filter((each) => each.isSetAside === is))
  const shown = [...(open ?? []).slice(0, MOST_PAIRS), ...(setAside ?? []).slice(0, MOST_PAIRS)]
  return {
    pairs: shown.map((pair) => ({ ...pair, why: [...pair.why] })),
    open: open?.length ?? 0,
    setAside: setAside?.length ?? 0,
  }
}

const ASKED = incidentSchema.pick({
  title: true,
  summary: true,
  when: true,
  where: true,
  violationTypes: true,
  acts: true,
  involvements: true,
  counts: true,
}).shape

const NOTHING_SAID: Omit<SearchedIncident, 'id'> = {
  title: '',
  summary: '',
  when: '',
  where: { precision: 6 },
  violationTypes: [],
  acts: [],
  involvements: [],
  counts: {},
  possibleDuplicateOf: [],
  related: [],
}

/**
 * The record as the half-typed form says it: a field that cannot be read yet says nothing. Null for too little to compare
 * by, and for a record that is only a redirect.
 */
export function askedIncident(
  data: Pick<Log, 'incidents'>,
  id: string | null,
  untrustedFields: Readonly<Record<string, unknown>>,
): SearchedIncident | null {
  const stored = id === null ? undefined : data.incidents[id]
  if (stored?.mergedInto !== undefined || stored?.duplicateOf !== undefined) return null
  const told: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(ASKED)) {
    const parsed = schema.safeParse(untrustedFields[name])
    if (parsed.success) told[name] = parsed.data
  }
  const asked: SearchedIncident = {
    ...NOTHING_SAID,
    ...(stored === undefined ? {} : searchedIncident(stored)),
    ...told,
    id: id ?? '',
  }
  return asked.title.trim() === '' && asked.summary.trim() === '' ? null : asked
}
