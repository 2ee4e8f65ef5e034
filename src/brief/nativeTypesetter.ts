/**
 * Typst as a native module. Its workspace is a folder that does not exist: only shadow files can be read. What it remembers
 * of a document is never let go of piece by piece, which takes a while: it goes with the process.
 */
import { ok, type Result } from '../core/result.ts'
import {
  type TypesetError,
  type TypesetJob,
  type TypesetPdf,
  type Typesetter,
  typesetFailed,
} from './typesetter.ts'

const WORKSPACE = '/nonexistent/daybook'
const MAIN = `${WORKSPACE}/main.typ`

type TypstModule = typeof import('@myriaddreamin/typst-ts-node-compiler')

/** The native engine, or null where there is no binary for this platform. */
export async function loadNativeTypesetter(): Promise<Typesetter | null> {
  try {
    const typst = await import('@myriaddreamin/typst-ts-node-compiler')
    return { engine: 'native', typeset: async (job) => typeset(typst, job) }
  } catch {
    return null
  }
}

function typeset(typst: TypstModule, job: TypesetJob): Result<TypesetPdf, TypesetError> {
  const compiler = typst.NodeCompiler.create({
    workspace: WORKSPACE,
    fontArgs: [
      { fontBlobs: job.fonts.map((font) => Buffer.from(font.buffer, font.byteOffset, font.byteLength)) },
    ],
  })
  try {
    compiler.addSource(MAIN, job.template)
    compiler.mapShadow(`${WORKSPACE}/data.json`, Buffer.from(job.dataJson, 'utf8'))
    const compiled = compiler.compile({ mainFilePath: MAIN })
    const document = compiled.result
    if (document === null) {
      const error = compiled.takeError()
      return typesetFailed(error === null ? [] : compiler.fetchDiagnostics(error).map(diagnosticText))
    }
    // One standard per export: UA-1 is the gate for accessibility, A-2a gives the bytes.
    compiler.pdf(document, { pdfStandard: 'ua-1' })
    const bytes = compiler.pdf(document, { pdfStandard: 'a-2a' })
    return ok({
      bytes: new Uint8Array(bytes),
      engine: 'native',
      conforming: true,
    })
  } catch (error) {
    return typesetFailed([String(error)])
  }
}

function diagnosticText(diagnostic: unknown): string {
  return JSON.stringify(diagnostic)
}
