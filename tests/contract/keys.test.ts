/** Keys, signatures and sealed files through the command line, and through Debian's own tools where they are. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type CliFolder, createCliFolder } from '../support/cli.ts'
import { bytesFromTool, hasTool, runTool } from '../support/outsideTools.ts'

let cli: CliFolder
const RECORDS = [
  {
    type: 'incident',
    id: 'i1',
    confidentiality: 'CLEAR',
    title: 'A man was taken',
    summary: '',
    when: '2017-03',
    where: { admin1: 'Chechnya', country: 'RU' },
    violationTypes: ['030104000000'],
    status: 'confirmed',
  },
  { type: 'organisation', id: 'org-desk', name: 'Northern Desk', kind: '0601', roles: [] },
]
const BRIEF = [
  '--profile',
  'internal',
  '--as-of',
  '2021-01-01',
  '--seed',
  '1',
  '--override-disclosure',
  'Asked for',
]

beforeAll(async () => {
  cli = await createCliFolder()
  await cli.daybook(['create', 'a.daybook'])
  await cli.write('records.jsonl', RECORDS.map((each) => JSON.stringify(each)).join('\n'))
  const imported = await cli.daybook(['import', 'a.daybook', 'records.jsonl', '--format', 'records'])
  if (imported.code !== 0) throw new Error(imported.stderr)
})
afterAll(() => cli.remove())

const document = async (args: string[]) => {
  const { stdout, stderr, code } = await cli.daybook([...args, '--json'])
  if (code !== 0) throw new Error(stderr)
  return JSON.parse(stdout)
}
const brief = (...more: string[]) => cli.daybook(['brief', 'a.daybook', ...BRIEF, ...more])

describe('keys', () => {
  it('are made, shown as text and QR, rotated and retired', async () => {
    const made = await document(['keys', 'a.daybook', 'new', 'Press', '--for', 'northern desk'])
    expect(made).toMatchObject({ own: true, use: 'sign', organisation: 'org-desk', retired: null })
    expect(made.publicKey).toMatch(/^RW/)
    const shown = (await cli.daybook(['keys', 'a.daybook', 'show', 'press'])).stdout
    expect(shown).toContain(made.publicKey)
    expect(shown).toContain(made.fingerprint)
    expect(shown).toMatch(/[▀▄█]{5}/)
    const rotated = await document(['keys', 'a.daybook', 'rotate', 'Press'])
    expect(rotated.publicKey).not.toBe(made.publicKey)
    const retired = await document(['keys', 'a.daybook', 'retire', 'Press'])
    expect(retired).toMatchObject({ id: rotated.id, name: 'Press' })
    expect(retired.retired).not.toBeNull()
    const listed = await document(['keys', 'a.daybook'])
    expect(listed.map(({ id }: { id: string }) => id).sort()).toEqual([made.id, rotated.id].sort())
  })

  it('never show a secret, wherever records are printed', async () => {
    await document(['keys', 'a.daybook', 'new', 'Post', '--use', 'open'])
    const printed = await Promise.all([
      cli.daybook(['list', 'a.daybook', 'keys', '--json']),
      cli.daybook(['keys', 'a.daybook', '--json']),
      cli.daybook(['info', 'a.daybook', '--json']),
    ])
    for (const { stdout } of printed) expect(stdout).not.toMatch(/AGE-SECRET|secret"/i)
    expect(printed[0]?.stdout).toContain('"age1')
  })

  it('of others are added with a right checksum only, and from no imported file', async () => {
    const { publicKey } = await document(['keys', 'a.daybook', 'show', 'Post'])
    const wrong = `${publicKey.slice(0, -1)}${publicKey.endsWith('q') ? 'p' : 'q'}`
    const refused = await cli.daybook(['keys', 'a.daybook', 'add', 'Other', '--key', wrong])
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('keys/public-unreadable')])
    await cli.write('key.jsonl', JSON.stringify({ type: 'recipient-key', name: 'x', use: 'seal', publicKey }))
    const imported = await document(['import', 'a.daybook', 'key.jsonl', '--format', 'records'])
    expect(imported.rejected).toMatchObject([{ code: 'import/key-refused' }])
    expect((await cli.daybook(['keys', 'a.daybook', 'show', 'nobody'])).code).toBe(2)
  })
})

describe('a signed brief', () => {
  it('verifies by the key, and not when a byte has changed', async () => {
    const { publicKey } = await document(['keys', 'a.daybook', 'new', 'Signing'])
    const made = await brief('--sign', '--key', 'Signing', '--json', 'signed.json')
    expect(made.stderr).toBe('')
    const verify = (...more: string[]) => cli.daybook(['verify', 'signed.json', ...more])
    expect(await verify('--key', publicKey)).toMatchObject({ code: 0 })
    expect(await verify('--signer', publicKey)).toMatchObject({ code: 0 })
    expect(await verify('--log', 'a.daybook')).toMatchObject({ code: 0 })
    const report = JSON.parse((await verify('--key', publicKey, '--json')).stdout)
    expect(
      report.checks.map(({ what, passed }: { what: string; passed: boolean }) => [what, passed]),
    ).toEqual([
      ['signature', true],
      ['schema', true],
      ['canonical-form', true],
    ])
    // A signature that nobody checked is no good one.
    expect(await verify()).toMatchObject({ code: 1 })
    const text = await readFile(cli.at('signed.json'), 'utf8')
    await writeFile(cli.at('signed.json'), text.replace('"title":"Brief', '"title":"Grief'))
    expect((await verify('--key', publicKey)).stdout).toContain('altered')
    await writeFile(cli.at('signed.json'), `${JSON.stringify(JSON.parse(text), null, 1)}\n`)
    const respelled = await verify('--key', publicKey)
    expect([respelled.code, respelled.stdout]).toEqual([1, expect.stringContaining('BAD   canonical form')])
  })

  it('has a signature that tells neither a time nor a name', async () => {
    const text = await readFile(cli.at('signed.json.minisig'), 'utf8')
    expect(text.split('\n')[2]).toBe('trusted comment: brief')
    expect(text).not.toMatch(/20\d\d|signed|Daybook/)
  })

  it('has the same bytes as without a signature, and the ledger knows the key', async () => {
    expect((await brief('--sign', '--key', 'Signing', '--json', 's.json')).code).toBe(0)
    expect((await brief('--json', 'u.json')).code).toBe(0)
    expect(await readFile(cli.at('s.json'))).toEqual(await readFile(cli.at('u.json')))
    const { id } = await document(['keys', 'a.daybook', 'show', 'Signing'])
    const ledger = (await cli.daybook(['list', 'a.daybook', 'releases', '--json'])).stdout
    expect(ledger).toContain(`"signedWith":"${id}"`)
  })

  it('can be checked for its form alone, without a signature', async () => {
    expect(await cli.daybook(['verify', 'u.json'])).toMatchObject({ code: 0 })
    expect(await cli.daybook(['verify', 'records.jsonl'])).toMatchObject({ code: 1 })
    const { publicKey } = await document(['keys', 'a.daybook', 'show', 'Signing'])
    expect(await cli.daybook(['verify', 'u.json', '--key', publicKey])).toMatchObject({ code: 1 })
  })
})

describe('a sealed brief', () => {
  it('is one file, which holds the brief and its signature, and gets a key of its own', async () => {
    const { publicKey } = await document(['keys', 'a.daybook', 'show', 'Post'])
    await document(['keys', 'a.daybook', 'add', 'Desk', '--key', publicKey, '--for', 'Northern Desk'])
    const before = await readdir(cli.at('.'))
    const made = await brief('--sign', '--seal-to', 'Northern Desk', '--json', 'title.json')
    expect(made.stderr).toBe('')
    expect(made.stdout).toContain('Signed with “for Desk”')
    expect((await readdir(cli.at('.'))).filter((name) => !before.includes(name))).toEqual(['title.tar.age'])
    const opened = await document(['unseal', 'title.tar.age', '--log', 'a.daybook', '--out', 'opened'])
    const [json = '', signature = ''] = opened.files as string[]
    expect(json).toMatch(/\/brief-[0-9a-f]{12}\.json$/)
    expect(signature).toBe(`${json}.minisig`)
    expect(await cli.daybook(['verify', json, '--log', 'a.daybook'])).toMatchObject({ code: 0 })
    expect(await readFile(json)).toEqual(await readFile(cli.at('u.json')))
    // Nothing that is there is written over.
    const again = await cli.daybook(['unseal', 'title.tar.age', '--log', 'a.daybook', '--out', 'opened'])
    expect(again).toMatchObject({ code: 4 })
    // The second brief for them is signed with the same key.
    const second = await brief('--sign', '--to', 'Northern Desk', '--json', 'second.json')
    expect(second.stdout).toContain('Signed with “for Desk”')
  })

  it('is refused for a recipient that nobody knows, before anything is written', async () => {
    const wrong = await brief('--seal-to', 'Nobody', '--json', 'none.json')
    const unreadable = await brief('--seal-to', 'age1qqqq', '--json', 'none.json')
    expect([wrong.code, unreadable.code]).toEqual([2, 2])
    expect(await readdir(cli.at('.'))).not.toContain('none.tar.age')
  })

  it('of somebody else, or altered, is not opened', async () => {
    await cli.daybook(['create', 'b.daybook'])
    await document(['keys', 'b.daybook', 'new', 'Post', '--use', 'open'])
    const other = await cli.daybook(['unseal', 'title.tar.age', '--log', 'b.daybook', '--out', 'none'])
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('seal/not-for-us')])
    const bytes = await readFile(cli.at('title.tar.age'))
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    await writeFile(cli.at('altered.age'), bytes)
    const altered = await cli.daybook(['unseal', 'altered.age', '--log', 'a.daybook', '--out', 'none'])
    expect([altered.code, altered.stderr]).toEqual([1, expect.stringContaining('seal/unreadable')])
  })
})

const HAS_TOOLS = hasTool('minisign') && hasTool('age') && hasTool('age-keygen') && hasTool('tar')
test.skipIf(!HAS_TOOLS)('age, tar and minisign open and check what was made', async () => {
  runTool('age-keygen', ['-o', cli.at('desk.key')])
  const recipient = runTool('age-keygen', ['-y', cli.at('desk.key')]).stdout.trim()
  const made = await brief(
    '--sign',
    '--key',
    'Signing',
    '--seal-to',
    recipient,
    '--armor',
    '--json',
    'x.json',
  )
  expect(made.code).toBe(0)
  await writeFile(
    cli.at('x.tar'),
    bytesFromTool('age', ['-d', '-i', cli.at('desk.key'), cli.at('x.tar.age')]),
  )
  const [name = ''] = runTool('tar', ['-tf', cli.at('x.tar')]).stdout.split('\n')
  expect(runTool('tar', ['-xf', cli.at('x.tar'), '-C', cli.at('.')]).code).toBe(0)
  const { publicKey } = await document(['keys', 'a.daybook', 'show', 'Signing'])
  expect(runTool('minisign', ['-Vm', cli.at(name), '-P', publicKey]).code).toBe(0)
})
