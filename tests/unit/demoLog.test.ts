/** The worked example parses, holds together, and carries no protected value in anything a public brief may print. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/core/claim.ts'
import { isContactStale } from '../../src/core/contact.ts'
import { edtfSpan } from '../../src/core/edtfSpan.ts'
import { foldText } from '../../src/core/foldText.ts'
import { boardColumn, stateAsOf } from '../../src/core/grading.ts'
import type { Incident } from '../../src/core/incident.ts'
import { emptyLog, type Log } from '../../src/core/log.ts'
import { type AnyRecord, completeRecord, KINDS, kindOfType } from '../../src/core/records.ts'
import { claimSourcing, evidenceSide } from '../../src/core/sourcing/claimSourcing.ts'
import { FieldClaims } from '../../src/core/sourcing/FieldClaims.ts'
import { RootFinder } from '../../src/core/sourcing/RootFinder.ts'
import { recordsOfLog } from '../../src/core/sourcing/sourcingRecords.ts'
import { parseVocabulary } from '../../src/core/vocabulary.ts'
import { CLAIM_STATUSES } from '../../src/core/vocabularyCodes.ts'
import { overstatements } from '../../src/core/wording/overstatements.ts'
import { DEMO_LANGUAGES, type DemoLanguage, demoFile } from '../../src/interchange/demoLog.ts'
import { parseLog } from '../support/parseLog.ts'

const linesOf = (language: DemoLanguage) =>
  readFileSync(new URL(`../../resources/demo/${demoFile(language)}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
const NEW_ID = /^[0-9a-hjkmnp-tv-z]{20}$/
const NOW = '2019-06-30T00:00:00Z'

function readDemo(lines: readonly string[]): Log {
  const collections: Record<string, Record<string, unknown>> = {}
  for (const line of lines) {
    const { type, ...untrustedRecord } = JSON.parse(line) as Record<string, unknown>
    const kind = kindOfType(String(type))
    if (!kind) throw new Error(`no such type: ${String(type)}`)
    const record = completeRecord(untrustedRecord, { id: 'filled-in', now: NOW })
    const collection = collections[kind] ?? {}
    collection[String(record.id)] = record
    collections[kind] = collection
  }
  return parseLog({ ...emptyLog(NOW, true), ...collections })
}

const isClear = (record: AnyRecord) => record.confidentiality === 'CLEAR'

/** Every string of a record with the name of the field it stands in. */
function leaves(value: unknown, field = ''): readonly { field: string; text: string }[] {
  if (typeof value === 'string') return [{ field, text: value }]
  if (Array.isArray(value)) return value.flatMap((each) => leaves(each, field))
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, each]) => leaves(each, key))
  return []
}

