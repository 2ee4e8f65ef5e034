/** One box of a source graph: the claim, a source item or a source. */
import { Icon } from '../../ui/Icon.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import type { GraphNode } from './graphLayout.ts'
import type { BoxWords } from './useBoxWords.ts'

export interface GraphBoxProps {
  readonly node: GraphNode
  readonly words: BoxWords
  readonly isCompact: boolean
  readonly isActive: boolean
  readonly onActivate: () => void
  readonly onOpen: () => void
}

export function GraphBox({ node, words, isCompact, isActive, onActivate, onOpen }: GraphBoxProps) {
  const classes = ['box', `box--${node.kind}`]
  if (words.isRoot) classes.push('box--root')
  if (words.isDeleted) classes.push('box--deleted')
  if (isCompact) classes.push('box--compact')
  return (
    <button
      type="button"
      className={classes.join(' ')}
      data-box={node.key}
      tabIndex={isActive ? 0 : -1}
      title={words.title}
      onFocus={onActivate}
      onClick={onOpen}
      style={{
        insetInlineStart: node.x,
        insetBlockStart: node.y,
        inlineSize: node.width,
        blockSize: node.height,
      }}
    >
      <span className="box__title" dir="auto">
        {words.title}
      </span>
      {words.detail === '' || (isCompact && node.kind !== 'claim') ? null : (
        <span className="box__detail">
          {words.isRoot ? <Icon name="root" size={12} /> : null}
          <span>{words.detail}</span>
        </span>
      )}
      <VisuallyHidden>{words.rest}</VisuallyHidden>
    </button>
  )
}
