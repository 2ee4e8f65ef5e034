/** Somebody's brief through the command line: read, verified, and refused in words when its form is another. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { briefJson } from '../../src/brief/briefJson.ts'
import { type CliFolder, createCliFolder } from '../support/cli.ts'
import { sampleBrief } from '../unit/brief/sampleBrief.ts'

let cli: CliFolder
const data = sampleBrief('en', 3)
const text = new TextDecoder().decode(briefJson(data))

beforeAll(async () => {
  cli = await createCliFolder()
})
afterAll(() => cli.remove())

it('reads a brief as JSON, without a log', async () => {
  await cli.write('theirs.json', text)
  const { code, stdout } = await cli.bare(['read', 'theirs.json', '--json'])
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ signature: { state: 'none' }, imported: null, brief: data })
})

it('says of a brief of a newer version that a newer Daybook is needed, reading and verifying alike', async () => {
  await cli.write('newer.json', text.replace(data.version, '1.999.0'))
  const read = await cli.bare(['read', 'newer.json'])
  expect(read.code).not.toBe(0)
  expect(read.stderr).toContain('reading/newer-version')
  expect(read.stderr).toContain('1.999.0')
  const verified = await cli.bare(['verify', 'newer.json'])
  expect(verified.code).not.toBe(0)
  expect(verified.stdout + verified.stderr).toContain('made by a newer Daybook')
})
