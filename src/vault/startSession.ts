/** Puts together what a session consists of: the engine, the records in memory, and what it knows of the file. */
import { ok, type Result } from '../core/result.ts'
import type { AnchorStore } from './anchors.ts'
import { forgetLastKeys } from './cipher.ts'
import { ContentReader } from './data/ContentReader.ts'
import { JournalAdapter } from './data/JournalAdapter.ts'
import { RecordChunks } from './data/RecordChunks.ts'
import type { VaultSchema } from './data/vaultSchema.ts'
import {
  DEFAULT_POLICY,
  type EngineListener,
  type EnginePolicy,
  type FileState,
  type VaultEngine,
} from './file/engine.ts'
import { KnownFile } from './file/KnownFile.ts'
import { startEngine } from './file/startEngine.ts'
import { META_COLLECTION, META_ID } from './format/lines.ts'
import { type DeriveKey, deriveKey } from './kdf.ts'
import type { KdfParams } from './kdfParams.ts'
import type { Secret } from './secret.ts'
import { type OpeningReport, VaultSession } from './VaultSession.ts'
import { attempt, toVaultError, type VaultError, VaultFailure } from './vaultError.ts'

/** The effects a session has; the defaults are the real ones. */
export interface VaultPorts {
  readonly startEngine: (
    listener: EngineListener,
    policy: EnginePolicy,
    path: string,
  ) => VaultEngine | Promise<VaultEngine>
  readonly policy: EnginePolicy
  readonly now: () => Date
  readonly deriveKey: DeriveKey
  /** Where this device remembers what it last saw of each log. */
  readonly anchors: AnchorStore | null
}

export const REAL_PORTS: VaultPorts = {
  startEngine: (listener, policy, path) => startEngine(listener, policy, path),
  policy: DEFAULT_POLICY,
  now: () => new Date(),
  deriveKey,
  anchors: null,
}

export interface SessionOptions<T extends object> {
  readonly path: string
  readonly schema: VaultSchema<T>
  readonly readOnly: boolean
  readonly kdf?: KdfParams
  readonly ports?: Partial<VaultPorts>
}

export interface Starting<T extends object> {
  readonly ports: VaultPorts
  readonly engine: VaultEngine
  readonly adapter: JournalAdapter<T>
}

export interface Begun {
  readonly state: FileState
  readonly report: OpeningReport
  /** See memorySeal.ts; wiped with the session. */
  readonly memoryKey: Secret
}

/**
 * Starts an engine, lets `begin` bring it to an open log, and makes a session of it; ends the engine when that fails.
 */
export async function startSession<T extends object>(
  options: SessionOptions<T>,
  onReading: ((done: number, total: number) => void) | null,
  begin: (starting: Starting<T>) => Promise<Begun>,
): Promise<Result<VaultSession<T>, VaultError>> {
  const ports = { ...REAL_PORTS, ...options.ports }
  const content = new ContentListener<T>(onReading)
  const engine = await ports.startEngine(content, ports.policy, options.path)
  const file = new KnownFile(engine)
  const chunks = new RecordChunks()
  const adapter: JournalAdapter<T> = new JournalAdapter(options.schema, chunks, {
    now: ports.now,
    append: (transactions, at) => appendTo(engine, file, transactions, at),
  })
  content.file = file
  content.reader = new ContentReader(adapter, chunks)
  const started = await attempt(async () => {
    try {
      const { state, report, memoryKey } = await begin({ ports, engine, adapter })
      if (content.failure !== null) throw content.failure
      // Read now, so that a log of another kind or time is refused now and not at some record.
      if (adapter.collection(META_COLLECTION)?.visible(META_ID) === undefined) {
        throw new VaultFailure({ code: 'vault/invalid-content' })
      }
      file.state = state
      const { readOnly, kdf } = options
      const { now, anchors } = ports
      return new VaultSession({
        engine,
        adapter,
        chunks,
        file,
        onCopying: (listener) => content.listenToCopying(listener),
        report,
        memoryKey,
        readOnly,
        now,
        deriveKey: ports.deriveKey,
        kdf,
        anchors,
      })
    } catch (thrown) {
      // A slot may have been opened already.
      forgetLastKeys()
      await engine.close()
      throw thrown
    }
  })
  return started.ok ? ok(started.value) : started
}

/** Saves at once where the engine can: undefined then. Rejects with a `VaultFailure` when it cannot be saved. */
function appendTo(
  engine: VaultEngine,
  file: KnownFile,
  transactions: readonly (readonly Uint8Array[])[],
  at: string,
): Promise<void> | undefined {
  const refuse = async (thrown: unknown) => {
    await file.refresh()
    const error = toVaultError(thrown)
    throw error === null ? thrown : new VaultFailure(error)
  }
  try {
    const saved = engine.append(transactions, at)
    if (saved instanceof Promise) return saved.then((later) => file.noteSaved(later)).catch(refuse)
    file.noteSaved(saved)
    return undefined
  } catch (thrown) {
    return refuse(thrown)
  }
}

/** Hands content on; what is wrong with it is kept until somebody can be told. */
class ContentListener<T extends object> implements EngineListener {
  readonly #onReading: ((done: number, total: number) => void) | null
  readonly #copying = new Set<(done: number, total: number) => void>()
  reader: ContentReader<T> | null = null
  file: KnownFile | null = null
  failure: unknown = null

  constructor(onReading: ((done: number, total: number) => void) | null) {
    this.#onReading = onReading
  }

  content(parts: Parameters<EngineListener['content']>[0]): void {
    try {
      this.reader?.take(parts)
    } catch (thrown) {
      this.failure ??= thrown
    }
  }

  changed(state: FileState): void {
    if (this.file !== null) this.file.state = state
  }

  progress(step: 'reading' | 'copying', done: number, total: number): void {
    if (step === 'reading') this.#onReading?.(done, total)
    else for (const listener of this.#copying) listener(done, total)
  }

  listenToCopying(listener: (done: number, total: number) => void): () => void {
    this.#copying.add(listener)
    return () => this.#copying.delete(listener)
  }
}
