/** The ledger for the window: every brief that left and what changed under it; recall and supersede, which undo takes back. */
import { type AppError, appError } from '../../core/appError.ts'
import type { Log } from '../../core/log.ts'
import { KINDS } from '../../core/records.ts'
import type { Release } from '../../core/release.ts'
import { releaseChanges, releasesOf } from '../../core/releases/affectedReleases.ts'
import { recallRelease, supersedeRelease } from '../../core/releases/changeRelease.ts'
import { err, ok, type Result } from '../../core/result.ts'
import type { ReleaseRow } from '../../shared/ipc/releases.ts'
import type { BuildChange } from '../openLog.ts'
import type { DeskContext, HandlersOf } from './context.ts'

type ReleaseCalls = 'releases.list' | 'releases.ofRecord' | 'releases.recall' | 'releases.supersede'

export function createReleaseDesk(context: DeskContext): HandlersOf<ReleaseCalls> {
  const commit = async (build: BuildChange): Promise<Result<{ step: number | null }, AppError>> => {
    const log = context.openLog()
    if (log === null) return err(appError('log/not-open'))
    const saved = await log.commit(build)
    return saved.ok ? ok({ step: saved.value }) : saved
  }
  return {
    'releases.list': async () => {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      const kindOf = kindFinder(log.data)
      const newestFirst = Object.values(log.data.releases).sort(
        (a, b) => Number(a.at < b.at) - Number(a.at > b.at),
      )
      return ok(newestFirst.map((release) => rowOf(release, log.data, context.today(), kindOf)))
    },
    'releases.ofRecord': async ({ id }) => {
      const log = context.openLog()
      if (log === null) return err(appError('log/not-open'))
      return ok(
        releasesOf(log.data, id).flatMap((release) => {
          const changes = releaseChanges(log.data, release, context.today()).filter((each) => each.id === id)
          return changes.length === 0
            ? []
            : [{ id: release.id, at: release.at, title: release.title, changes }]
        }),
      )
    },
    'releases.recall': ({ id, recall }) =>
      commit((before) => recallRelease(before, id, recall, context.now())),
    'releases.supersede': ({ id, later }) =>
      commit((before) => supersedeRelease(before, id, later, context.now())),
  }
}

type KindFinder = (id: string) => ReleaseRow['records'][number]['kind']

function kindFinder(log: Log): KindFinder {
  return (id) =>
    KINDS.find((kind) => Object.hasOwn(log[kind], id)) ??
    (Object.hasOwn(log.bin, id) ? (log.bin[id]?.kind ?? null) : null)
}

function rowOf(release: Release, log: Log, today: string, kindOf: KindFinder): ReleaseRow {
  const { id, at, title, profile, language, asOf, files, consentsReliedOn, withheld, overrides } = release
  const { claimsAsOf, claimStatuses = [], records } = release
  const dayOf = new Map(claimsAsOf.map((each) => [each.claim, each.asOf]))
  const statusOf = new Map(claimStatuses.map((each) => [each.claim, each.status]))
  const claims = [...new Set([...statusOf.keys(), ...dayOf.keys()])]
  return {
    id,
    at,
    title,
    profile,
    profileReason: release.profileReason ?? null,
    language,
    asOf,
    recipient: release.recipient ?? null,
    records: [...Map.groupBy(records, kindOf)].map(([kind, ids]) => ({ kind, count: ids.length })),
    files,
    consentsReliedOn,
    claims: claims.map((claim) => ({
      claim,
      asOf: dayOf.get(claim) ?? null,
      status: statusOf.get(claim) ?? null,
    })),
    withheld,
    overrides,
    recall: release.recall ?? null,
    supersededBy: release.supersededBy ?? null,
    changes: releaseChanges(log, release, today),
  }
}
