/**
 * The release gate for PDF. Two readers, neither the writers' own: PDF.js for what a person sees (pdfShown.ts), and a
 * small parser of ours for every byte of the file, objects that nothing refers to included (pdfObjects.ts). Each has a
 * thread of its own, and this file loads neither.
 */

/**
 * Whose file it is: made here a moment ago from redacted data, a brief by its own words, or any other file. The first
 * two are held to what our writers write, the last to what pages are made of.
 */
export type PdfOrigin = 'made' | 'brief' | 'any'

export interface PdfToRead {
  readonly bytes: Uint8Array
  readonly origin: PdfOrigin
  /** Does a protected value have letters of scripts that random bytes turn into? */
  readonly hasFarScripts: boolean
}

/** What its bytes and objects say, to the last byte, and what its pages show. Either takes about as long. */
export type PdfPart = 'objects' | 'pages'
