/** Pairs of records that may be of one incident: found, looked at side by side, decided, and remembered as decided. */
import { useRef, useState } from 'react'
import type { ListedPair } from '../../../shared/ipc/duplicates.ts'
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
import { joinedPairs, pairKey, pairsIn, waitingIn } from './pairState.ts'
import { type DuplicateSearchCourse, useDuplicateList } from './useDuplicateList.ts'
import './duplicates.css'

const TABS = ['open', 'setAside'] as const
type Tab = (typeof TABS)[number]

export function DuplicatesScreen() {
  const language = useLanguage()
  const { t } = language
  const incidents = useRecords('incidents')
  const course = useDuplicateList(!useIsArriving())
  const { answer } = course
  const [tab, setTab] = useState<Tab>('open')
  const [chosen, setChosen] = useState<string | null>(null)
  const [earlier, setEarlier] = useState<readonly ListedPair[]>([])
  const list = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const found = answer?.ok === true ? answer.value : null
  const known = found === null ? [] : joinedPairs(found.pairs, earlier)
  const byTab = {
    open: pairsIn(incidents, known, 'open'),
    setAside: pairsIn(incidents, known, 'setAside'),
  }
  const waiting = (of: Tab) => (found === null ? 0 : waitingIn(found, of, byTab[of].length))
  const pairs = byTab[tab]
  /** More are looked for then; that there are none is not said before. */
  const isUsedUp =
    pairs.length === 0 &&
    (waiting(tab) > 0 || (tab === 'open' && found?.pairs.some(({ isSetAside }) => !isSetAside) === true))
  // What was pressed goes away then.
  const withFocus = (act: () => void) => () => {
    heading.current?.focus()
    act()
  }
  const again = withFocus(course.again)
  const pair = pairs.find((each) => pairKey(each) === chosen) ?? pairs[0]
  /** The pair that comes next is shown, and the focus stays in the list of them; after the last more are looked for. */
  const onDecided = () => {
    const at = pairs.findIndex((each) => pair !== undefined && pairKey(each) === pairKey(pair))
    const next = pairs[at + 1] ?? pairs[at - 1]
    setChosen(next === undefined ? null : pairKey(next))
    if (next !== undefined) list.current?.focus()
    else if (tab === 'setAside' && waiting(tab) <= pairs.length) heading.current?.focus()
    else {
      setEarlier(known)
      again()
    }
  }
  const titleOf = (id: string) => visibleTurns(incidents[id]?.title ?? id)
  return (
    <section className="duplicates" aria-labelledby="duplicates-title">
      <header className="duplicates__head">
        <h1 id="duplicates-title" ref={heading} tabIndex={-1}>
          {t('duplicates.title')}
        </h1>
        <p>{t('duplicates.lead')}</p>
      </header>
      {found === null ? (
        <Searching course={{ ...course, again, stop: withFocus(course.stop) }} />
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
                {t(`duplicates.tab.${each}`, { count: waiting(each) })}
              </Button>
            ))}
            <Button variant="quiet" onPress={again}>
              {t('duplicates.again')}
            </Button>
            {waiting(tab) > pairs.length ? (
              <p className="field__hint">
                {t('duplicates.more', { shown: pairs.length, total: waiting(tab) })}
              </p>
            ) : null}
          </div>
          {isUsedUp ? null : pair === undefined ? (
            <EmptyState title={t(`duplicates.none.${tab}`)}>{t(`duplicates.none.${tab}Body`)}</EmptyState>
          ) : (
            <div className="duplicates__body">
              <PairList
                list={list}
                pairs={pairs.map((each) => ({
                  ...each,
                  key: pairKey(each),
                  one: titleOf(each.of),
                  other: titleOf(each.incident),
                  when: dateWords(incidents[each.of]?.when ?? '', language),
                }))}
                chosen={pairKey(pair)}
                onChoose={setChosen}
              />
              <PairView key={pairKey(pair)} pair={pair} onDecided={onDecided} />
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
