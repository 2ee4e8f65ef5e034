/**
 * Markdown of a page of the guide → blocks. Only what the pages use is taken: anything else (HTML, addresses, pictures
 * from elsewhere) is an error, so that nothing is shown in the window that nobody thought of.
 */
import { lexer, type MarkedToken, type Token, type Tokens } from 'marked'
import { type GuideBlock, type GuideInline, plainText } from '../src/renderer/features/guide/guideText.ts'

/** Where the pictures of the guide are, as its pages name it. */
const PICTURE = /^pictures\/([a-z0-9-]+)\.png$/
const PAGE_LINK = /^(?:([A-Za-z0-9-]+)\.md)?(?:#([a-z0-9-]+))?$/

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** What reading needs besides the text. */
export interface Surroundings {
  /** The page itself: a link without a page leads to a heading of it. */
  readonly page: string
  /** The size of a picture by its name; null when it has not been made. */
  readonly picture: (name: string) => PictureSize | null
}

/** The blocks of a page. Throws, with the words that stand there, on anything that the guide does not have. */
export function guideBlocks(markdown: string, surroundings: Surroundings): readonly GuideBlock[] {
  return lexer(markdown).flatMap((token) => blockOf(known(token), surroundings))
}

// marked adds tokens of extensions to its types; none is used here.
const known = (token: Token): MarkedToken => token as MarkedToken

function refused(what: string, token: Token): never {
  throw new Error(`The guide has no ${what}: ${token.raw.trim().slice(0, 80)}`)
}

function blockOf(token: MarkedToken, here: Surroundings): readonly GuideBlock[] {
  switch (token.type) {
    case 'space':
      return []
    case 'heading':
      return [headingOf(token, here)]
    case 'paragraph':
    case 'text':
      return [paragraphOf(token, here)]
    case 'list':
      return [
        {
          kind: 'list',
          isOrdered: token.ordered,
          items: token.items.map((item) => item.tokens.flatMap((each) => blockOf(known(each), here))),
        },
      ]
    case 'table':
      return [
        {
          kind: 'table',
          head: token.header.map((cell) => line(cell.tokens, here)),
          rows: token.rows.map((row) => row.map((cell) => line(cell.tokens, here))),
        },
      ]
    case 'code':
      return [{ kind: 'code', text: token.text }]
    default:
      return refused(token.type, token)
  }
}

function headingOf(token: Tokens.Heading, here: Surroundings): GuideBlock {
  const { depth } = token
  if (depth !== 1 && depth !== 2 && depth !== 3) return refused('heading so deep', token)
  const of = line(token.tokens, here)
  return { kind: 'heading', level: depth, id: headingId(plainText(of)), of }
}

/** A picture stands alone in its paragraph. */
function paragraphOf(token: Tokens.Paragraph | Tokens.Text, here: Surroundings): GuideBlock {
  const tokens = (token.tokens ?? []).map(known)
  const [first] = tokens
  if (first?.type !== 'image' || tokens.length > 1) return { kind: 'paragraph', of: line(tokens, here) }
  const name = PICTURE.exec(first.href)?.[1]
  if (name === undefined || first.text === '') return refused('such picture', token)
  return { kind: 'picture', name, alt: first.text, size: here.picture(name) }
}

function line(tokens: readonly Token[], here: Surroundings): readonly GuideInline[] {
  return tokens.map(known).flatMap((token): readonly GuideInline[] => {
    switch (token.type) {
      case 'text':
        return token.tokens === undefined ? [words(token)] : line(token.tokens, here)
      case 'escape':
        return [token.text]
      case 'strong':
        return [{ kind: 'strong', of: line(token.tokens, here) }]
      case 'em':
        return [{ kind: 'emphasis', of: line(token.tokens, here) }]
      case 'codespan':
        return [{ kind: 'code', text: token.text }]
      case 'link':
        return [linkOf(token, here)]
      default:
        return refused(token.type, token)
    }
  })
}

/** Text without its line breaks, which mean nothing in a paragraph. */
function words(token: Tokens.Text | Tokens.Tag): string {
  if (/&#?\w+;/.test(token.text)) return refused('entity', token)
  return token.text.replace(/\s*\n\s*/g, ' ')
}

function linkOf(token: Tokens.Link, here: Surroundings): GuideInline {
  const [whole, page = here.page, part = null] = PAGE_LINK.exec(token.href) ?? []
  if (whole === undefined || whole === '') return refused('such link', token)
  return { kind: 'link', page, part, of: line(token.tokens, here) }
}

/** The id of a heading as the forges make it of its words, so that a link works there and in the window. */
export function headingId(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}
