/** The parts used of modules that ship without types. */
declare module 'fontkit' {
  export interface Font {
    readonly familyName: string
    /** Code points the font has a glyph for. */
    readonly characterSet: number[]
  }
  export function create(bytes: Uint8Array): Font
}

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: { initializeFromPort(port: object): void }
}
