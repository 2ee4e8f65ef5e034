/**
 * Every class of leak the gate knows, by the name its findings carry. One table, so that a class cannot be reported
 * without being described here, and none stands here without a planted leak in the tests.
 */

export const LEAK_GROUPS = ['names', 'page', 'structure', 'pictures', 'json', 'process', 'file'] as const
export type LeakGroup = (typeof LEAK_GROUPS)[number]

interface LeakClass {
  readonly group: LeakGroup
  /** One sentence for people: what is wrong with the file. */
  readonly what: string
}

export const LEAK_CLASSES = {
  'leak/identity': { group: 'names', what: 'The name, contact or address of somebody in the log.' },
  'leak/text': { group: 'names', what: 'Protected words of the log: a place, a remark, a title.' },
  'leak/date': { group: 'names', what: 'A day or hour of the log, finer than a brief may say it.' },
  'leak/number': { group: 'names', what: 'A coordinate of the log.' },
  'leak/id': { group: 'names', what: 'An internal id of the log.' },
  'leak/hash': { group: 'names', what: 'A hash of a protected value (MD5, SHA-1, SHA-256 or CRC-32).' },

  'pdf/text-under-box': { group: 'page', what: 'Text under a box that was drawn over it.' },
  'pdf/text-behind-picture': { group: 'page', what: 'Text behind a picture.' },
  'pdf/white-text': {
    group: 'page',
    what: 'Text in the colour of what is behind it: white on white paper, a shape, a pattern, a picture.',
  },
  'pdf/invisible-text': { group: 'page', what: 'Text that is drawn so that nothing shows.' },
  'pdf/tiny-text': { group: 'page', what: 'Text too small to read.' },
  'pdf/text-outside-crop-box': { group: 'page', what: 'Text beside the page or outside its crop box.' },
  'pdf/clipped-text': { group: 'page', what: 'Text cut away by a clipping path.' },
  'pdf/unapplied-redaction': { group: 'page', what: 'A redaction mark that was never applied.' },
  'pdf/gap': { group: 'page', what: 'A gap in a line as wide as the words taken out.' },
  'pdf/mask-length': { group: 'page', what: 'A mask as long as what it hides.' },
  'pdf/unused-glyph': { group: 'page', what: 'A font holds letters that no text of the file uses.' },
  'pdf/unreadable-text': { group: 'page', what: 'Text whose characters the file does not tell.' },
  'pdf/misleading-text': { group: 'page', what: 'Text that looks like one thing and is copied as another.' },
  'pdf/single-letters': { group: 'page', what: 'A word whose letters were placed one by one.' },
  'pdf/picture': { group: 'page', what: 'A picture: what it shows cannot be read, and a brief has none.' },
  'pdf/pixelated': { group: 'page', what: 'A region made coarse or blurred, which can be undone.' },

  'pdf/revisions': { group: 'structure', what: 'Earlier revisions, or objects given twice.' },
  'pdf/unexpected-bytes': {
    group: 'structure',
    what: 'Bytes after the end, or between what a reader reads.',
  },
  'pdf/unreachable-object': { group: 'structure', what: 'An object that nothing refers to.' },
  'pdf/hidden-layer': { group: 'structure', what: 'Layers that can be switched off.' },
  'pdf/metadata': {
    group: 'structure',
    what: 'Document information or XMP beyond the little that is allowed.',
  },
  'pdf/attachment': { group: 'structure', what: 'A file attached.' },
  'pdf/annotation': { group: 'structure', what: 'An annotation other than a plain link.' },
  'pdf/link': { group: 'structure', what: 'A link to an address that the page does not show.' },
  'pdf/action': { group: 'structure', what: 'An action other than following a web address.' },
  'pdf/outline': { group: 'structure', what: 'An outline entry that is on no page.' },
  'pdf/form': { group: 'structure', what: 'A form.' },
  'pdf/script': { group: 'structure', what: 'A script.' },
  'pdf/alternative-text': { group: 'structure', what: 'Alternative or replacement text that is on no page.' },
  'pdf/thumbnail': { group: 'structure', what: 'A small picture of an earlier page.' },
  'pdf/named-destination': { group: 'structure', what: 'Named destinations.' },
  'pdf/page-labels': { group: 'structure', what: 'Page labels.' },
  'pdf/private-data': { group: 'structure', what: 'Private data of an application.' },
  'pdf/unused-resource': { group: 'structure', what: 'A font, picture or form that no page uses.' },
  'pdf/encrypted': { group: 'structure', what: 'Encrypted parts.' },
  'pdf/comment': { group: 'structure', what: 'Comments between the objects.' },
  'pdf/unexpected-key': { group: 'structure', what: 'A key that no brief has.' },
  'pdf/unexpected-type': { group: 'structure', what: 'An object of a type that no brief has.' },
  'pdf/unexpected-font': { group: 'structure', what: 'A font that does not ship with Daybook.' },
  'pdf/structure': { group: 'structure', what: 'Another program cannot read the file.' },
  'pdf/unreadable': { group: 'structure', what: 'The file breaks the rules of PDF.' },
  'pdf/unreadable-stream': { group: 'structure', what: 'A part packed in a way the gate cannot read.' },

  'picture/metadata': {
    group: 'pictures',
    what: 'Metadata: EXIF, XMP, IPTC, maker notes, a preview, a comment.',
  },
  'picture/trailing-data': { group: 'pictures', what: 'Data after the end of the picture.' },
  'picture/pixelated': {
    group: 'pictures',
    what: 'A region made coarse or blurred, which can be undone.',
  },
  'picture/unreadable': { group: 'pictures', what: 'A format or file that cannot be checked.' },

  'json/internal-id': { group: 'json', what: 'Internal ids.' },
  'json/time-ordered-id': { group: 'json', what: 'Ids that tell when a record was made.' },
  'json/sequential-id': { group: 'json', what: 'Ids that tell the order in which records were made.' },
  'json/numbering-gap': { group: 'json', what: 'Numbering or counts that tell what was left out.' },
  'json/timestamp': { group: 'json', what: 'Times of day, or times at which something was entered.' },
  'json/time-zone': { group: 'json', what: 'A time zone.' },
  'json/weekday': { group: 'json', what: 'Days of the week.' },
  'json/author': { group: 'json', what: 'Who wrote or changed a record.' },
  'json/hashed-pseudonym': { group: 'json', what: 'A pseudonym or id that is a hash.' },
  'json/row-order': { group: 'json', what: 'Rows in an order that their values do not show.' },
  'json/uneven-keys': { group: 'json', what: 'Keys that only some rows have.' },
  'json/mask-length': { group: 'json', what: 'A mask as long as what it hides.' },
  'json/extra-digits': { group: 'json', what: 'Numbers with more digits than a coarse value has.' },
  'json/geohash': { group: 'json', what: 'A place written as a geohash or plus code.' },
  'json/redaction-reason': { group: 'json', what: 'Why something was withheld.' },
  'json/file-hash': { group: 'json', what: 'Hash or name of an original file.' },
  'json/beyond-profile': {
    group: 'json',
    what: 'A value finer than the profile that the brief names, or a field that profile does not show.',
  },
  'json/schema': { group: 'json', what: 'Not the form of a brief.' },
  'json/not-canonical': { group: 'json', what: 'Written in another way than a brief is.' },
  'json/forbidden-character': { group: 'json', what: 'Characters that no text needs.' },
  'json/too-deep': { group: 'json', what: 'Nested too deeply to be read.' },
  'json/unreadable': { group: 'json', what: 'Not JSON.' },

  'csv/formula': { group: 'json', what: 'A cell that a spreadsheet would run as a formula.' },
  'csv/form': { group: 'json', what: 'Not the table of a brief, or written in another way.' },

  'file/name': { group: 'process', what: 'The name of the file itself says something protected.' },
  'file/signature-comment': {
    group: 'process',
    what: 'A signature whose comment says a time or a file name.',
  },
  'file/archive': { group: 'process', what: 'An archive: its headers hold names and times.' },

  'file/unknown-type': { group: 'file', what: 'Not a PDF, JSON or picture.' },
  'file/unreadable': { group: 'file', what: 'The gate failed while it read the file.' },
} as const satisfies Readonly<Record<string, LeakClass>>

export type FindingClass = keyof typeof LEAK_CLASSES
