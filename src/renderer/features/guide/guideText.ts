/** The guide as the window has it: data made from docs/user when the app is built, and nothing that could take effect. */

export type GuideInline =
  | string
  | { readonly kind: 'strong' | 'emphasis'; readonly of: readonly GuideInline[] }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'link'
      /** The page, and the id of a heading on it; null for its beginning. */
      readonly page: string
      readonly part: string | null
      readonly of: readonly GuideInline[]
    }

export type GuideBlock =
  | {
      readonly kind: 'heading'
      readonly level: 1 | 2 | 3
      readonly id: string
      readonly of: readonly GuideInline[]
    }
  | { readonly kind: 'paragraph'; readonly of: readonly GuideInline[] }
  | {
      readonly kind: 'list'
      readonly isOrdered: boolean
      readonly items: readonly (readonly GuideBlock[])[]
    }
  | {
      readonly kind: 'table'
      readonly head: readonly (readonly GuideInline[])[]
      readonly rows: readonly (readonly (readonly GuideInline[])[])[]
    }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'picture'
      /** The name of its file without the ending. */
      readonly name: string
      /** What is to be seen on it. */
      readonly alt: string
      /** CSS pixels; null while it is not there, since a build must come before the pictures made with it. */
      readonly size: { readonly width: number; readonly height: number } | null
    }

export interface GuidePage {
  /** The name of its file without the ending; `README` is the first page. */
  readonly id: string
  readonly title: string
  readonly blocks: readonly GuideBlock[]
}

/** Pages under one head of the contents, by their ids. */
export interface GuideGroup {
  readonly title: string
  readonly pages: readonly string[]
}

export interface Guide {
  readonly groups: readonly GuideGroup[]
  readonly pages: readonly GuidePage[]
}

/** The page that the guide begins with. */
export const FIRST_PAGE = 'README'

/** The words of a line, without what is written bold or as a link. */
export function plainText(line: readonly GuideInline[]): string {
  return line
    .map((part) => (typeof part === 'string' ? part : part.kind === 'code' ? part.text : plainText(part.of)))
    .join('')
}
