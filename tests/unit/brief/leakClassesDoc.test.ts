/** docs/format/leak-classes.md names every class that a finding can have, in the words of the table, and no other. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { LEAK_CLASSES, LEAK_GROUPS } from '../../../src/brief/gate/leakClasses.ts'

const DOCUMENT = path.join(import.meta.dirname, '../../../docs/format/leak-classes.md')

it('holds one table a group, in order', () => {
  const rows = readFileSync(DOCUMENT, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  const wanted = LEAK_GROUPS.flatMap((group) =>
    Object.entries(LEAK_CLASSES)
      .filter(([, each]) => each.group === group)
      .map(([name, each]) => `| \`${name}\` | ${each.what} |`),
  )
  expect(rows).toEqual(wanted)
})
