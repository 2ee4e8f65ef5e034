/** The summary of a brief in a few plain sentences: how much it shows, of what time, and how it stands. */
import type { BriefData } from '../core/redaction/briefData.ts'
import { periodShown } from '../shared/briefWords/readingWords.ts'
import { dateInWords } from './briefDates.ts'
import type { PageWords } from './briefPage.ts'
import type { BriefText } from './briefText.ts'

export function summarySentences(data: BriefData, { say, language }: PageWords): string[] {
  const { statistics } = data
  const claims = total(statistics.byClaimStatus.filter(({ code }) => code !== 'superseded'))
  const isAnnex = data.layout === 'annex'
  const sentences = [
    say(isAnnex ? 'summary.countedIncidents' : 'summary.incidents', { count: statistics.incidents }),
  ]
  if (statistics.incidents > 0) {
    const period = periodShown(data)
    if (period !== null) sentences.push(say('summary.period', { period: dateInWords(period, language) }))
    if (data.incidents.length > 0)
      sentences.push(say('summary.incidentStatus', { list: incidentStatusList(data, say) }))
  }
  sentences.push(say(isAnnex ? 'summary.countedClaims' : 'summary.claims', { count: claims }))
  if (claims > 0) sentences.push(say('summary.sources', { count: total(statistics.bySource) }))
  if (statistics.incidents > 0) sentences.push(say('summary.records'))
  // A date may end in a full stop of its own ("2017 г.").
  return sentences.map((sentence) => sentence.replace(/\.\.$/u, '.'))
}

function incidentStatusList(data: BriefData, say: BriefText): string {
  const order = ['confirmed', 'likely', 'possible', 'unlikely', 'unknown'] as const
  return order
    .map((status) => ({
      status,
      count: data.incidents.filter((incident) => incident.status === status).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ status, count }) =>
      say('summary.tally', { name: lowerFirst(say(`incidentStatus.${status}`)), count: String(count) }),
    )
    .join(say('list.separator'))
}

/** Labels start with a capital; in the middle of a sentence they do not. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('und') + text.slice(1)
}

const total = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0)
