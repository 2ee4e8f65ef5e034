import { describe, expect, it } from 'vitest'
import { historyPuts } from '../../../../src/core/history/recordChange.ts'
import { applyChange, deleteRecord, emptyLog, type Log, type Put } from '../../../../src/core/log.ts'
import { SCHEMAS } from '../../../../src/core/records.ts'
import { mentionCheck } from '../../../../src/core/redaction/mentions.ts'
import { protectedValues } from '../../../../src/core/redaction/protectedValues.ts'

const NOW = '2026-11-22T10:00:00Z'
const base = { createdAt: NOW, updatedAt: NOW, confidentiality: 'RED' }
type EditedKind = 'persons' | 'sources' | 'incidents'

function saved(log: Log, kind: EditedKind, record: object): Log {
  const parsed = SCHEMAS[kind].parse({ ...base, ...record })
  const change = [{ kind, id: parsed.id, record: parsed } as Put]
  const history = historyPuts(log, change, { what: 'edited', at: '2026-11-23T11:12:13Z' })
  return applyChange(log, [...change, ...history]).log
}
const valuesOf = (log: Log) => protectedValues(log).map(({ value }) => value)
const person = (fields: object) => ({ id: 'p', codeName: 'Nightingale', roles: [], ...fields })

describe('what a record said before', () => {
  it('is protected as what it says now', () => {
    let log = saved(
      emptyLog(NOW),
      'persons',
      person({ realName: 'Ivan Petrovsky', contacts: '+7 900 123 45 67' }),
    )
    log = saved(log, 'persons', person({}))
    const named = protectedValues(log).find(({ value }) => value === 'Ivan Petrovsky')
    expect(named).toMatchObject({
      protected: 'identity',
      where: { kind: 'persons', id: 'p', field: 'realName' },
    })
    expect(valuesOf(log)).toContain('+7 900 123 45 67')
    expect(mentionCheck(protectedValues(log))('Petrovsky was held', 'inside')).toBe(true)
  })

  it('is protected while the record is in the bin', () => {
    let log = saved(emptyLog(NOW), 'persons', person({ realName: 'Ivan Petrovsky' }))
    log = saved(log, 'persons', person({}))
    log = applyChange(log, deleteRecord(log, 'persons', 'p', NOW) ?? []).log
    expect(valuesOf(log)).toContain('Ivan Petrovsky')
  })

  it('keeps the class that it had: names of people, not of outlets', () => {
    const source = { id: 's', reliability: 'F' }
    let log = saved(emptyLog(NOW), 'sources', { ...source, kind: 'person', name: 'Zarema' })
    log = saved(log, 'sources', { ...source, kind: 'media', name: 'The Herald' })
    log = saved(log, 'sources', { ...source, kind: 'media', name: 'The Daily Herald' })
    const classes = protectedValues(log).map(({ value, protected: kind }) => [value, kind])
    expect(classes).toContainEqual(['Zarema', 'identity'])
    expect(classes).toContainEqual(['The Herald', 'text'])
  })

  it('is, of a long text, the passage that is gone', () => {
    const incident = { id: 'i', title: 't', when: '2017', where: {}, violationTypes: [], status: 'unknown' }
    const sentence = (n: number) => `Sentence ${n} tells of the night. `
    const text = Array.from({ length: 200 }, (_, n) => sentence(n)).join('')
    let log = saved(emptyLog(NOW), 'incidents', { ...incident, summary: text })
    log = saved(log, 'incidents', {
      ...incident,
      summary: text.replace('Sentence 100 tells', 'Sentence 100 says'),
    })
    const former = protectedValues(log).filter(({ value }) => value.includes('Sentence 100 tells'))
    expect(former.map(({ value }) => value.trim())).toEqual(['Sentence 100 tells of the night.'])
  })

  it('leaves out when it was saved', () => {
    let log = saved(emptyLog(NOW), 'persons', person({ realName: 'A B', updatedAt: '2026-11-21T09:00:00Z' }))
    log = saved(log, 'persons', person({}))
    expect(valuesOf(log)).not.toContain('2026-11-21T09:00:00Z')
  })
})