describe.each(DEMO_LANGUAGES)('%s', (language) => {
  const LINES = linesOf(language)
  const log = readDemo(LINES)
  const incidents = Object.values(log.incidents)
  const claims = Object.values(log.claims)
  const persons = Object.values(log.persons)
  const clearIncidents = incidents.filter(isClear)
  const clearClaims = claims.filter(isClear)
  const claimOf = (kind: Claim['kind'], status: Claim['status']): Claim => {
    const found = clearClaims.find((claim) => claim.kind === kind && claim.status === status)
    if (!found) throw new Error(`no ${kind} claim that is ${status}`)
    return found
  }

  /** What the public profile may print of free words: everything else in the log must not be found in it. */
  const printed: readonly string[] = [
    ...clearClaims.map((claim) => claim.safeWording ?? ''),
    ...Object.values(log.organisations)
      .filter(isClear)
      .flatMap((o) => [o.name, ...o.translations.map((t) => t.text)]),
    ...Object.values(log.contacts)
      .filter(isClear)
      .flatMap((c) => [
        c.offers,
        c.phone ?? '',
        c.site ?? '',
        c.email ?? '',
        c.warning ?? '',
        c.checkedAgainst,
      ]),
    ...Object.values(log.actions)
      .filter(isClear)
      .map((action) => action.addressedTo),
    ...clearIncidents.map((incident) => incident.where.admin1 ?? ''),
  ].map(foldText)
  const printedWith = (value: string) => printed.filter((text) => text.includes(foldText(value)))

  /** Days a brief prints: of assessments and of checks of a contact. */
  const printedDays = new Set([
    ...claims.flatMap((claim) => claim.assessments.map((assessment) => assessment.when)),
    ...Object.values(log.contacts).map((contact) => contact.checkedOn),
  ])

  describe('the worked example', () => {
    it('keeps every line: ids are unique and look random', () => {
      const ids = KINDS.flatMap((kind) => Object.keys(log[kind]))
      expect(ids).toHaveLength(LINES.length)
      expect(ids.filter((id) => !NEW_ID.test(id))).toEqual([])
      const order = LINES.map((line) => (JSON.parse(line) as { id: string }).id)
      expect(order).not.toEqual([...order].sort())
      expect(new Set(order.map((id) => id.slice(0, 4))).size).toBeGreaterThan(order.length * 0.95)
    })

    it('has no link that leads nowhere', () => {
      const known = new Set(KINDS.flatMap((kind) => Object.keys(log[kind])))
      const links = KINDS.flatMap((kind) =>
        Object.values(log[kind]).flatMap((record) => leaves(record)),
      ).filter(({ text }) => NEW_ID.test(text))
      expect(links.length).toBeGreaterThan(known.size * 2)
      expect(links.filter(({ text }) => !known.has(text))).toEqual([])
    })

    it('uses codes that the shipped vocabularies have', () => {
      const codes = (name: string) =>
        new Set(
          parseVocabulary(
            JSON.parse(
              readFileSync(new URL(`../../resources/vocabularies/${name}.json`, import.meta.url), 'utf8'),
            ),
          ).terms.map((term) => term.code),
        )
      const used = {
        'violation-types': incidents.flatMap((i) => [...i.violationTypes, ...i.acts.map((act) => act.act)]),
        'place-types': incidents.flatMap((i) => i.placeType ?? []),
        'incident-relations': incidents.flatMap((i) => i.related.map((each) => each.relation)),
        sensitivities: incidents.flatMap((i) => i.sensitivity),
        'involvement-roles': incidents.flatMap((i) => i.involvements.map((each) => each.role)),
        'involvement-degrees': incidents.flatMap((i) => i.involvements.flatMap((each) => each.degree ?? [])),
        'item-types': Object.values(log.sourceItems).map((each) => each.itemType),
        'organisation-kinds': Object.values(log.organisations).map((each) => each.kind),
        'action-kinds': Object.values(log.actions).map((each) => each.what),
        'action-statuses': Object.values(log.actions).flatMap((each) => each.status ?? []),
        connections: claims.flatMap((c) =>
          leaves(c).flatMap(({ field, text }) => (field === 'connection' ? text : [])),
        ),
      }
      for (const [name, list] of Object.entries(used)) {
        expect(list.length, name).toBeGreaterThan(0)
        const known = codes(name)
        expect(
          list.filter((code) => !known.has(code)),
          name,
        ).toEqual([])
      }
    })

    it('has enough of each kind, and of each label', () => {
      expect(incidents.length).toBeGreaterThanOrEqual(66)
      expect(clearIncidents.length).toBeGreaterThanOrEqual(48)
      expect(incidents.length - clearIncidents.length).toBeGreaterThanOrEqual(16)
      expect(clearClaims.length).toBeGreaterThanOrEqual(14)
      expect(persons.length).toBeGreaterThanOrEqual(10)
      expect(Object.keys(log.organisations).length).toBeGreaterThanOrEqual(8)
      expect(Object.keys(log.actions).length).toBeGreaterThanOrEqual(5)
      expect(Object.keys(log.sourceItems).length).toBeGreaterThanOrEqual(25)
      expect(persons.filter((person) => person.confidentiality !== 'RED')).toEqual([])
    })

    it('puts two thirds of its public rows, and at least forty, into classes of five or more', () => {
      const quarter = (day: string | null | undefined) =>
        day ? `${day.slice(0, 4)}q${Math.ceil(Number(day.slice(5, 7)) / 3)}` : '..'
      const classOf = ({ when, where }: Incident) => {
        const span = edtfSpan(when)
        return [quarter(span?.earliest), quarter(span?.latest), where.admin1, where.country].join(' ')
      }
      const classes = Object.groupBy(clearIncidents, classOf)
      const large = Object.values(classes).filter((rows) => rows !== undefined && rows.length >= 5)
      const rows = large.flatMap((each) => each ?? [])
      expect(rows.length).toBeGreaterThanOrEqual(Math.max(40, (clearIncidents.length * 2) / 3))
      for (const each of large) {
        const kinds = new Set((each ?? []).map((incident) => incident.violationTypes.join()))
        expect(kinds.size).toBeGreaterThanOrEqual(2)
      }
    })

    it('logs the reports of spring 2017 at the precision they had', () => {
      const core = clearIncidents.filter((incident) => incident.when === '2017-02/2017-04')
      expect(core.length).toBeGreaterThanOrEqual(5)
      expect(core.filter((incident) => incident.where.precision !== 4 || incident.where.name)).toEqual([])
      const acts = new Set(core.flatMap((incident) => incident.violationTypes))
      expect([...acts]).toEqual(expect.arrayContaining(['030104000000', '020111110000', '010102000000']))
    })
  })

  describe('claims of the worked example', () => {
    it('stand in every column of the board and use every status', () => {
      expect(new Set(claims.map((claim) => boardColumn(claim.status)))).toEqual(
        new Set(['rumour', 'unresolved', 'fact', 'false', null]),
      )
      expect(new Set(clearClaims.map((claim) => claim.status))).toEqual(new Set(CLAIM_STATUSES))
    })

    it('stand where their last assessment put them, step by step, each with a reason', () => {
      for (const claim of claims) {
        const state = stateAsOf(claim, '2019-06-30')
        expect([state.status, state.credibility, state.standardMet], claim.statement).toEqual([
          claim.status,
          claim.credibility,
          claim.standardMet,
        ])
        expect(claim.asOf).toBe(claim.assessments.at(-1)?.when)
        const days = claim.assessments.map((assessment) => assessment.when)
        expect(days).toEqual([...days].sort())
        expect(claim.assessments.map((a) => a.from)).toEqual(
          ['not-assessed', ...claim.assessments.map((a) => a.to)].slice(0, -1),
        )
      }
    })

    it('follow the assessment of 2017 by one of December 2018 without overwriting it', () => {
      const tortured = claimOf('attribution', 'established')
      expect(stateAsOf(tortured, '2017-12-31').status).toBe('appears-established')
      expect(stateAsOf(tortured, '2018-12-31').status).toBe('established')
      const prisons = log.claims.c73vx5kankds719a07e3
      expect(prisons && stateAsOf(prisons, '2017-12-31')).toMatchObject({
        status: 'appears-established',
        credibility: 3,
      })
      expect(prisons && stateAsOf(prisons, '2018-12-31')).toMatchObject({
        status: 'established',
        credibility: 2,
      })
    })

    it('keep label, novelty, denial and number apart', () => {
      expect(claimOf('label', 'not-indicated').about).toContainEqual(
        expect.objectContaining({ field: 'placeType', value: 'concentration-or-labour-camp' }),
      )
      const earlier = claimOf('novelty', 'false').about.flatMap(({ id }) => log.incidents[id] ?? [])
      expect(earlier.filter((incident) => incident.when < '2017').length).toBeGreaterThanOrEqual(5)
      expect(claimOf('denial', 'false').madeOn).toBeDefined()
      const number = claimOf('number', 'contested')
      expect(number.value).toMatchObject({ low: 3, best: 6, high: 20 })
      expect(
        number.evidenceFor.filter((link) => 'note' in link && /^(Low|Best|High): /.test(link.note ?? '')),
      ).toHaveLength(3)
    })

    it('are graded 1 only with two independent sources, one of them graded A to C', () => {
      for (const claim of claims.filter((each) => each.credibility === 1)) {
        const { forIt, cap } = claimSourcing(claim, recordsOfLog(log))
        expect(forIt.independentRoots).toBeGreaterThanOrEqual(2)
        expect(cap).toEqual({ highest: 1, whyNotHigher: [] })
      }
    })

    it('shows two counts of the dead that cannot both hold', () => {
      const [found] = claims.flatMap((claim) => new FieldClaims(log).contradictionsOf(claim.id))
      expect(found).toMatchObject({ field: 'counts.killed', code: 'both-appear' })
    })

    it('count three articles that quote one report as one, and two that quote each other as one', () => {
      const sideOf = (ids: string[]) => evidenceSide(ids, new RootFinder(recordsOfLog(log)))
      const items = Object.values(log.sourceItems)
      const quotedBy = (id: string) =>
        items.filter((each) => each.derivesFrom.some((d) => d.item === id && d.how === 'quotes'))
      const report = items.find((each) => quotedBy(each.id).length >= 3)
      const articles = quotedBy(report?.id ?? '').map((each) => each.id)
      expect(articles.length).toBeGreaterThanOrEqual(3)
      expect(sideOf(articles)).toMatchObject({
        independentRoots: 1,
        circular: [{ items: articles, root: report?.id }],
      })
      const circular = items.filter((a) =>
        a.derivesFrom.some((d) => log.sourceItems[d.item]?.derivesFrom.some((back) => back.item === a.id)),
      )
      expect(circular).toHaveLength(2)
      expect(sideOf(circular.map((each) => each.id)).independentRoots).toBe(1)
    })
  })

  describe('what a public brief may print of it', () => {
    it('has a careful sentence for every claim that may leave, and none for the others', () => {
      expect(clearClaims.filter((claim) => !claim.safeWording)).toEqual([])
      expect(claims.filter((claim) => !isClear(claim) && claim.safeWording !== undefined)).toEqual([])
      for (const { status, safeWording = '' } of clearClaims)
        expect(overstatements(safeWording, language, status), safeWording).toEqual([])
    })

    it('names no person, source, code name or private contact, nor any part of a name', () => {
      const names = [
        ...persons.flatMap((p) => [p.codeName, p.realName ?? [], p.otherNames.map((o) => o.text)].flat()),
        ...Object.values(log.sourceItems).flatMap((each) => [
          each.author,
          each.translator,
          each.receivedFrom,
        ]),
      ].flatMap((name) => name ?? [])
      const parts = names.flatMap((name) => name.split(/[\s-]+/u)).filter((part) => part.length > 3)
      const generic = new Set(['family', 'семья'])
      const whole = [
        ...Object.values(log.sources).map((source) => source.name),
        ...claims.flatMap((claim) => claim.madeBy ?? []),
        ...[...persons, ...Object.values(log.sources)].flatMap((each) => each.contacts.map((c) => c.value)),
      ]
      expect(names.length).toBeGreaterThan(40)
      for (const value of [...names, ...whole, ...parts.filter((part) => !generic.has(part))])
        expect(printedWith(value), value).toEqual([])
    })

    it('has no phone number whose digits are part of a private one, or the other way round', () => {
      const digits = (text: string | undefined) => (text ?? '').replace(/\D/g, '')
      const open = Object.values(log.contacts)
        .map((contact) => digits(contact.phone))
        .filter((d) => d !== '')
      const closed = [...persons, ...Object.values(log.sources)]
        .flatMap((each) => each.contacts)
        .filter((contact) => contact.kind === 'phone')
        .map((contact) => digits(contact.value))
      expect(closed.length).toBeGreaterThan(4)
      for (const a of open) for (const b of closed) expect(a.includes(b) || b.includes(a)).toBe(false)
    })

    it('names no place finer than a first-order division', () => {
      const places = incidents.flatMap(({ where }) => [where.name ?? [], where.text ?? []].flat())
      expect(places.length).toBeGreaterThan(40)
      for (const place of places) expect(printedWith(place), place).toEqual([])
    })

    it('gives each protected incident a day, an exact spot and a place name that stands on no other', () => {
      const others = clearIncidents.flatMap((incident) => leaves(incident).map(({ text }) => foldText(text)))
      const guarded = incidents.filter((incident) => !isClear(incident))
      expect(new Set(guarded.map((incident) => incident.where.name)).size).toBe(guarded.length)
      for (const { when, where } of guarded) {
        expect(when).toMatch(/^\d{4}-\d{2}-\d{2}$/)
        expect([String(where.lat), String(where.lon)]).toEqual([
          expect.stringMatching(/\.\d{5}$/),
          expect.stringMatching(/\.\d{5}$/),
        ])
        const name = foldText(where.name ?? '')
        expect(name).not.toBe('')
        expect(others.filter((text) => text.includes(name))).toEqual([])
      }
    })

    it('prints no statement, title, note or other free text as it stands in the log', () => {
      const FREE = new Set(
        'tags title summary text statement reason knownThen remarks quote note nextStep askedFor bias reliabilityReason riskNote safeContactProtocol occupation origin health age reportedBy originalText translation url publisher receivedHow'.split(
          ' ',
        ),
      )
      const free = KINDS.filter((kind) => kind !== 'organisations').flatMap((kind) =>
        Object.values(log[kind]).flatMap((record) => leaves(record).filter(({ field }) => FREE.has(field))),
      )
      expect(free.length).toBeGreaterThan(400)
      expect(free.filter(({ text }) => text !== '' && printedWith(text).length > 0)).toEqual([])
    })

    it('prints no exact day of anything but an assessment or a check', () => {
      const DAY = /\d{4}-\d{2}-\d{2}/g
      const days = KINDS.flatMap((kind) =>
        Object.values(log[kind]).flatMap((record) =>
          leaves(record)
            .filter(({ field }) => field !== 'asOf' && field !== 'checkedOn')
            .filter(({ field, text }) => !(kind === 'claims' && field === 'when' && printedDays.has(text)))
            .flatMap(({ text }) => text.match(DAY) ?? []),
        ),
      )
      expect(days.length).toBeGreaterThan(300)
      expect(days.filter((day) => printedDays.has(day))).toEqual([])
      const SPELT =
        /\d{4}-\d{2}|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)/i
      expect(printed.filter((text) => SPELT.test(text) && !text.includes('+7'))).toEqual([])
    })

    it('offers three help lines, one of them checked too long ago, each with a warning', () => {
      const contacts = Object.values(log.contacts)
      expect(contacts.length).toBeGreaterThanOrEqual(3)
      expect(contacts.filter((contact) => !contact.warning)).toEqual([])
      expect(contacts.filter((contact) => isContactStale(contact, '2019-06-30'))).toHaveLength(1)
      for (const { site, email } of contacts) {
        if (site) expect(site).toMatch(/^https:\/\/[a-z]+\.example\.(org|com|net)$/)
        if (email) expect(email).toMatch(/@[a-z]+\.example\.(org|com|net)$/)
      }
    })
  })
})

