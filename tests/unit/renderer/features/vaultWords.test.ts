import { describe, expect, test } from 'vitest'
import { byteWords } from '../../../../src/renderer/features/keys/byteWords.ts'
import { typedWords } from '../../../../src/renderer/features/unlock/typedWords.ts'
import { problemCode, problemDetail } from '../../../../src/renderer/features/unlock/UnlockProblem.tsx'
import { noticeWords } from '../../../../src/renderer/notices/noticeWords.ts'
import { createLanguage } from '../../../../src/renderer/text.ts'
import { UI_LANGUAGES } from '../../../../src/shared/i18n/locale.ts'
import { loadCatalogues } from '../../../support/catalogues.ts'

await loadCatalogues()

const NOTICES = [
  { code: 'notice/torn-tail', fields: { bytes: 412, kept: 'yes' } },
  { code: 'notice/torn-tail', fields: { bytes: 1, kept: 'no' } },
  { code: 'notice/repaired' },
  { code: 'notice/rolled-back', fields: { missing: 14 } },
  { code: 'notice/rolled-back', fields: { missing: 0 } },
  ...[
    'network-folder',
    'synced-folder',
    'no-journal',
    'no-reliable-sync',
    'connected-drive',
    'memory-only',
  ].map((name) => ({
    code: `notice/${name}`,
  })),
]

describe.each(UI_LANGUAGES)('notices in %s', (language) => {
  const { t } = createLanguage(language)
  test.each(NOTICES)('$code has words of its own', (notice) => {
    const { title, text } = noticeWords(t, notice)
    expect(title).not.toBe(t('notice.other.title'))
    expect(text).not.toContain(notice.code)
  })

  test('a notice of a later version is named by its code', () => {
    expect(noticeWords(t, { code: 'notice/new-thing' }).text).toContain('notice/new-thing')
    expect(noticeWords(t, { code: 'notice/rolled-back' }).text).toContain('notice/rolled-back')
  })
})

test('a torn tail says whether it was set aside', () => {
  const { t } = createLanguage('en')
  const text = (kept: string) =>
    noticeWords(t, { code: 'notice/torn-tail', fields: { bytes: 412, kept } }).text
  expect(text('yes')).toContain('set aside')
  expect(text('no')).not.toContain('set aside')
})

test('damage is told with its place, and a log in use with who has it', () => {
  const language = createLanguage('en')
  const detail = (code: string, fields?: Record<string, string | number>) =>
    problemDetail(fields === undefined ? { code } : { code, fields }, language)
  expect(detail('vault/damaged', { where: 'frame', at: 81_920 })).toContain('81,920')
  expect(detail('vault/damaged', { where: 'never-heard-of' })).toBeNull()
  const since = '2026-02-03T09:12:00Z'
  expect(detail('vault/in-use', { host: 'office', since, thisComputer: 'no' })).toContain('office')
  expect(detail('vault/in-use', { host: 'mine', since, thisComputer: 'yes' })).not.toContain('mine')
  const here = { host: 'mine', since, thisComputer: 'yes', pid: 12_345 }
  expect(detail('vault/in-use', { ...here, program: 'app' })).toContain(
    'window of this computer (process 12345)',
  )
  expect(detail('vault/in-use', { ...here, program: 'command-line' })).toContain(
    'the command line (process 12345)',
  )
  expect(detail('vault/in-use')).toBeNull()
  expect(detail('vault/wrong-passphrase')).toBeNull()
})

test('whoever helps is given the code, the part and the byte, in no language', () => {
  expect(problemCode({ code: 'vault/damaged', fields: { where: 'frame', at: 81_920 } })).toBe(
    'vault/damaged frame @81920',
  )
  expect(problemCode({ code: 'vault/invalid-content' })).toBe('vault/invalid-content')
})

test('words are counted as they are typed from paper', () => {
  expect(typedWords('1. legal 2.winner\n3)  thank')).toEqual(['legal', 'winner', 'thank'])
  expect(typedWords(' 1 2 3 ')).toEqual([])
})

test('sizes have the largest unit that fits', () => {
  expect(byteWords(0, 'en')).toBe('0 bytes')
  expect(byteWords(999, 'en')).toBe('999 bytes')
  expect(byteWords(2_430_112, 'en')).toBe('2.4 MB')
  expect(byteWords(43_000_000_000, 'en')).toBe('43 GB')
})
