/**
 * What may stand in a PDF's structure, as lists of names. Two of them: what our two writers write, for briefs; and,
 * for files that somebody else's program made, what ordinary pages are made of. What neither names is a finding, so
 * that inventions of tomorrow need no rule each. Names that are known leaks have their class.
 */
import type { FindingClass } from './leakClasses.ts'

export const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const joined = (...sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => [...set]))

export interface Allowed {
  readonly keys: ReadonlySet<string>
  readonly catalog: ReadonlySet<string>
  readonly trailer: ReadonlySet<string>
  readonly info: ReadonlySet<string>
  readonly types: ReadonlySet<string>
  readonly subtypes: ReadonlySet<string>
  /** Under these keys the names are the writer's own choice (`f0`, `c1`, `Strong`). */
  readonly freeUnder: ReadonlySet<string>
  /** Must every font be a shipped one? */
  readonly ownFontsOnly: boolean
  /** May a file be put in order for the web? */
  readonly linearized: boolean
  /** The second line: bytes beyond ASCII, so that nobody takes the file for text. */
  readonly mark: RegExp
  readonly comments: RegExp
}

/** A brief, as our two writers write it. */
export const BRIEF: Allowed = {
  keys: words(`
    Type Subtype S Length Filter N First Last Index W Size Root Info ID Prev Next Parent Kids Count Names Nums
    Pages Outlines Metadata MarkInfo Marked Suspects Lang ViewerPreferences Direction DisplayDocTitle Title Dest
    StructTreeRoot RoleMap ParentTree ParentTreeNextKey IDTree K P Pg MCID Obj A O T Alt Scope Headers Placement
    ListNumbering TextDecorationType BorderColor BorderStyle BorderThickness RowSpan ColSpan Summary BBox Width
    Height MediaBox Resources Contents Tabs StructParent StructParents Annots Rect F Border URI ProcSet Font
    ColorSpace ExtGState BaseFont FontName FontBBox FontDescriptor FontFile2 FontFile3 DescendantFonts Encoding
    ToUnicode CIDSystemInfo CIDToGIDMap CIDSet Registry Ordering Supplement WMode DW Ascent Descent CapHeight XHeight
    ItalicAngle StemV Flags OutputIntents OutputCondition OutputConditionIdentifier RegistryName DestOutputProfile
    Range Alternate CreationDate ModDate Creator Producer Author Subject`),
  catalog: words('Type Pages Outlines Metadata MarkInfo Lang ViewerPreferences StructTreeRoot OutputIntents'),
  trailer: words('Type Size Root Info ID W Index Length Filter'),
  info: words('Title Subject Author Creator Producer CreationDate ModDate'),
  types: words(`
    Catalog Pages Page Font FontDescriptor Metadata StructTreeRoot StructElem MCR OBJR Outlines OutputIntent Annot
    Action CMap ObjStm XRef ExtGState`),
  subtypes: words('XML Type0 CIDFontType2 CIDFontType0 CIDFontType0C OpenType Link'),
  freeUnder: words('Font ColorSpace ExtGState RoleMap'),
  ownFontsOnly: true,
  linearized: false,
  mark: /^%[\x80-\xff]{4}$/,
  // What qpdf writes when it spreads a file out for reading: numbers only.
  comments:
    /^%(?:QDF-1\.0|% (?:Original object ID: \d+ \d+|Contents for page \d+|Page \d+|Object stream: object \d+, index \d+))$/,
}

