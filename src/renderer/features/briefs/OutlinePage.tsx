/** The text of a brief in the order of its layout, as main words it for the pages. Row numbers lead to the records. */
import type { OutlineBlock } from '../../../shared/briefOutline.ts'
import type { PagesRequest } from '../../../shared/ipc/brief.ts'
import { errorText } from '../../errorText.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { visibleText } from '../../visibleText.ts'
import { isolatedIds } from './isolatedIds.ts'
import { RowId } from './RowId.tsx'
import { useGrowing } from './useGrowing.ts'
import { useOutline } from './useOutline.ts'

export function OutlinePage({ request }: { readonly request: PagesRequest }) {
  const t = useText()
  const { outline, isOld, error } = useOutline(request)
  const blocks = outline?.blocks ?? []
  const shown = useGrowing(blocks.length)
  if (error !== null) return <Banner kind="error">{errorText(t, error)}</Banner>
  if (outline === null)
    return (
      <p className="side-part__lead" role="status">
        {t('composer.pages.working')}
      </p>
    )
  const direction = outline.rightToLeft ? 'rtl' : 'ltr'
  return (
    <article className="page" lang={outline.language} dir={direction} aria-busy={isOld}>
      {blocks.slice(0, shown).map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are a text; they have no identity but their place.
        <Block key={at} block={block} direction={direction} />
      ))}
    </article>
  )
}

const HEADINGS = { 1: 'h3', 2: 'h4', 3: 'h5' } as const
const TONES = {
  plain: undefined,
  quiet: 'page__lead',
  strong: 'page__strong',
  warning: 'page__warning',
} as const

interface OfBlock<B extends OutlineBlock> {
  readonly block: B
  readonly direction: 'ltr' | 'rtl'
}

function Block({ block, direction }: OfBlock<OutlineBlock>) {
  const shown = (words: string) => isolatedIds(visibleText(words), direction)
  switch (block.kind) {
    case 'heading': {
      const Heading = HEADINGS[block.level]
      return (
        <Heading className={block.level === 1 ? 'page__title' : undefined} dir="auto">
          {visibleText(block.text)}
        </Heading>
      )
    }
    case 'text':
      return (
        <p className={TONES[block.tone]} dir="auto">
          {visibleText(block.text)}
        </p>
      )
    case 'facts':
      return (
        <dl className="page__facts">
          {block.rows.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{shown(value)}</dd>
            </div>
          ))}
        </dl>
      )
    case 'entry':
      return <Entry block={block} direction={direction} />
    case 'table':
      return <OutlineTable block={block} direction={direction} />
  }
}

function Entry({ block, direction }: OfBlock<Extract<OutlineBlock, { kind: 'entry' }>>) {
  const { number, title, lines, facts } = block
  return (
    <div className="page__claim">
      <p dir="auto">
        {number === '' ? null : (
          <>
            <RowId id={number} />{' '}
          </>
        )}
        <strong>{visibleText(title)}</strong>
      </p>
      {lines.map((line) => (
        <p key={line} dir="auto">
          {visibleText(line)}
        </p>
      ))}
      {facts.length === 0 ? null : (
        <p className="page__grade">{isolatedIds(visibleText(facts.join(' · ')), direction)}</p>
      )}
    </div>
  )
}

function OutlineTable({ block, direction }: OfBlock<Extract<OutlineBlock, { kind: 'table' }>>) {
  const { columns, rows } = block
  return (
    <table className="page__table">
      {columns.length === 0 ? null : (
        <thead>
          <tr>
            {columns.map((column, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name.
              <th key={at} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map((row, y) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are a text; two may say the same.
          <tr key={y}>
            {row.map((cell, x) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
              <td key={x}>{isolatedIds(visibleText(cell), direction)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
