/** Pairs of records that may be of one incident: found, looked at side by side, decided, and remembered as decided. */
import { useRef, useState } from 'react'
import { dateWords } from '../../dateWords.ts'
import { errorText } from '../../errorText.ts'
import { useIsArriving, useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { PairList } from './PairList.tsx'
import { PairView } from './PairView.tsx'
import { pairsIn } from './pairState.ts'
import { type DuplicateSearchCourse, useDuplicateList } from './useDuplicateList.ts'
import './duplicates.css'

const TABS = ['open', 'setAside'] as const
type Tab = (typeof TABS)[number]

const keyOf = (pair: { readonly of: string; readonly incident: string }): string =>
  `${pair.of} ${pair.incident}`

export function DuplicatesScreen() {
  const language = useLanguage()
  const { t } = language
  const incidents = useRecords('incidents')
  const course = useDuplicateList(!useIsArriving())
  const { answer, again } = course
  const [tab, setTab] = useState<Tab>('open')
  const [chosen, setChosen] = useState<string | null>(null)
  const list = useRef<HTMLElement>(null)
  const found = answer?.ok === true ? answer.value : null
  const byTab = {
    open: found === null ? [] : pairsIn(incidents, found.pairs, 'open'),
    setAside: found === null ? [] : pairsIn(incidents, found.pairs, 'setAside'),
  }
  const pairs = byTab[tab]
  const pair = pairs.find((each) => keyOf(each) === chosen) ?? pairs[0]
  /** The pair that comes next is shown, and the focus stays in the list of them. */
  const onDecided = () => {
    const at = pairs.findIndex((each) => pair !== undefined && keyOf(each) === keyOf(pair))
    const next = pairs[at + 1] ?? pairs[at - 1]
    setChosen(next === undefined ? null : keyOf(next))
    list.current?.focus()
  }
  const titleOf = (id: string) => visibleTurns(incidents[id]?.title ?? id)
  return (
    <section className="duplicates" aria-labelledby="duplicates-title">
      <header className="duplicates__head">
        <h1 id="duplicates-title">{t('duplicates.title')}</h1>
        <p>{t('duplicates.lead')}</p>
      </header>
      {found === null ? (
        <Searching course={course} />
      ) : (
        <>
          <div className="toolbar duplicates__tabs">
            {TABS.map((each) => (
              <Button
                key={each}
                variant={each === tab ? 'primary' : 'plain'}
                aria-pressed={each === tab}
                onPress={() => setTab(each)}
              >
                {t(`duplicates.tab.${each}`, { count: byTab[each].length })}
              </Button>
            ))}
            <Button variant="quiet" onPress={again}>
              {t('duplicates.again')}
            </Button>
            {found.open > byTab.open.length && tab === 'open' && byTab.open.length >= 500 ? (
              <p className="field__hint">
                {t('duplicates.more', { shown: byTab.open.length, total: found.open })}
              </p>
            ) : null}
          </div>
          {pair === undefined ? (
            <EmptyState title={t(`duplicates.none.${tab}`)}>{t(`duplicates.none.${tab}Body`)}</EmptyState>
          ) : (
            <div className="duplicates__body">
              <PairList
                list={list}
                pairs={pairs.map((each) => ({
                  ...each,
                  key: keyOf(each),
                  one: titleOf(each.of),
                  other: titleOf(each.incident),
                  when: dateWords(incidents[each.of]?.when ?? '', language),
                }))}
                chosen={keyOf(pair)}
                onChoose={setChosen}
              />
              <PairView key={keyOf(pair)} pair={pair} onDecided={onDecided} />
            </div>
          )}
        </>
      )}
    </section>
  )
}

function Searching({ course }: { readonly course: DuplicateSearchCourse }) {
  const { t } = useLanguage()
  const { answer, progress, again, stop } = course
  if (answer !== null && !answer.ok)
    return (
      <Banner
        kind={answer.error.code === 'duplicates/stopped' ? 'info' : 'error'}
        actions={
          <Button size="small" onPress={again}>
            {t('duplicates.again')}
          </Button>
        }
      >
        {errorText(t, answer.error)}
      </Banner>
    )
  return (
    <div className="duplicates__working">
      <ProgressBar
        label={t(progress?.step === 'read' ? 'duplicates.reading' : 'duplicates.comparing')}
        done={progress?.done ?? 0}
        total={progress?.total ?? null}
      />
      <Button size="small" onPress={stop}>
        {t('duplicates.stop')}
      </Button>
    </div>
  )
}
