/**
 * An urgent action fits two pages: who is at risk, what happened, what is asked of whom by when. It takes the strongest
 * claims and the latest incidents, says how many there are besides, and shortens long texts; the general brief has all.
 */
import type { BriefData } from '../core/redaction/briefData.ts'
import { pseudonymList } from '../shared/briefWords/personWords.ts'
import type { PageWords } from './briefPage.ts'
import type { ClaimGroup, PageClaim } from './claimGroups.ts'
import { type IncidentRow, incidentRow, incidentsInOrder } from './incidentRows.ts'
import { type Ask, type HelpEntry, urgentAsks } from './outreach.ts'

export interface UrgentPage {
  readonly who: { readonly title: string; readonly lines: readonly string[] }
  readonly what: {
    readonly title: string
    readonly claims: readonly PageClaim[]
    readonly moreClaims: string | null
    readonly shown: string | null
    readonly rows: readonly IncidentRow[]
  }
  readonly asks: { readonly title: string; readonly none: string | null; readonly items: readonly Ask[] }
  readonly help: readonly HelpEntry[]
}

const MOST = { claims: 3, incidents: 5, asks: 3, help: 2, people: 10, letters: 200 } as const

export function urgentPage(
  data: BriefData,
  groups: readonly ClaimGroup[],
  help: readonly HelpEntry[],
  words: PageWords,
): UrgentPage {
  const { say } = words
  const claims = groups.flatMap((group) => group.claims)
  const moreClaims = claims.length - MOST.claims
  const incidents = latest(data, words)
  const items = urgentAsks(data, words).slice(0, MOST.asks)
  return {
    who: { title: say('urgent.who'), lines: atRisk(data, incidents, words) },
    what: {
      title: say('urgent.what'),
      claims: claims.slice(0, MOST.claims).map((claim) => ({
        ...claim,
        wording: claim.wording === null ? null : shortened(claim.wording),
      })),
      moreClaims: moreClaims > 0 ? say('urgent.moreClaims', { count: moreClaims }) : null,
      shown:
        incidents.length === 0
          ? null
          : say('urgent.shown', { shown: incidents.length, all: data.incidents.length }),
      rows: incidents.map((incident) => incidentRow(incident, words)),
    },
    asks: {
      title: say('urgent.asks'),
      none: items.length === 0 ? say('urgent.noAsks') : null,
      items: items.map((ask) => ({
        ...ask,
        text: ask.text === null ? null : { ...ask.text, words: shortened(ask.text.words) },
      })),
    },
    help: help.slice(0, MOST.help).map((entry) => ({ ...entry, offers: shortened(entry.offers) })),
  }
}

/** The latest ones, or the first as somebody put them; those without a date only where there is room. */
function latest(data: BriefData, words: PageWords): BriefData['incidents'] {
  const ordered = incidentsInOrder(
    { ...data, order: data.order === 'as-chosen' ? 'as-chosen' : 'date-reversed' },
    words,
  )
  return ordered.slice(0, MOST.incidents)
}

function atRisk(data: BriefData, shown: BriefData['incidents'], { say, label }: PageWords): string[] {
  const groups = [...new Set(data.incidents.flatMap(({ victimGroups }) => victimGroups))].sort()
  const people = data.people.filter(({ role }) => role === 'victim' || role === 'witness')
  const listed = people.slice(0, MOST.people)
  const rest = people.length > listed.length ? '…' : ''
  const affected = (['killed', 'injured', 'detained', 'missing'] as const).filter((what) =>
    shown.some((incident) => incident[what] !== null),
  )
  const lines = [
    ...(groups.length === 0
      ? []
      : [say('urgent.groups', { list: groups.map(label).join(say('list.comma')) })]),
    ...(listed.length === 0
      ? []
      : [
          say('urgent.people', {
            list: [
              pseudonymList(
                listed.map(({ id }) => id),
                listed,
                say,
              ),
              rest,
            ]
              .filter((part) => part !== '')
              .join(say('list.comma')),
          }),
        ]),
    ...(affected.length === 0
      ? []
      : [
          say('urgent.affected', {
            list: affected.map((what) => say(`affected.${what}`)).join(say('list.comma')),
          }),
        ]),
  ]
  return lines.length === 0 ? [say('urgent.nobody')] : lines
}

/** At a space, with an ellipsis; by characters as people count them. */
function shortened(text: string): string {
  const letters = [...text]
  if (letters.length <= MOST.letters) return text
  const cut = letters.slice(0, MOST.letters).join('')
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > 0 ? space : cut.length)} …`
}
