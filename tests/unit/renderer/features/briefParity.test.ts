/** The page preview must say what the finished brief says: both are made from one BriefData, by two layers. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type BriefPage, createBriefPage } from '../../../../src/brief/briefPage.ts'
import { vocabularyLabel } from '../../../../src/brief/vocabularyLabel.ts'
import {
  BRIEF_LANGUAGES,
  type BriefData,
  CLAIM_ORDERS,
  INCIDENT_ORDERS,
} from '../../../../src/core/redaction/briefData.ts'
import { PUBLIC_PROFILE } from '../../../../src/core/redaction/profile.ts'
import { redact } from '../../../../src/core/redaction/redact.ts'
import { groupClaims } from '../../../../src/renderer/features/briefs/briefGroups.ts'
import {
  claimFacts,
  headFacts,
  incidentsInOrder,
  previewIncident,
} from '../../../../src/renderer/features/briefs/briefRows.ts'
import { briefWords } from '../../../../src/renderer/features/briefs/briefWords.ts'
import { logFromRecordsForm } from '../../../support/sampleLog.ts'

const resources = path.join(import.meta.dirname, '../../../../resources')

describe.each(BRIEF_LANGUAGES)('the page preview in %s', (language) => {
  let data: BriefData
  let page: BriefPage
  const words = briefWords(language)

  beforeAll(async () => {
    const log = logFromRecordsForm(await readFile(path.join(resources, 'demo/records.jsonl'), 'utf8'))
    const { incidents, claims, contacts, actions } = log
    const selection = {
      incidents: Object.keys(incidents),
      claims: Object.keys(claims),
      contacts: Object.keys(contacts),
      actions: Object.keys(actions),
    }
    data = redact({
      log,
      selection,
      profile: PUBLIC_PROFILE,
      seed: '5'.repeat(64),
      asOf: '2026-02-03',
      language,
      title: 'Spring 2017',
    }).data
    page = createBriefPage(data, vocabularyLabel)
  })

  it('has the head of the finished brief', () => {
    expect(headFacts(data, words)).toEqual(page.facts)
  })

  it('has the incident rows of the finished brief, in its order', () => {
    expect(page.incidents.rows.length).toBeGreaterThan(40)
    for (const order of INCIDENT_ORDERS) {
      const ordered = { ...data, order }
      const rows = incidentsInOrder(ordered, words).map((incident) => previewIncident(incident, words))
      expect(rows, order).toEqual(createBriefPage(ordered, vocabularyLabel).incidents.rows)
    }
  })

  it.each(CLAIM_ORDERS)(
    'has the claims of the finished brief in its groups, with its facts, by %s',
    (order) => {
      const { groups } = createBriefPage({ ...data, claimOrder: order }, vocabularyLabel).claims
      const shown = groupClaims(data.claims, order).map(({ group, claims }) => ({
        title: words.coded('group', group),
        lead: words.coded('lead', group),
        claims: claims.map((claim) => ({
          number: claim.id,
          wording: claim.wording,
          status: words.coded('status', claim.status),
          facts: claimFacts(claim, data, words),
        })),
      }))
      const printed = groups.map(({ title, lead, claims }) => ({
        title,
        lead,
        claims: claims.map(({ number, wording, status, facts }) => ({ number, wording, status, facts })),
      }))
      expect(printed.length).toBeGreaterThan(3)
      expect(shown).toEqual(printed)
    },
  )
})
