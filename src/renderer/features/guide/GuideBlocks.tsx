/** Paragraphs, lists, tables and pictures of a page of the guide. */
import { PICTURES } from 'virtual:guide'
import { GuideLine } from './GuideLine.tsx'
import { type GuideBlock, plainText } from './guideText.ts'
import { inOrder } from './inOrder.ts'

type BlockOf<Kind extends GuideBlock['kind']> = Extract<GuideBlock, { kind: Kind }>

export function GuideBlocks({ blocks }: { readonly blocks: readonly GuideBlock[] }) {
  return inOrder(blocks).map(({ key, part }) => <Block key={key} block={part} />)
}

function Block({ block }: { readonly block: GuideBlock }) {
  switch (block.kind) {
    case 'heading':
      return <GuideHeading heading={block} />
    case 'paragraph':
      return (
        <p>
          <GuideLine line={block.of} />
        </p>
      )
    case 'list':
      return <GuideList list={block} />
    case 'table':
      return <GuideTable table={block} />
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page must be reachable by keyboard.
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      )
    case 'picture':
      return <GuidePicture picture={block} />
  }
}

/** The page stands under the title of the dialog. */
function GuideHeading({ heading }: { readonly heading: BlockOf<'heading'> }) {
  const words = <GuideLine line={heading.of} />
  // Where a link leads, the reading goes on.
  const rest = { 'data-part': heading.id, tabIndex: -1 }
  if (heading.level === 1) return <h3 {...rest}>{words}</h3>
  return heading.level === 2 ? <h4 {...rest}>{words}</h4> : <h5 {...rest}>{words}</h5>
}

function GuideList({ list }: { readonly list: BlockOf<'list'> }) {
  const items = inOrder(list.items).map(({ key, part }) => (
    <li key={key}>
      <Item blocks={part} />
    </li>
  ))
  return list.isOrdered ? <ol>{items}</ol> : <ul>{items}</ul>
}

/** An item of one line needs no paragraph. */
function Item({ blocks }: { readonly blocks: readonly GuideBlock[] }) {
  const [first, ...rest] = blocks
  if (first?.kind !== 'paragraph') return <GuideBlocks blocks={blocks} />
  return (
    <>
      <GuideLine line={first.of} />
      <GuideBlocks blocks={rest} />
    </>
  )
}

function GuideTable({ table }: { readonly table: BlockOf<'table'> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the page must be reachable by keyboard.
    <section className="guide__table" tabIndex={0} aria-label={table.head.map(plainText).join(', ')}>
      <table>
        <thead>
          <tr>
            {inOrder(table.head).map(({ key, part }) => (
              <th key={key} scope="col">
                <GuideLine line={part} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(table.rows).map((row) => (
            <tr key={row.key}>
              {inOrder(row.part).map(({ key, part }) => (
                <td key={key}>
                  <GuideLine line={part} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function GuidePicture({ picture: { name, alt, size } }: { readonly picture: BlockOf<'picture'> }) {
  if (size === null) return <p className="guide__missing">{alt}</p>
  return <img className="guide__picture" src={PICTURES[name]} alt={alt} {...size} />
}
