/** How the division of an incident is called in a brief, whatever towns and districts of the log are called. */
import { describe, expect, it } from 'vitest'
import { emptyLog, type Log } from '../../../../src/core/log.ts'
import type { BriefLanguage } from '../../../../src/core/redaction/briefData.ts'
import { SHIPPED_PROFILES } from '../../../../src/core/redaction/profile.ts'
import { redact } from '../../../../src/core/redaction/redact.ts'
import { loadGazetteer } from '../../../../src/shared/shippedPlaces.ts'
import { parseLog } from '../../../support/parseLog.ts'

const NOW = '2026-11-22T10:00:00Z'
const gazetteer = await loadGazetteer()

function logOf(places: readonly object[], realName?: string): Log {
  const base = { createdAt: NOW, updatedAt: NOW, confidentiality: 'CLEAR' }
  const incidents = places.map((where, at) => ({
    ...base,
    id: `i${at}`,
    title: 'Хомс: людей удерживали.',
    summary: '',
    when: '2017-03',
    where: { precision: 4, ...where },
    violationTypes: ['030104000000'],
    status: 'possible',
  }))
  const person = { ...base, id: 'p', codeName: 'Kestrel', realName, roles: ['victim'] }
  return parseLog({
    ...emptyLog(NOW),
    incidents: Object.fromEntries(incidents.map((incident) => [incident.id, incident])),
    persons: realName === undefined ? {} : { p: person },
  })
}

function briefOf(log: Log, language: BriefLanguage, profile: 'public' | 'partner' = 'public') {
  const { data } = redact({
    log,
    selection: { incidents: Object.keys(log.incidents), claims: [], contacts: [], actions: [] },
    profile: SHIPPED_PROFILES[profile],
    seed: 'ab'.repeat(32),
    asOf: '2026-11-22',
    language,
    title: 'A brief',
    accepted: 'all',
    coarsen: {},
    keepSmallClasses: true,
    gazetteer,
  })
  return data
}
const divisions = (log: Log, language: BriefLanguage): (string | null)[] =>
  briefOf(log, language).incidents.map(({ place }) => place.admin1)

describe('the division in a brief', () => {
  it('is called the same whether or not a town is called like it in the language of the brief', () => {
    const alike = logOf([{ country: 'SY', admin1: 'Homs', name: 'Хомс' }])
    const other = logOf([{ country: 'SY', admin1: 'Homs', name: 'Пальмира' }])
    expect(divisions(alike, 'ru')).toEqual(['Хомс'])
    for (const profile of ['public', 'partner'] as const)
      expect(briefOf(alike, 'ru', profile)).toEqual(briefOf(other, 'ru', profile))
  })

  it('takes the place of a district that was typed in its stead, whichever districts the log guards', () => {
    const typed = { country: 'ES', admin1: 'Barcelona' }
    const guarded = logOf([typed, { country: 'ES', admin1: 'Catalonia', admin2: 'Barcelona' }])
    const other = logOf([typed, { country: 'ES', admin1: 'Catalonia', admin2: 'Girona' }])
    expect(divisions(guarded, 'en')).toEqual(['Catalonia', 'Catalonia'])
    expect(briefOf(guarded, 'en')).toEqual(briefOf(other, 'en'))
  })

  it('takes another of its names where that in the language is a person’s, and goes where it has none', () => {
    const place = { country: 'SY', admin1: 'Homs' }
    expect(divisions(logOf([place], 'Махмуд Хомс'), 'ru')).not.toContain('Хомс')
    expect(divisions(logOf([{ country: 'SY', admin1: 'Lands' }], 'Mahmud Lands'), 'ru')).toEqual([null])
  })

  it('does not tell which of its spellings was typed, even where it is somebody’s name', () => {
    const typed = (admin1: string) => divisions(logOf([{ country: 'SY', admin1 }], 'Homs'), 'en')
    expect(typed('Homs')).toEqual(typed('Хомс'))
    expect(typed('حمص')).toEqual(typed('Homs Governorate'))
  })
})

describe('a text that says where', () => {
  it('may say the division by any of its names, and no district that was typed in its stead', () => {
    const log = logOf([{ country: 'SY', admin1: 'Homs', name: 'Хомс' }])
    expect(briefOf(log, 'en', 'partner').incidents[0]?.title).toBe('Хомс: людей удерживали.')
    const town = logOf([{ country: 'ES', admin1: 'Catalonia', name: 'Хомс' }])
    expect(briefOf(town, 'en', 'partner').incidents[0]?.title).toBe('[place]: людей удерживали.')
  })
})