/** Ordinary pages of any program (ISO 32000-1): text, drawings, fonts, tags. */
export const ANY_PDF: Allowed = {
  keys: joined(
    BRIEF.keys,
    words(`
      Widths FirstChar LastChar Name FontFile Length1 Length2 Length3 MissingWidth AvgWidth MaxWidth StemH Leading
      FontFamily FontStretch FontWeight CharSet Differences BaseEncoding CharProcs FontMatrix DW2 W2 UseCMap CMapName
      DecodeParms Predictor Columns Colors BitsPerComponent EarlyChange Extends
      Rotate Trans CropBox BleedBox TrimBox ArtBox UserUnit Group CS I XObject Pattern Shading Properties
      PatternType PaintType TilingType XStep YStep Matrix ShadingType Function Functions Domain C0 C1 Bounds Encode
      Coords Extend FunctionType BitsPerSample Decode Background AntiAlias FormType Black White Gamma WhitePoint
      BlackPoint LW LC LJ ML D RI OP op OPM SA BM ca CA AIS TK BG BG2 UCR UCR2 TR TR2 HT FL SM SMask
      PageMode PageLayout Version Extensions BaseVersion ExtensionLevel Keywords Trapped GTS_PDFXVersion
      HideToolbar HideMenubar HideWindowUI FitWindow CenterWindow NonFullScreenPageMode PrintScaling Duplex ViewArea
      ViewClip PrintArea PrintClip PickTrayByPDFSize NumCopies Border BS C H QuadPoints P NM M Contents
      UserProperties R ClassMap NS Namespaces Ref ID StartIndent EndIndent SpaceBefore SpaceAfter TextAlign TextIndent
      WritingMode LineHeight BaselineShift Color BackgroundColor Padding BlockAlign InlineAlign ColumnCount
      Type1 Info SE OutputProfile DefaultRGB DefaultGray DefaultCMYK Intent Lab DeviceN Stm Title OpenAction DocChecksum`),
  ),
  catalog: joined(BRIEF.catalog, words('Version Extensions PageMode PageLayout OpenAction')),
  // LibreOffice adds a checksum of the file; its value is held against the log like every name.
  trailer: joined(BRIEF.trailer, words('DecodeParms DocChecksum')),
  info: joined(BRIEF.info, words('Keywords Trapped PTEX.Fullbanner')),
  types: joined(
    BRIEF.types,
    words(
      'Group XObject Pattern Encoding Border Mask Halftone Trans ViewerPreferences DeveloperExtensions Namespace',
    ),
  ),
  subtypes: joined(
    BRIEF.subtypes,
    words('Type1 TrueType Type3 MMType1 Type1C Form Artifact Pagination Layout Page Background'),
  ),
  freeUnder: joined(
    BRIEF.freeUnder,
    words('XObject Pattern Shading Properties CharProcs ClassMap Extensions Colorants'),
  ),
  ownFontsOnly: false,
  linearized: true,
  mark: /^%[\x80-\xff]{1,8}(?: ReportLab Generated PDF document http:\/\/www\.reportlab\.com)?$/,
  // qpdf and cairo number things; ReportLab, iText and Ghostscript sign, the last without the names of files.
  comments: new RegExp(
    [
      String.raw`^%(?:QDF-1\.0|QDF: ignore_newline(?:_then_endstream)?| ?\d{1,6}`,
      String.raw`% (?:Original object ID: \d+ \d+|Contents for page \d+|Page \d+|Object stream: object \d+, index \d+)`,
      String.raw` ReportLab generated PDF document -- digest \(http:\/\/www\.reportlab\.com\)`,
      String.raw`iText(?:-[A-Za-z]+)*-\d[\w.+-]{0,20}`,
      String.raw`%Invocation: (?:path\/)?gs(?: (?:-[A-Za-z0-9=?-]+(?:\.\d+)?|\?|-))*)\s*$`,
    ].join('|'),
  ),
}

