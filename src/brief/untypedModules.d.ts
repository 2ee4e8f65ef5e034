/** The parts used of modules that ship without types. */
declare module 'fontkit' {
  export interface Font {
    readonly familyName: string
    readonly fullName: string
    readonly unitsPerEm: number
    /** Code points the font has a glyph for. */
    readonly characterSet: number[]
    /** Widths are in parts of an em. */
    layout(text: string): { readonly advanceWidth: number }
  }
  export function create(bytes: Uint8Array): Font
}

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: { initializeFromPort(port: object): void }
}