describe('the worked example in two languages', () => {
  /** A record with every text left out that may be translated; what machines read stays. */
  const FREE = new Set(
    'name title summary text statement reason knownThen remarks quote note nextStep askedFor bias reliabilityReason riskNote safeContactProtocol occupation age health origin reportedBy translation receivedHow safeWording offers warning checkedAgainst addressedTo madeBy publisher admin1 realName realIdentityWhere script line'.split(
      ' ',
    ),
  )
  const skeleton = (value: unknown, field = ''): unknown => {
    if (typeof value === 'string') return FREE.has(field) ? '' : value
    if (Array.isArray(value)) return value.map((each) => skeleton(each, field))
    if (value === null || typeof value !== 'object') return value
    const entries = Object.entries(value).filter(([key]) => !(field === 'translations' && key === 'language'))
    return Object.fromEntries(entries.map(([key, each]) => [key, skeleton(each, key)]))
  }
  const skeletons = (language: DemoLanguage) =>
    linesOf(language).map((line) => skeleton(JSON.parse(line) as unknown))

  it('is the same records in the same order, with the same codes, links, dates and numbers', () => {
    expect(skeletons('ru')).toEqual(skeletons('en'))
  })

  it('leaves no sentence of the other language in it', () => {
    const PROSE = new Set(
      'title summary statement reason knownThen safeWording offers nextStep askedFor'.split(' '),
    )
    const prose = (language: DemoLanguage) =>
      linesOf(language).flatMap((line) =>
        leaves(JSON.parse(line))
          .filter(({ field }) => PROSE.has(field))
          .map(({ text }) => text),
      )
    expect(prose('ru').length).toBeGreaterThan(300)
    expect(prose('ru').filter((text) => !/[а-яё]{3}/iu.test(text))).toEqual([])
    expect(prose('en').filter((text) => /[а-яё]{3}/iu.test(text))).toEqual([])
  })
})
