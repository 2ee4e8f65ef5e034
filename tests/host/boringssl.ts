import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import workerThreads from 'node:worker_threads'

// Electron's Node is built on BoringSSL, this Node on OpenSSL: what only OpenSSL has must not work here either, or
// a spec would pass on something users do not have. Loaded with `--import`, which worker threads inherit.
// Sources: Node's src/crypto over BoringSSL has no Argon2; cipher names in BoringSSL's
// decrepit/evp/cipher table, with no ChaCha20-Poly1305 through EVP_CIPHER (electron issue 24024).

const CIPHERS = /^(aes-(128|192|256)-(cbc|ctr|ecb|gcm|ofb)|aes-(128|256)-cfb|des-ede3?(-cbc)?)$/i

/** Whether `createCipheriv` knows this cipher in Electron. */
export function isCipherInBoringSsl(name: string): boolean {
  return CIPHERS.test(name)
}

/** Makes Argon2 and ciphers outside BoringSSL's table throw, in this thread, for every way of importing them. */
export function limitToBoringSsl(): void {
  const absent = (name: string) => (): never => {
    throw new Error(`tests/host: crypto.${name} does not exist in Electron (BoringSSL)`)
  }
  const guarded = <Args extends [string, ...unknown[]], Result>(real: (...args: Args) => Result) => {
    return (...args: Args): Result => {
      if (!isCipherInBoringSsl(args[0])) {
        throw new Error(`tests/host: cipher ${args[0]} does not exist in Electron (BoringSSL)`)
      }
      return real(...args)
    }
  }
  Object.assign(crypto, {
    argon2: absent('argon2'),
    argon2Sync: absent('argon2Sync'),
    createCipheriv: guarded(crypto.createCipheriv),
    createDecipheriv: guarded(crypto.createDecipheriv),
  })
  syncBuiltinESMExports()
}

/** Makes `limits`, the address of a module, load first in worker threads that refuse inherited flags (`execArgv`). */
export function limitWorkers(limits: string): void {
  const Real = workerThreads.Worker
  class Worker extends Real {
    constructor(file: string | URL, options: workerThreads.WorkerOptions = {}) {
      const { execArgv } = options
      super(
        file,
        execArgv === undefined ? options : { ...options, execArgv: [...execArgv, '--import', limits] },
      )
    }
  }
  Object.assign(workerThreads, { Worker })
  syncBuiltinESMExports()
}
