/**
 * Prints the SHA-256 of both forms of the sample brief, one line for each layout named; run as a process of its own,
 * elsewhere and at another hour.
 */
import { createHash } from 'node:crypto'
import { makeBrief } from '../../../src/brief/makeBrief.ts'
import type { Engine } from '../../../src/brief/typesetter.ts'
import type { BriefData, BriefLayout } from '../../../src/core/redaction/briefData.ts'
import { countsOnly } from '../../../src/core/redaction/countsOnly.ts'
import { RESOURCES, sampleBrief, sampleLabel } from './sampleBrief.ts'

const [language = 'en', engine = 'native', ...layouts] = process.argv.slice(2)
const hash = (bytes: Uint8Array | undefined) =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex')

async function hashesOf(layout: BriefLayout): Promise<string> {
  const data = sampleBrief(language as 'en', 6, { layout })
  const made = await makeBrief({
    data: (layout === 'annex' ? countsOnly(data) : data) as BriefData,
    canaries: [],
    resourcesDir: RESOURCES,
    label: sampleLabel,
    forms: ['pdf', 'json'],
    engine: engine as Engine,
  })
  if (!made.ok) throw new Error(JSON.stringify(made.error))
  return `${hash(made.value.pdf)} ${hash(made.value.json)}`
}

const lines: string[] = []
for (const layout of layouts.length === 0 ? ['general'] : layouts)
  lines.push(await hashesOf(layout as BriefLayout))
process.stdout.write(lines.join('\n'))
