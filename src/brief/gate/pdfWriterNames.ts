/**
 * Names that programs give themselves in the files they write, in the words they always use. They tell which library
 * made a file, and nothing of a log or of the person who ran it.
 */

/** Texts that libraries write where nobody gave one. */
const NOBODY = /^(?:|\(?(?:anonymous|unspecified|untitled|unknown ?application)\)?)$/i

const NAMES = [
  'pdf-lib',
  'ReportLab PDF Library',
  'Typst',
  'MuPDF',
  'GPL Ghostscript',
  'Artifex Ghostscript',
  'pikepdf',
  'qpdf',
  'img2pdf',
  'pypdf',
  'PyPDF2',
  'PyMuPDF',
  'cairo',
  'pdfTeX',
  'LuaTeX',
  'XeTeX',
  'xdvipdfmx',
  'dvips',
  'TeX',
  'LaTeX with hyperref',
  'LibreOffice',
  'OpenOffice(?:\\.org)?',
  'Writer',
  'Calc',
  'Impress',
  'Draw',
  'Skia/PDF',
  'Chromium',
  'Qt',
  'wkhtmltopdf',
  'OpenPDF',
  'iText®?',
  'PDFium',
  'pdfkit',
  'pdfmake',
  'jsPDF',
  'PDFsharp',
  'FPDF',
  'fpdf2',
  'mPDF',
  'TCPDF',
  'dompdf',
  'Prawn',
  'HexaPDF',
  'WeasyPrint',
  'Prince',
  'Apache FOP Version',
  'Apache PDFBox',
  'PoDoFo',
  'Haru Free PDF Library',
  'ImageMagick',
  'groff',
].join('|')
/** A version in digits, a build in brackets, an address of the web: each at most once, in this order. */
const TAIL = String.raw`(?:[ /-](?:version |v|m)?\d[\w.+~-]{0,20})?(?: (?:\[[\w.]{1,20}\]|\([\w .:/+-]{1,60}\)))?(?: (?:- |© ?)?(?:https?:\/\/|www\.)[\w./-]{1,40})?`
const LIBRARY = new RegExp(`^(?:Daybook|https?://(?:www\\.)?imagemagick\\.org/?|(?:${NAMES})${TAIL})$`, 'i')

/** Is a text one that stands for the name of nobody? */
export const isNobody = (text: string): boolean => NOBODY.test(text)

/** Is a text the name of a well-known library, as it writes it? */
export const isLibrary = (text: string): boolean => LIBRARY.test(text)
