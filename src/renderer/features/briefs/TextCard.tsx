/**
 * One text as it will leave: what was masked and why, what a reader should look at twice, and on demand the words as they
 * were typed. Words can be marked with the mouse; by keyboard the list does it.
 */
import { useRef, useState } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { visibleText } from '../../visibleText.ts'
import { AliasDialog } from './AliasDialog.tsx'
import type { TextItem, TextState } from './textDecisions.ts'
import type { Segment } from './textSegments.ts'
import type { Marking } from './useMarking.ts'
import type { TextReviewing } from './useTextReview.ts'

export interface TextCardProps {
  readonly item: TextItem
  readonly state: TextState
  /** Of the brief. */
  readonly language: string
  readonly reviewing: TextReviewing
  readonly marking: Marking
  readonly showsOriginal: boolean
  readonly onShowOriginal: (shows: boolean) => void
}

export function TextCard({
  item,
  state,
  language,
  reviewing,
  marking,
  showsOriginal,
  onShowOriginal,
}: TextCardProps) {
  const t = useText()
  const text = useRef<HTMLParagraphElement>(null)
  const { original, policy, places, spans } = item
  const where = places
    .map(({ row, field }) => {
      const name = t(`brief.texts.field.${field}`)
      return row === field ? name : `${row}: ${name}`
    })
    .slice(0, 4)
    .join(' · ')
  const onMouseUp = () => {
    const found = selectedWords(text.current)
    if (found !== null) marking.choose(found.from, found.to)
  }
  return (
    <section className={`text-card text-card--${state}`} aria-label={t('brief.texts.card')}>
      <header className="text-card__head">
        <span>
          <bdi>{where}</bdi>
          {places.length > 4 ? ` · ${t('brief.texts.morePlaces', { count: places.length - 4 })}` : null}
        </span>
        <strong className={`text-card__state text-card__state--${state}`}>
          {t(`brief.texts.state.${state}`)}
        </strong>
      </header>
      <p
        ref={text}
        className="text-card__text"
        lang={showsOriginal ? undefined : language}
        dir="auto"
        onMouseUp={onMouseUp}
      >
        {marking.segments.map((segment) => (
          <SegmentView
            key={segment.start}
            segment={segment}
            showsOriginal={showsOriginal}
            isChosen={
              marking.range !== null &&
              segment.start >= marking.range.start &&
              segment.end <= marking.range.end
            }
          />
        ))}
      </p>
      {marking.range === null ? null : <MarkingBar marking={marking} />}
      {spans.length > 0 ? (
        <Button
          size="small"
          variant="quiet"
          aria-pressed={showsOriginal}
          onPress={() => onShowOriginal(!showsOriginal)}
        >
          {t(showsOriginal ? 'brief.texts.hideOriginal' : 'brief.texts.showOriginal')}
        </Button>
      ) : null}
      <MarksOf item={item} reviewing={reviewing} />
      <p className="side-part__lead">
        {t(policy === 'clean' ? 'brief.texts.cleanLead' : 'brief.texts.textLead')}
      </p>
      {original.length === 0 ? null : <Legend item={item} />}
    </section>
  )
}

function SegmentView({
  segment,
  showsOriginal,
  isChosen,
}: {
  readonly segment: Segment
  readonly showsOriginal: boolean
  readonly isChosen: boolean
}) {
  const t = useText()
  const { kind, text, span, unmatched, start } = segment
  const chosen = isChosen ? ' text-card__chosen' : ''
  if (span !== undefined)
    return (
      <mark className={`text-card__mask${chosen}`} title={t(`brief.why.${span.why}`)}>
        {showsOriginal ? visibleText(text) : <bdi>{span.token}</bdi>}
        <VisuallyHidden>{t('brief.texts.maskedBecause', { why: t(`brief.why.${span.why}`) })}</VisuallyHidden>
      </mark>
    )
  if (kind === 'between')
    return <span className={isChosen ? 'text-card__chosen' : ''}>{visibleText(text)}</span>
  return (
    <span
      data-word={start}
      className={`${unmatched === undefined ? '' : 'text-card__unmatched'}${chosen}`}
      title={unmatched === undefined ? undefined : t(`brief.unmatched.${unmatched}`)}
    >
      {visibleText(text)}
    </span>
  )
}

function MarkingBar({ marking }: { readonly marking: Marking }) {
  const t = useText()
  return (
    <section className="toolbar text-card__marking" aria-label={t('brief.marking.title')}>
      <Button size="small" onPress={() => marking.mask('[person]')}>
        {t('brief.marking.person')}
      </Button>
      <Button size="small" onPress={() => marking.mask('[place]')}>
        {t('brief.marking.place')}
      </Button>
      <Button size="small" onPress={() => marking.mask('[organisation]')}>
        {t('brief.marking.organisation')}
      </Button>
      <Button size="small" variant="quiet" onPress={marking.cancel}>
        {t('brief.marking.cancel')}
      </Button>
      <p className="side-part__lead">{t('brief.marking.keys')}</p>
    </section>
  )
}

/** What the user masked in this text, and what can be done about each. */
function MarksOf({ item, reviewing }: { readonly item: TextItem; readonly reviewing: TextReviewing }) {
  const t = useText()
  const [naming, setNaming] = useState<string | null>(null)
  const marks = reviewing.decisions.marks.filter(({ text }) => text === item.originalKey)
  if (marks.length === 0) return null
  return (
    <ul className="text-card__marks" aria-label={t('brief.marking.yours')}>
      {marks.map((mark) => {
        const word = visibleText(item.original.slice(mark.start, mark.end))
        return (
          <li key={mark.start}>
            <span dir="auto">{t('brief.marking.one', { text: word })}</span>
            <Button size="small" variant="quiet" onPress={() => reviewing.unmask(mark)}>
              {t('brief.marking.remove')}
            </Button>
            {mark.token === '[person]' ? (
              <Button size="small" variant="quiet" onPress={() => setNaming(word)}>
                {t('brief.marking.alias')}
              </Button>
            ) : null}
          </li>
        )
      })}
      {naming === null ? null : <AliasDialog word={naming} onClose={() => setNaming(null)} />}
    </ul>
  )
}

function Legend({ item }: { readonly item: TextItem }) {
  const t = useText()
  if (item.unmatched.length === 0) return null
  return <p className="side-part__lead">{t('brief.texts.unmatched', { count: item.unmatched.length })}</p>
}

/** The words that the mouse selected, by where they start; null when it selected nothing of the text. */
function selectedWords(within: HTMLElement | null): { readonly from: number; readonly to: number } | null {
  const selection = window.getSelection()
  if (within === null || selection === null || selection.isCollapsed) return null
  const words = [...within.querySelectorAll<HTMLElement>('[data-word]')].filter((word) =>
    selection.containsNode(word, true),
  )
  const [first] = words
  const last = words.at(-1)
  if (first === undefined || last === undefined) return null
  return { from: Number(first.dataset.word), to: Number(last.dataset.word) }
}
