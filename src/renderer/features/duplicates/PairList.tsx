/** The pairs that wait, surest first; arrow keys lead from one to the next. */
import type { RefObject } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import type { ListedPair } from '../../../shared/ipc/duplicates.ts'
import { useText } from '../../text.ts'
import { WhyList } from './WhyList.tsx'

export interface ShownPair extends ListedPair {
  readonly key: string
  readonly one: string
  readonly other: string
  readonly when: string
}

export interface PairListProps {
  readonly list: RefObject<HTMLElement | null>
  readonly pairs: readonly ShownPair[]
  readonly chosen: string
  readonly onChoose: (key: string) => void
}

export function PairList({ list, pairs, chosen, onChoose }: PairListProps) {
  const t = useText()
  return (
    <ListBox
      ref={list as RefObject<HTMLDivElement | null>}
      className="pairs"
      aria-label={t('duplicates.list.label')}
      items={pairs.map((pair) => ({ ...pair, id: pair.key }))}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys
        if (typeof key === 'string') onChoose(key)
      }}
    >
      {(pair) => (
        <ListBoxItem id={pair.key} className="pairs__pair" textValue={`${pair.one} – ${pair.other}`}>
          <span className="pairs__score">
            {t(pair.isLikely ? 'duplicates.likely' : 'duplicates.possible')}
            {' · '}
            {t('duplicates.score', { value: Math.round(pair.bits * 10) / 10 })}
            {' · '}
            <bdi>{pair.when}</bdi>
          </span>
          <span className="pairs__title" dir="auto">
            {pair.one}
          </span>
          <span className="pairs__title" dir="auto">
            {pair.other}
          </span>
          <WhyList why={pair.why} />
        </ListBoxItem>
      )}
    </ListBox>
  )
}