/** Keys that are a leak wherever they stand. */
export const LEAKING_KEYS: ReadonlyMap<string, FindingClass> = new Map<string, FindingClass>([
  ['EmbeddedFiles', 'pdf/attachment'],
  ['EmbeddedFile', 'pdf/attachment'],
  ['EF', 'pdf/attachment'],
  ['AF', 'pdf/attachment'],
  ['UF', 'pdf/attachment'],
  ['Collection', 'pdf/attachment'],
  ['RichMediaContent', 'pdf/attachment'],
  ['JavaScript', 'pdf/script'],
  ['JS', 'pdf/script'],
  ['AA', 'pdf/action'],
  ['AcroForm', 'pdf/form'],
  ['XFA', 'pdf/form'],
  ['FT', 'pdf/form'],
  ['Fields', 'pdf/form'],
  ['OCProperties', 'pdf/hidden-layer'],
  ['OCGs', 'pdf/hidden-layer'],
  ['OC', 'pdf/hidden-layer'],
  ['Thumb', 'pdf/thumbnail'],
  ['Dests', 'pdf/named-destination'],
  ['PageLabels', 'pdf/page-labels'],
  ['PieceInfo', 'pdf/private-data'],
  ['LastModified', 'pdf/private-data'],
  ['Private', 'pdf/private-data'],
  ['SpiderInfo', 'pdf/private-data'],
  ['ActualText', 'pdf/alternative-text'],
  ['Encrypt', 'pdf/encrypted'],
  ['XRefStm', 'pdf/revisions'],
  ['OverlayText', 'pdf/unapplied-redaction'],
  ['RO', 'pdf/unapplied-redaction'],
  ['AP', 'pdf/annotation'],
  ['Popup', 'pdf/annotation'],
  ['RC', 'pdf/annotation'],
  ['IRT', 'pdf/annotation'],
  ['ImageMask', 'pdf/picture'],
])

/** Values of /Type, /Subtype and /S that are a leak. */
export const LEAKING_TYPES: ReadonlyMap<string, FindingClass> = new Map<string, FindingClass>([
  ['Filespec', 'pdf/attachment'],
  ['EmbeddedFile', 'pdf/attachment'],
  ['FileAttachment', 'pdf/attachment'],
  ['RichMedia', 'pdf/attachment'],
  ['Sound', 'pdf/attachment'],
  ['Movie', 'pdf/attachment'],
  ['Screen', 'pdf/attachment'],
  ['3D', 'pdf/attachment'],
  ['Rendition', 'pdf/action'],
  ['JavaScript', 'pdf/script'],
  ['Launch', 'pdf/action'],
  ['GoToR', 'pdf/action'],
  ['GoToE', 'pdf/action'],
  ['GoToDp', 'pdf/action'],
  ['GoTo3DView', 'pdf/action'],
  ['Named', 'pdf/action'],
  ['Hide', 'pdf/action'],
  ['Thread', 'pdf/action'],
  ['SetOCGState', 'pdf/hidden-layer'],
  ['RichMediaExecute', 'pdf/action'],
  ['SubmitForm', 'pdf/form'],
  ['ImportData', 'pdf/form'],
  ['ResetForm', 'pdf/form'],
  ['Widget', 'pdf/form'],
  ['Sig', 'pdf/form'],
  ['OCG', 'pdf/hidden-layer'],
  ['OCMD', 'pdf/hidden-layer'],
  ['Redact', 'pdf/unapplied-redaction'],
  ['Image', 'pdf/picture'],
  ['Text', 'pdf/annotation'],
  ['FreeText', 'pdf/annotation'],
  ['Line', 'pdf/annotation'],
  ['Square', 'pdf/annotation'],
  ['Circle', 'pdf/annotation'],
  ['Polygon', 'pdf/annotation'],
  ['PolyLine', 'pdf/annotation'],
  ['Highlight', 'pdf/annotation'],
  ['Underline', 'pdf/annotation'],
  ['Squiggly', 'pdf/annotation'],
  ['StrikeOut', 'pdf/annotation'],
  ['Stamp', 'pdf/annotation'],
  ['Caret', 'pdf/annotation'],
  ['Ink', 'pdf/annotation'],
  ['Popup', 'pdf/annotation'],
  ['Watermark', 'pdf/annotation'],
  ['PrinterMark', 'pdf/annotation'],
])

/** What an action may be that does more than show a place: values of /S, of which a tag has none. */
export const ACTIONS: ReadonlySet<string> = words(`
  JavaScript Launch GoToR GoToE GoToDp GoTo3DView Named Hide Thread SetOCGState RichMediaExecute Rendition Sound Movie
  SubmitForm ImportData ResetForm`)
