/** The message to whoever holds a brief: in the brief's language, and nothing in it that the brief did not say. */
import { describe, expect, it } from 'vitest'
import { BRIEF_LANGUAGES } from '../../src/core/redaction/briefData.ts'
import { RELEASE_CHANGE_CODES } from '../../src/core/releases/affectedReleases.ts'
import ar from '../../src/shared/i18n/releases/ar.json' with { type: 'json' }
import en from '../../src/shared/i18n/releases/en.json' with { type: 'json' }
import es from '../../src/shared/i18n/releases/es.json' with { type: 'json' }
import fr from '../../src/shared/i18n/releases/fr.json' with { type: 'json' }
import ru from '../../src/shared/i18n/releases/ru.json' with { type: 'json' }
import { releaseMessage } from '../../src/shared/releases/releaseMessage.ts'
import { releaseOf } from '../support/releaseSamples.ts'

const RECALL = {
  on: '2021-06-06',
  reason: 'Magomed took his word back.',
  tell: ['o1'],
  tellOthers: 'his aunt',
}

describe('the message', () => {
  it.each(BRIEF_LANGUAGES)('in %s: title, day and hash, and no word of the ledger', (language) => {
    const release = releaseOf('r1', { language, recall: RECALL, supersededBy: 'r2' })
    for (const codes of [[], ...RELEASE_CHANGE_CODES.map((code) => [code]), RELEASE_CHANGE_CODES])
      for (const told of [release, { ...release, recall: undefined }]) {
        const message = releaseMessage(told, codes)
        expect(message).toContain(release.title)
        expect(message).toContain('a'.repeat(64))
        expect(message).toMatch(/2020/)
        expect(message).not.toMatch(/Magomed|aunt|r2|p1|c1|i1|o1|\{|consent|withdraw/i)
      }
  })

  it.each([
    ['en', '1 May 2020'],
    ['fr', '1er mai 2020'],
    ['es', '1 de mayo de 2020'],
    ['ru', '1 мая 2020 г.'],
    ['ar', '1 مايو 2020'],
  ] as const)('writes days in %s as the brief does', (language, day) => {
    const recall = { ...RECALL, on: '2020-05-01' }
    const message = releaseMessage(releaseOf('r1', { language, asOf: '2020-05-01', recall }), [])
    expect(message.replace(/[\u00A0\u202F]/gu, ' ').split(day)).toHaveLength(3)
    expect(message).not.toContain('..')
  })

  it('asks each thing once, and the more for more', () => {
    const release = releaseOf('r1')
    const stop = releaseMessage(release, ['consent-refused', 'consent-expired'])
    expect(stop.split('\n\n')).toHaveLength(4)
    expect(
      releaseMessage(release, ['claim-fell', 'consent-refused', 'incident-merged']).split('\n\n'),
    ).toHaveLength(6)
    expect(releaseMessage({ ...release, recall: RECALL }, ['claim-fell']).split('\n\n')).toHaveLength(4)
  })

  it('has every sentence in every language, with the same arguments', () => {
    const argsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()
    for (const catalogue of [ru, ar, es, fr])
      expect(Object.entries(catalogue).map(([key, text]) => [key, argsOf(text)])).toEqual(
        Object.entries(en).map(([key, text]) => [key, argsOf(text)]),
      )
  })
})
