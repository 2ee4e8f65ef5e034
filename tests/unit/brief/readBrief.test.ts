/** Somebody's brief is read strictly, or refused with what is wrong; its claims come in once, as one root. */
import { describe, expect, it } from 'vitest'
import { briefClaimWords } from '../../../src/brief/briefClaimWords.ts'
import { briefJson } from '../../../src/brief/briefJson.ts'
import { canonicalJson } from '../../../src/brief/canonicalJson.ts'
import { readBrief } from '../../../src/brief/readBrief.ts'
import { applyChange, emptyLog, type Log } from '../../../src/core/log.ts'
import { BRIEF_LANGUAGES, BRIEF_VERSION } from '../../../src/core/redaction/briefData.ts'
import { importBrief } from '../../../src/core/releases/importBrief.ts'
import { sampleBrief } from './sampleBrief.ts'

const data = sampleBrief('en', 5)
const bytes = briefJson(data)
const text = new TextDecoder().decode(bytes)
const codeOf = (untrusted: string | Uint8Array) => {
  const result = readBrief(typeof untrusted === 'string' ? new TextEncoder().encode(untrusted) : untrusted)
  return result.ok ? 'read' : result.error.code
}

describe('a brief that is read', () => {
  it.each(BRIEF_LANGUAGES)('in %s is the same data again', (language) => {
    const brief = sampleBrief(language, 4)
    const result = readBrief(briefJson(brief))
    expect(result.ok && result.value.data).toEqual(brief)
  })

  it('of an older minor version is read with what came later in its oldest meaning', () => {
    const {
      introduction: _introduction,
      order: _order,
      claimOrder: _claimOrder,
      ...rest
    } = { ...data, version: '1.1.0' }
    const { byVictimGroup: _groups, bySourceKind: _kinds, sourceShifts: _shifts, ...counts } = data.statistics
    const older = { ...rest, statistics: counts }
    const result = readBrief(new TextEncoder().encode(`${canonicalJson(older)}\n`))
    expect(result.ok && result.value.data).toEqual({
      ...data,
      introduction: '',
      order: 'date',
      claimOrder: 'grade',
      statistics: { ...counts, byVictimGroup: [], bySourceKind: [], sourceShifts: [] },
    })
    // Of our own version nothing may be missing, and one that is too old is not called damaged.
    expect(codeOf(`${canonicalJson({ ...older, version: BRIEF_VERSION })}\n`)).toBe('reading/not-a-brief')
    const { claims: _claims, ...tooOld } = { ...older, version: '1.0.0' }
    expect(codeOf(`${canonicalJson(tooOld)}\n`)).toBe('reading/older-version')
  })

  it.each([
    ['nothing', '', 'reading/not-a-brief'],
    ['other JSON', '{"format":"other"}', 'reading/not-a-brief'],
    ['a list', '[]', 'reading/not-a-brief'],
    ['no version', text.replace(`"version":"${BRIEF_VERSION}"`, '"version":1'), 'reading/not-a-brief'],
    ['a newer major', text.replace(BRIEF_VERSION, '9.0.0'), 'reading/newer-version'],
    ['a newer minor', text.replace(BRIEF_VERSION, '1.999.0'), 'reading/newer-version'],
    ['an older one', text.replace(BRIEF_VERSION, '0.9.0'), 'reading/older-version'],
    ['a key of its own', text.replace('{', '{"aaa":1,'), 'reading/not-a-brief'],
    ['a space', text.replace(':', ': '), 'reading/not-canonical'],
    ['no newline', text.trimEnd(), 'reading/not-canonical'],
    ['a key given twice', text.replace('{', `{"asOf":"2001-01-01",`), 'reading/not-canonical'],
    ['deep nesting', `${'['.repeat(100_000)}`, 'reading/not-a-brief'],
    ['a NUL', text.replace('Northern', 'North\\u0000ern'), 'reading/not-a-brief'],
  ])('with %s is refused', (_, untrusted, code) => {
    expect(codeOf(untrusted)).toBe(code)
  })

  it('that is too large, or no UTF-8, is refused', () => {
    expect(codeOf(new Uint8Array(16 * 1024 * 1024 + 1))).toBe('reading/too-large')
    expect(codeOf(new Uint8Array([0x7b, 0xff, 0x7d]))).toBe('reading/not-a-brief')
  })
})

describe('its claims', () => {
  const sha256 = 'b'.repeat(64)
  let last = 0
  const from = (log: Log, more: { readonly sha256?: string; readonly organisation?: string } = {}) => {
    const result = importBrief(log, {
      data,
      sha256: more.sha256 ?? sha256,
      from: more.organisation === undefined ? { name: 'Their Group' } : { organisation: more.organisation },
      words: (claim) => briefClaimWords(claim, data),
      now: '2026-01-01T00:00:00Z',
      newId: () => {
        last += 1
        return `n${last}`
      },
    })
    if (!result.ok) throw new Error(result.error.code)
    return { ...result.value, log: applyChange(log, result.value.change).log }
  }
  const first = from(emptyLog('2026-01-01T00:00:00Z'))

  it('become one item each, of one source, with one root', () => {
    const items = Object.values(first.log.sourceItems)
    expect(first).toMatchObject({ added: data.claims.length, known: 0 })
    expect(items).toHaveLength(data.claims.length + 1)
    expect(new Set(items.map(({ source }) => source))).toEqual(new Set(Object.keys(first.log.sources)))
    const whole = items.filter(({ derivesFrom }) => derivesFrom.length === 0)
    expect(whole).toHaveLength(1)
    for (const item of items) if (item !== whole[0]) expect(item.derivesFrom[0]?.item).toBe(whole[0]?.id)
    for (const { confidentiality, importedFrom } of items)
      expect([confidentiality, importedFrom]).toEqual(['RED', `brief sha256:${sha256}`])
  })

  it('are noticed when the same file comes again, under its name or its id', () => {
    const again = from(first.log)
    expect(again).toMatchObject({ added: 0, known: data.claims.length, change: [] })
    expect(from(first.log, { organisation: first.organisation })).toMatchObject({ added: 0, change: [] })
  })

  it('that another of their briefs said before derive from that one too', () => {
    const second = from(first.log, { sha256: 'c'.repeat(64) })
    expect(second.repeated).toBe(second.added)
    expect(Object.keys(second.log.organisations)).toHaveLength(1)
    expect(Object.keys(second.log.sources)).toHaveLength(1)
  })

  it('say how they were graded, in the words of the brief', () => {
    const remarks = Object.values(first.log.sourceItems).map((item) => item.remarks ?? '')
    expect(remarks.some((each) => each.startsWith('Established; Credibility'))).toBe(true)
  })
})
