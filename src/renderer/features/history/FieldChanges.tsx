/** What one entry changed: each field with what stood there and what stands there now. */
import type { FieldChangeView, Passage } from '../../../shared/ipc/history.ts'
import { useText } from '../../text.ts'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { visibleTurns } from '../../visibleText.ts'
import type { HistoryWords } from './historyWords.ts'

export interface FieldChangesProps {
  readonly changes: readonly FieldChangeView[]
  readonly words: HistoryWords
}

export function FieldChanges({ changes, words }: FieldChangesProps) {
  return (
    <dl className="rec-history__changes">
      {changes.map((change) =>
        change.form === 'locked' ? null : (
          <div key={change.field} className="rec-history__change">
            <dt>{words.field(change.field)}</dt>
            <dd>
              <Change change={change} words={words} />
            </dd>
          </div>
        ),
      )}
    </dl>
  )
}

interface ChangeProps {
  readonly change: Exclude<FieldChangeView, { form: 'locked' }>
  readonly words: HistoryWords
}

function Change({ change, words }: ChangeProps) {
  const t = useText()
  switch (change.form) {
    case 'value':
      return (
        <>
          <Gone label={t('history.change.was')}>{words.value(change.field, change.old, change.links)}</Gone>
          <New label={t('history.change.is')}>{words.value(change.field, change.new, change.links)}</New>
        </>
      )
    case 'text':
      return (
        <>
          <Gone label={t('history.change.was')}>{passageText(change.old)}</Gone>
          <New label={t('history.change.is')}>{passageText(change.new)}</New>
        </>
      )
    case 'list': {
      const { field, removed, added, links } = change
      if (removed.length === 0 && added.length === 0) return t('history.change.moved')
      return (
        <>
          {keyed(removed.map((entry) => words.value(field, entry, links))).map(([key, text]) => (
            <Gone key={`-${key}`} label={t('history.change.removed')}>
              {text}
            </Gone>
          ))}
          {keyed(added.map((entry) => words.value(field, entry, links))).map(([key, text]) => (
            <New key={`+${key}`} label={t('history.change.added')}>
              {text}
            </New>
          ))}
        </>
      )
    }
  }
}

interface MarkProps {
  readonly label: string
  readonly children: string
}

function Gone({ label, children }: MarkProps) {
  return (
    <del className="rec-history__gone">
      <VisuallyHidden>{`${label}: `}</VisuallyHidden>
      <bdi>{children}</bdi>
    </del>
  )
}

function New({ label, children }: MarkProps) {
  return (
    <ins className="rec-history__new">
      <VisuallyHidden>{`${label}: `}</VisuallyHidden>
      <bdi>{children}</bdi>
    </ins>
  )
}

const passageText = ({ text, isStart, isEnd }: Passage): string =>
  `${isStart ? '' : '…'}${visibleTurns(text)}${isEnd ? '' : '…'}`

/** A key for each text of a list that may hold equal ones. */
function keyed(texts: readonly string[]): readonly (readonly [key: string, text: string])[] {
  const seen = new Map<string, number>()
  return texts.map((text) => {
    const times = seen.get(text) ?? 0
    seen.set(text, times + 1)
    return [`${times} ${text}`, text]
  })
}
