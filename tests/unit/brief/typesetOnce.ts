/** Prints the SHA-256 of both forms of the sample brief; run as a process of its own, elsewhere and at another hour. */
import { createHash } from 'node:crypto'
import { makeBrief } from '../../../src/brief/makeBrief.ts'
import type { Engine } from '../../../src/brief/typesetter.ts'
import { RESOURCES, sampleBrief, sampleLabel } from './sampleBrief.ts'

const [language = 'en', engine = 'native'] = process.argv.slice(2)
const made = await makeBrief({
  data: sampleBrief(language as 'en', 6),
  canaries: [],
  resourcesDir: RESOURCES,
  label: sampleLabel,
  forms: ['pdf', 'json'],
  engine: engine as Engine,
})
if (!made.ok) throw new Error(JSON.stringify(made.error))
const hash = (bytes: Uint8Array | undefined) =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex')
process.stdout.write(`${hash(made.value.pdf)} ${hash(made.value.json)}`)
