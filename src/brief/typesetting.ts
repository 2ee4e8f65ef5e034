/** The whole life of a process that sets pages: load an engine, set the page, rewrite the metadata, answer once. */
import { readFonts } from './fonts.ts'
import { loadNativeTypesetter } from './nativeTypesetter.ts'
import { rewriteMetadata } from './pdfMetadata.ts'
import type { TypesetReply, TypesetRequest } from './typesetMessages.ts'
import type { Engine, Typesetter } from './typesetter.ts'
import { loadWasmTypesetter } from './wasmTypesetter.ts'

type Tell = (reply: TypesetReply) => void

/** Sets the pages and tells how far it is; the last that it tells is `done` or `failed`. */
export async function setPages(request: TypesetRequest, tell: Tell): Promise<void> {
  try {
    tell(await run(request, tell))
  } catch (error) {
    tell({ kind: 'failed', defect: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

async function loadTypesetter(engine: Engine | null): Promise<Typesetter | null> {
  if (engine === 'native') return loadNativeTypesetter()
  if (engine === 'wasm') return loadWasmTypesetter()
  return (await loadNativeTypesetter()) ?? loadWasmTypesetter()
}

async function run({ resourcesDir, ...request }: TypesetRequest, tell: Tell): Promise<TypesetReply> {
  tell({ kind: 'progress', stage: 'load' })
  const [typesetter, fonts] = await Promise.all([loadTypesetter(request.engine), readFonts(resourcesDir)])
  if (typesetter === null) {
    return { kind: 'done', result: { ok: false, error: { code: 'brief/engine-missing', messages: [] } } }
  }
  tell({ kind: 'progress', stage: 'typeset' })
  const set = await typesetter.typeset({ ...request, fonts })
  if (!set.ok) {
    return { kind: 'done', result: { ok: false, error: { ...set.error, messages: [...set.error.messages] } } }
  }
  tell({ kind: 'progress', stage: 'metadata' })
  const { engine, conforming } = set.value
  const { bytes, pages } = await rewriteMetadata(set.value.bytes, { ...request.metadata, conforming })
  return { kind: 'done', result: { ok: true, value: { bytes, engine, pages } } }
}
