/**
 * Words that every brief's file is made of, whatever the log holds: names and operators of PDF, names of the shipped
 * fonts, keys and codes of the JSON form. Somebody called "Mark" must not be found in /MarkInfo.
 */

import { briefJsonSchema, placesJsonSchema, reviewsJsonSchema } from '../briefSchema.ts'
import { CSV_COLUMNS } from '../exports/incidentsCsv.ts'

const PDF_WORDS = `obj endobj stream endstream xref trailer startxref EOF PDF true false null
BT ET Tf Tj TJ Td Tm BDC BMC EMC MP DP gs cm re Do def dict begin end pop findresource defineresource currentdict
beginbfchar endbfchar beginbfrange endbfrange begincodespacerange endcodespacerange begincmap endcmap usecmap
Span MCID ReversedChars Type StructElem Pg Table Headers TD Artifact ActualText TR Layout Div Placement Block MCR
None Parent Subtype Title XYZ Pagination Dest Attached Length Prev Next Font Contents Strong Lang ID rdf TH Solid
Scope Lbl LI LBody Column BorderThickness BorderStyle BorderColor ProcSet H1 H2 H3 Top Text StructParents Resources
Page MediaBox ImageC ImageB Header Footer ColorSpace Bottom URI Link Count WMode Underline TextDecorationType
Supplement StructParent Registry Rect Ordering Obj OBJR Last FontDescriptor First CMap CIDSystemInfo Border BaseFont
Annot Annots Action Type0 ToUnicode THead TBody StructTreeRoot StemV Pages Outlines Metadata ListNumbering List
ItalicAngle Info Identity FontName FontFile2 FontBBox Flags Figure Encoding Descent DescendantFonts DW Custom
CapHeight CMapVersion CMapType CMapName CIDToGIDMap CIDSet CIDInit CIDFontType2 Ascent Alt Tabs XML
ViewerPreferences Terms Suspects Subject Size Root RoleMap RegistryName Range Part ParentTreeNextKey ParentTree
OutputIntents OutputIntent OutputConditionIdentifier OutputCondition Nums Names ModDate Marked MarkInfo Kids IDTree
ICCBased GTS_PDFA1 Document DisplayDocTitle Direction DestOutputProfile Datetime Creator CreationDate Catalog
Producer Author Keywords Filter FlateDecode DecodeParms Predictor Columns ObjStm XRef Index Extends Note Sect Caption
Aside Formula Quote BlockQuote Code Index TOC TOCI Regular Bold Noto Sans Naskh Arabic Devanagari SC Adobe UCS sRGB
application pdf version uri http https mailto x default begin end id Daybook`

/** What exiftool calls the parts of a brief's metadata: "NamespaceURI" is no Юрий. */
const TOOL_LABELS =
  'SchemasSchema SchemasNamespaceURI SchemasPrefix SchemasPropertyName SchemasPropertyValueType'

let words: readonly string[] | null = null

/** One string per word. Made when first asked for: most starts of the app check no file. */
export function fileVocabulary(): readonly string[] {
  words ??= [
    ...`${PDF_WORDS} ${TOOL_LABELS}`.split(/\s+/),
    ...[briefJsonSchema(), placesJsonSchema(), reviewsJsonSchema()].flatMap(schemaWords),
    ...CSV_COLUMNS,
  ]
  return words
}

/** Keys and codes that the published schema names. */
function schemaWords(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(schemaWords)
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'properties' && typeof value === 'object' && value !== null) {
      return [...Object.keys(value), ...schemaWords(Object.values(value))]
    }
    if (key === 'enum' && Array.isArray(value)) return value.map(String)
    return key === 'const' ? [String(value)] : schemaWords(value)
  })
}
