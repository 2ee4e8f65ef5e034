/**
 * A finished PDF as pictures, by pdf.js, which the release gate reads it with too. Loaded only when somebody looks at
 * pages. Nothing is fetched, compiled or run but the app's own script: no character maps, no WebAssembly, no scripting,
 * no links. The worker lives as long as the document.
 */
// biome-ignore lint/style/noRestrictedImports: it makes no PDF but shows a finished one (docs/adr/0012).
import { getDocument, PDFWorker } from 'pdfjs-dist'
import PdfJsWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker'

export interface PageSize {
  /** In points of 1/72 inch. */
  readonly width: number
  readonly height: number
}

export interface PdfPicture {
  /** Of each page, from the first. */
  readonly sizes: readonly PageSize[]
  /**
   * Draws a page, counted from 0, `pixels` for each point. Answers with the function that stops it; `onDrawn` is called
   * when the page is there.
   */
  draw(index: number, canvas: HTMLCanvasElement, pixels: number, onDrawn: () => void): () => void
  /** Ends the worker and frees everything. */
  close(): void
}

/** Opens a PDF. The bytes are taken over: they are empty afterwards. Rejects for what is no PDF. */
export async function openPdf(bytes: Uint8Array): Promise<PdfPicture> {
  const thread = new PdfJsWorker()
  const worker = PDFWorker.create({ port: thread })
  const task = getDocument({
    data: bytes,
    worker,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: true,
    verbosity: 0,
  })
  const close = () => {
    void task.destroy().finally(() => {
      worker.destroy()
      thread.terminate()
    })
  }
  try {
    const document = await task.promise
    const sizes: PageSize[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const { width, height } = (await document.getPage(number)).getViewport({ scale: 1 })
      sizes.push({ width, height })
    }
    return {
      sizes,
      close,
      draw: (index, canvas, pixels, onDrawn) => {
        let isStopped = false
        let stop = () => {}
        void document.getPage(index + 1).then((page) => {
          if (isStopped) return
          const viewport = page.getViewport({ scale: pixels })
          canvas.width = Math.floor(viewport.width)
          canvas.height = Math.floor(viewport.height)
          // 0: links and forms are not drawn; nothing on a page can be pressed.
          const drawing = page.render({ canvas, viewport, annotationMode: 0 })
          stop = () => drawing.cancel()
          drawing.promise.then(onDrawn, () => undefined)
        })
        return () => {
          isStopped = true
          stop()
        }
      },
    }
  } catch (error) {
    close()
    throw error
  }
}
