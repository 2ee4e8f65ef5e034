/** The typesetting worker's whole life: load an engine, set the page, rewrite the metadata, answer once. */
import { parentPort, workerData } from 'node:worker_threads'
import { loadNativeTypesetter } from './nativeTypesetter.ts'
import { rewriteMetadata } from './pdfMetadata.ts'
import type { TypesetReply, TypesetRequest } from './typesetMessages.ts'
import type { Engine, Typesetter } from './typesetter.ts'
import { loadWasmTypesetter } from './wasmTypesetter.ts'

const reply = (message: TypesetReply): void => parentPort?.postMessage(message)

async function loadTypesetter(engine: Engine | null): Promise<Typesetter | null> {
  if (engine === 'native') return loadNativeTypesetter()
  if (engine === 'wasm') return loadWasmTypesetter()
  return (await loadNativeTypesetter()) ?? loadWasmTypesetter()
}

async function run(request: TypesetRequest): Promise<TypesetReply> {
  reply({ kind: 'progress', stage: 'load' })
  const typesetter = await loadTypesetter(request.engine)
  if (typesetter === null) {
    return { kind: 'done', result: { ok: false, error: { code: 'brief/engine-missing', messages: [] } } }
  }
  reply({ kind: 'progress', stage: 'typeset' })
  const set = await typesetter.typeset(request)
  if (!set.ok) {
    return { kind: 'done', result: { ok: false, error: { ...set.error, messages: [...set.error.messages] } } }
  }
  reply({ kind: 'progress', stage: 'metadata' })
  const { engine, conforming } = set.value
  const { bytes, pages } = await rewriteMetadata(set.value.bytes, { ...request.metadata, conforming })
  return { kind: 'done', result: { ok: true, value: { bytes, engine, pages } } }
}

// Our own process made this value, from typed code: it is not outside data.
reply(await run(workerData as TypesetRequest))
