import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { isCipherInBoringSsl } from '../../host/boringssl.ts'

const limits = path.resolve(import.meta.dirname, '../../host/boringsslLimits.ts')

/** Runs module code with the limits loaded, as the host does, and gives back what it prints. */
function run(code: string): string {
  return execFileSync(process.execPath, ['--import', limits, '--input-type=module', '--eval', code], {
    encoding: 'utf8',
  })
}

describe('BoringSSL limits', () => {
  test.each(['aes-256-gcm', 'AES-128-CBC', 'aes-256-ctr', 'aes-256-ecb', 'des-ede3-cbc'])(
    '%s is there',
    (name) => {
      expect(isCipherInBoringSsl(name)).toBe(true)
    },
  )
  test.each([
    'chacha20-poly1305',
    'aes-256-ocb',
    'aes-128-ccm',
    'aria-256-gcm',
    'aes-256-gcm-siv',
    'camellia-128-cbc',
  ])('%s is not', (name) => {
    expect(isCipherInBoringSsl(name)).toBe(false)
  })

  test('named imports get the limits too', () => {
    const printed = run(`
      import { argon2, argon2Sync, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
      for (const call of [
        () => argon2('argon2id', {}, () => {}),
        () => argon2Sync('argon2id', {}),
        () => createCipheriv('chacha20-poly1305', randomBytes(32), randomBytes(12)),
        () => createDecipheriv('aes-256-ocb', randomBytes(32), randomBytes(12)),
      ]) try { call(); console.log('no error') } catch (error) { console.log(error.message) }
      console.log(typeof createCipheriv('aes-256-gcm', randomBytes(32), randomBytes(12)).final)`)
    expect(printed.trim().split('\n')).toEqual([
      'tests/host: crypto.argon2 does not exist in Electron (BoringSSL)',
      'tests/host: crypto.argon2Sync does not exist in Electron (BoringSSL)',
      'tests/host: cipher chacha20-poly1305 does not exist in Electron (BoringSSL)',
      'tests/host: cipher aes-256-ocb does not exist in Electron (BoringSSL)',
      'function',
    ])
  })
})
