/**
 * What the finished pages say of each claim of the worked example (records.md, "Status of a claim"): its status in words
 * and, over it, how strongly it may be read; no sentence stronger than that, in any of the five languages.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { briefPdf } from '../../../src/brief/briefPdf.ts'
import { briefText } from '../../../src/brief/briefText.ts'
import { foldForGate } from '../../../src/brief/gate/canaryForms.ts'
import { readPdfPages } from '../../../src/brief/gate/pdfPages.ts'
import { labelWithOwn } from '../../../src/brief/vocabularyLabel.ts'
import { BRIEF_LANGUAGES, type BriefData, type BriefLanguage } from '../../../src/core/redaction/briefData.ts'
import { PROFILES } from '../../../src/core/redaction/profile.ts'
import { redact } from '../../../src/core/redaction/redact.ts'
import type { ClaimStatus } from '../../../src/core/vocabularyCodes.ts'
import { overstatements } from '../../../src/core/wording/overstatements.ts'
import { maskWords } from '../../../src/shared/briefWords/maskWords.ts'
import { claimFormula } from '../../../src/shared/claimFormula.ts'
import { logFromRecordsForm } from '../../support/sampleLog.ts'
import { RESOURCES } from './sampleBrief.ts'

const TIMEOUT_MS = 240_000

/** The group of the page that each status belongs to. */
const GROUP_OF: Readonly<Record<Exclude<ClaimStatus, 'superseded'>, string>> = {
  established: 'established',
  'appears-established': 'appears-established',
  'partly-supported': 'partly-supported',
  contested: 'partly-supported',
  rumour: 'alleged',
  'not-assessed': 'alleged',
  'not-indicated': 'not-indicated',
  'cannot-be-verified': 'cannot-be-verified',
  false: 'false',
}

/** Sentences with and without the researcher's wording: without it the careful form of the status stands there. */
async function pagesOf(language: BriefLanguage, keepsWording: boolean) {
  const file = path.join(RESOURCES, `demo/records${language === 'ru' ? '.ru' : ''}.jsonl`)
  const log = logFromRecordsForm(await readFile(file, 'utf8'))
  const made = redact({
    log,
    selection: { incidents: [], claims: Object.keys(log.claims), contacts: [], actions: [] },
    profile: PROFILES.partner ?? expect.fail(),
    seed: '5'.repeat(64),
    asOf: '2019-06-30',
    language,
    title: briefText(language)('document.title'),
    accepted: 'all',
  })
  const claims = made.data.claims.map((claim) => ({ ...claim, wording: keepsWording ? claim.wording : null }))
  const data = { ...made.data, claims } as BriefData
  const set = await briefPdf(data, { resourcesDir: RESOURCES, label: labelWithOwn(made.labels) })
  if (!set.ok) throw new Error(JSON.stringify(set.error))
  const reading = (await readPdfPages(set.value.bytes, false)) ?? expect.fail()
  return { claims, text: reading.pages.map(({ shown }) => shown).join('\n') }
}

const wordsOf = (text: string): string[] => foldForGate(text).match(/[\p{L}\p{N}]{3,}/gu) ?? []
const bagOf = (word: string): string => [...word].sort().join('')

/** Share of the words of a sentence that the page has; readers give the letters of joined Arabic words in other orders. */
function shareFound(sentence: string, page: string): number {
  const bags = new Set(wordsOf(page).map(bagOf))
  const words = wordsOf(sentence)
  return (
    words.filter((word) => page.includes(word) || bags.has(bagOf(word))).length / Math.max(1, words.length)
  )
}

/** On a page the masks of a text are words of its language. */
const onPage = (text: string, language: BriefLanguage): string => maskWords(text, language, briefText)

describe.each(BRIEF_LANGUAGES)('the pages of the worked example in %s', (language) => {
  describe.each([true, false])('with the sentences of the researcher: %s', (keepsWording) => {
    let made: Awaited<ReturnType<typeof pagesOf>>
    const say = briefText(language)
    // Naskh sets joined letters as one glyph: four words in five of a page are found again, of one sentence fewer.
    const least = language === 'ar' ? 0.6 : 1

    beforeAll(async () => {
      made = await pagesOf(language, keepsWording)
    }, TIMEOUT_MS)

    it('say of each claim what it says, its status, and how strongly it may be read', () => {
      const page = foldForGate(made.text)
      const statuses = new Set(made.claims.map(({ status }) => status))
      expect(statuses.size).toBeGreaterThanOrEqual(7)
      for (const claim of made.claims) {
        if (claim.status === 'superseded') continue
        const sentence = onPage(claim.wording ?? claimFormula(say, claim, claim.statement), language)
        expect(shareFound(sentence, page), sentence).toBeGreaterThanOrEqual(least)
        // Short ones: a single word that a reader takes apart is half of it.
        expect(shareFound(say(`status.${claim.status}`), page)).toBeGreaterThanOrEqual(least / 2)
        const group = GROUP_OF[claim.status]
        expect(shareFound(say(`lead.${group}` as 'lead.established'), page)).toBeGreaterThanOrEqual(least)
      }
    })

    it('have no sentence that is stronger than its status', () => {
      for (const claim of made.claims) {
        const sentence = claim.wording ?? claimFormula(say, claim, claim.statement)
        // The researcher wrote in the language of the log.
        const written = language === 'ru' ? 'ru' : claim.wording === null ? language : 'en'
        expect(overstatements(sentence, written, claim.status), sentence).toEqual([])
      }
    })

    it('put each claim behind the words of its own group and before those of the next', () => {
      if (language === 'ar') return
      const page = foldForGate(made.text).replace(/\s+/g, ' ')
      const places = ['established', 'appears-established', 'alleged', 'not-indicated', 'false'].map(
        (group) =>
          page.indexOf(
            foldForGate(say(`lead.${group}` as 'lead.established'))
              .replace(/\s+/g, ' ')
              .slice(0, 30),
          ),
      )
      expect(places.every((place) => place > 0)).toBe(true)
      expect(places).toEqual([...places].sort((a, b) => a - b))
    })
  })
})
