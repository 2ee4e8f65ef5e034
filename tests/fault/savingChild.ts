/** Saves without end and says which saves were acknowledged; killedProcess.test.ts kills it. */
import { passphraseSecret } from '../../src/vault/secret.ts'
import { openVault } from '../../src/vault/VaultSession.ts'

const path = process.argv[2] ?? ''
const opened = await openVault<{ readonly n: number; readonly padding: string }>({
  path,
  passphrase: passphraseSecret('p'),
  parse: () => ({ n: 0, padding: '' }),
})
if (!opened.ok) throw new Error(opened.error.code)
for (let n = 1; ; n += 1) {
  // Not compressible, so that writing takes a while.
  const padding = Array.from({ length: 20_000 }, () => Math.random().toString(36)).join('')
  const saved = await opened.value.save({ n, padding })
  if (!saved.ok) throw new Error(saved.error.code)
  process.stdout.write(`${n}\n`)
}
