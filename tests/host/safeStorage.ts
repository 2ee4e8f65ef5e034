import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import type Electron from 'electron'
import { hostState } from './hostState.ts'
import { standIn } from './strict.ts'

// Protects nothing, and says so as Linux without a keyring does (`basic_text`): the key is in this file.

const KEY = createHash('sha256').update('tests/host: not a secret').digest()
const PREFIX = 'v10'

function seal(text: string): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', KEY, iv)
  return Buffer.concat([
    Buffer.from(PREFIX),
    iv,
    cipher.update(text, 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ])
}

function unseal(sealed: Buffer): string {
  if (sealed.subarray(0, 3).toString() !== PREFIX) {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
  }
  const decipher = createDecipheriv('aes-256-gcm', KEY, sealed.subarray(3, 15))
  decipher.setAuthTag(sealed.subarray(-16))
  return Buffer.concat([decipher.update(sealed.subarray(15, -16)), decipher.final()]).toString('utf8')
}

export const safeStorage = standIn<Electron.SafeStorage>('safeStorage', {
  isEncryptionAvailable: () => hostState.ready,
  isAsyncEncryptionAvailable: () => Promise.resolve(hostState.ready),
  encryptString: seal,
  decryptString: unseal,
  encryptStringAsync: async (text) => seal(text),
  decryptStringAsync: async (sealed) => ({ result: unseal(sealed), shouldReEncrypt: false }),
  getSelectedStorageBackend: () => 'basic_text',
  setUsePlainTextEncryption: () => {},
})
