/** What is made from a brief beside it is held to its published form as well: its places, and its reviews of claims. */
import { expect, it } from 'vitest'
import { claimReviews } from '../../../src/brief/exports/claimReviews.ts'
import { placesGeoJson } from '../../../src/brief/exports/placesGeoJson.ts'
import { verifyBrief } from '../../../src/brief/signing/verifyBrief.ts'
import { sampleBrief } from './sampleBrief.ts'

const check = async (text: string) => {
  const bytes = new TextEncoder().encode(text)
  const checks = await verifyBrief({ bytes, untrustedSignature: null, keys: [] })
  return checks.map(({ what, passed }) => `${what} ${passed}`)
}

const data = sampleBrief('en', 3)

it.each([
  ['places', placesGeoJson(data)],
  ['reviews of claims', claimReviews(data)],
])('%s', async (_, written) => {
  const text = new TextDecoder().decode(written)
  expect(await check(text)).toEqual(['schema true', 'canonical-form true'])
  expect(await check(` ${text}`)).toEqual(['schema true', 'canonical-form false'])
  expect(await check(`${JSON.stringify({ ...JSON.parse(text), remarks: 'x' })}\n`)).toEqual(['schema false'])
})

it('nothing of what is no form of ours', async () => {
  expect(await check('{"type":"FeatureCollection","features":[]}')).toEqual([])
})
