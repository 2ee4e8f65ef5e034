/** Typst as WebAssembly: any platform, no files, no packages, no network; about four times slower. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { z } from 'zod'
import { ok, type Result } from '../core/result.ts'
import {
  type TypesetError,
  type TypesetJob,
  type TypesetPdf,
  type Typesetter,
  typesetFailed,
} from './typesetter.ts'

type TypstModule = typeof import('@myriaddreamin/typst-ts-web-compiler')

const MAIN = '/main.typ'
const DIAGNOSTICS_AS_TEXT = 3

const compiledSchema = z.object({
  result: z.instanceof(Uint8Array).optional(),
  diagnostics: z.array(z.unknown()).optional(),
})

let started: Promise<TypstModule> | undefined

/** The WebAssembly engine, or null when its module cannot be read. */
export async function loadWasmTypesetter(): Promise<Typesetter | null> {
  try {
    started ??= start()
    const typst = await started
    return { engine: 'wasm', typeset: (job) => typeset(typst, job) }
  } catch {
    started = undefined
    return null
  }
}

async function start(): Promise<TypstModule> {
  const typst = await import('@myriaddreamin/typst-ts-web-compiler')
  const file = createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm')
  await typst.default({ module_or_path: await readFile(file) })
  return typst
}

async function typeset(typst: TypstModule, job: TypesetJob): Promise<Result<TypesetPdf, TypesetError>> {
  const builder = new typst.TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of job.fonts) await builder.add_raw_font(font)
  const compiler = await builder.build()
  try {
    compiler.add_source(MAIN, job.template)
    compiler.map_shadow('/data.json', new TextEncoder().encode(job.dataJson))
    const compiled = compiledSchema.parse(compiler.compile(MAIN, null, 'pdf', DIAGNOSTICS_AS_TEXT))
    if (compiled.result === undefined) {
      return typesetFailed((compiled.diagnostics ?? []).map((each) => JSON.stringify(each)))
    }
    return ok({ bytes: compiled.result, engine: 'wasm', conforming: false })
  } catch (error) {
    return typesetFailed([String(error)])
  } finally {
    compiler.free()
  }
}
