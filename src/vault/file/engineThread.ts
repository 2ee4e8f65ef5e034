/**
 * The engine in a thread of its own, so that neither a slow disk nor a large log holds up the window. Ending the thread
 * gives its memory back, keys included.
 */
import { Worker } from 'node:worker_threads'
import { realDisk } from '../disk.ts'
import { releaseAbandonedLock } from '../lock.ts'
import { type VaultError, VaultFailure } from '../vaultError.ts'
import { findWorker } from '../workerFile.ts'
import type { EngineListener, EnginePolicy, HeldLock, VaultEngine } from './engine.ts'
import type { EngineMessage, EngineRequest, EngineThreadData } from './engineMessages.ts'

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (reason: unknown) => void
}

/** Starts the thread. It lives until `close`. */
export function startEngineThread(listener: EngineListener, policy: EnginePolicy): VaultEngine {
  const data: EngineThreadData = { policy }
  // No environment, no inherited flags: the thread needs neither, and a debugger has no business there.
  const worker = new Worker(findWorker('journalWorker', './file/journalWorker.ts'), {
    env: {},
    execArgv: [],
    argv: [],
    workerData: data,
  })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let ended: VaultError | null = null
  const locks: HeldLock[] = []

  const end = () => {
    if (ended !== null) return
    ended = { code: 'vault/thread-ended' }
    for (const { path, id } of locks) releaseAbandonedLock(realDisk, path, id)
    for (const { reject } of waiting.values()) reject(new VaultFailure(ended))
    waiting.clear()
  }
  worker.on('message', (message: EngineMessage) => {
    if (message.kind === 'content') return listener.content(message.parts)
    if (message.kind === 'changed') return listener.changed(message.state)
    if (message.kind === 'progress') return listener.progress(message.step, message.done, message.total)
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.kind === 'done') call?.resolve(message.value as never)
    else if (message.kind === 'failed') call?.reject(new VaultFailure(message.error))
    else call?.reject(new Error(`in the thread of the log: ${message.stack}`))
  })
  worker.on('error', end)
  worker.on('exit', end)

  const ask = <V>(call: keyof VaultEngine, args: readonly unknown[], handOver: Uint8Array[] = []) =>
    new Promise<V>((resolve, reject) => {
      if (ended !== null) return reject(new VaultFailure(ended))
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      const request: EngineRequest = { id: lastId, call, args }
      const buffers = handOver.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer)
      worker.postMessage(request, [...new Set(buffers)])
    })

  const held = async (begun: Promise<HeldLock>): Promise<HeldLock> => {
    const lock = await begun
    locks.push(lock)
    return lock
  }

  return {
    open: async (request) => {
      const opened = await ask<Awaited<ReturnType<VaultEngine['open']>>>('open', [request])
      if (opened.lockId !== null) locks.push({ path: opened.path, id: opened.lockId })
      return opened
    },
    unlock: (dataKey) => ask('unlock', [dataKey], [dataKey]),
    salvage: (dataKey) => ask('salvage', [dataKey], [dataKey]),
    cancel: (task) => ask('cancel', [task]),
    mustBeFree: (path) => ask('mustBeFree', [path]),
    beginLog: (request) => held(ask('beginLog', [request], [request.dataKey, request.slot.key])),
    beginCopy: (request) => held(ask('beginCopy', [request])),
    feed: (part) => ask('feed', [part], [part]),
    finish: (at, meta) => ask('finish', [at, meta]),
    giveUp: () => ask('giveUp', []),
    append: (transactions, at) => ask('append', [transactions, at], transactions.flat()),
    state: () => ask('state', []),
    compact: () => ask('compact', []),
    backup: (path, task) => ask('backup', [path, task]),
    changeSlots: (request) => ask('changeSlots', [request], request.add === null ? [] : [request.add.key]),
    rekey: (request, task) => ask('rekey', [request, task], [request.slot.key, request.dataKey]),
    close: async () => {
      if (ended === null) await ask('close', []).catch(() => undefined)
      ended ??= { code: 'vault/closed' }
      await worker.terminate()
    },
  }
}
