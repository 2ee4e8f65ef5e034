/**
 * Setting a page in type: one interface, two engines of the same compiler (Typst 0.14). The native one is fast but
 * has a binary for some platforms only; the WebAssembly one runs everywhere and can reach neither files nor network.
 */
import { err, type Result } from '../core/result.ts'

export type Engine = 'native' | 'wasm'

/** What an engine works on: bytes only, no path and no folder. */
export interface TypesetJob {
  /** Text of the template, a constant file of the app. */
  readonly template: string
  /** UTF-8 JSON of a BriefPage. */
  readonly dataJson: string
  /** TrueType files in the order that settles ties. */
  readonly fonts: readonly Uint8Array[]
}

export interface TypesetPdf {
  readonly bytes: Uint8Array
  readonly engine: Engine
  /**
   * True when the engine checked PDF/UA-1 and wrote PDF/A-2a. The WebAssembly engine has no such option: its files
   * are tagged the same way but must not declare what nobody checked.
   */
  readonly conforming: boolean
}

/** `brief/engine-missing`: cannot be loaded here. `brief/typeset-failed`: the compiler refused the document. */
export interface TypesetError {
  readonly code: 'brief/engine-missing' | 'brief/typeset-failed'
  /** The compiler's messages about the template; they may quote data, so never for a log file. */
  readonly messages: readonly string[]
}

export interface Typesetter {
  readonly engine: Engine
  typeset(job: TypesetJob): Promise<Result<TypesetPdf, TypesetError>>
}

/** The compiler said no. */
export function typesetFailed(messages: readonly string[]): Result<never, TypesetError> {
  return err({ code: 'brief/typeset-failed', messages })
}
