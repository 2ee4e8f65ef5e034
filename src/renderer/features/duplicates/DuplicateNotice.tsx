/**
 * While an incident is typed: records that may be of the same one, and why. Calm: it holds nothing up, and a look at the
 * other record leaves the form as it is.
 */
import { useEffect, useMemo, useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import { daybook } from '../../bridge.ts'
import { dateWords } from '../../dateWords.ts'
import { answerOf } from '../../errorText.ts'
import type { Fields } from '../../records/recordForm.ts'
import { useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { LookDialog } from './LookDialog.tsx'
import { WhyList } from './WhyList.tsx'
import './duplicates.css'

/** Asked once the typing pauses. */
const PAUSE_MS = 700
const MOST_SHOWN = 3

type Suggestions = Output<'duplicates.suggest'>
const NONE: Suggestions = []

export interface DuplicateNoticeProps {
  readonly id: string | null
  readonly fields: Fields
}

export function DuplicateNotice({ id, fields }: DuplicateNoticeProps) {
  const language = useLanguage()
  const { t } = language
  const incidents = useRecords('incidents')
  const found = useSuggestions(id, fields)
  const [looked, setLooked] = useState<string | null>(null)
  const shown = found.filter(({ incident }) => incidents[incident] !== undefined).slice(0, MOST_SHOWN)
  if (shown.length === 0) return null
  return (
    <Banner kind="info" title={t('duplicates.notice.title', { count: shown.length })}>
      <ul className="twins__list">
        {shown.map(({ incident, why }) => {
          const title = visibleTurns(incidents[incident]?.title ?? incident)
          return (
            <li key={incident}>
              <span>
                <bdi>{title}</bdi>
                {' · '}
                <bdi>{dateWords(incidents[incident]?.when ?? '', language)}</bdi>
              </span>
              <WhyList why={why} />
              <div>
                <Button
                  size="small"
                  aria-label={`${t('duplicates.pair.open')}: ${title}`}
                  onPress={() => setLooked(incident)}
                >
                  {t('duplicates.pair.open')}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      <p>{t('duplicates.notice.body')}</p>
      {looked === null ? null : <LookDialog id={looked} onClose={() => setLooked(null)} />}
    </Banner>
  )
}

/** The last answer stays until the next one is here, so that nothing blinks while somebody types. */
function useSuggestions(id: string | null, fields: Fields): Suggestions {
  const { title, summary, when, where, violationTypes, acts, involvements, counts } = fields
  const compared = JSON.stringify({
    ...{ title, summary, when, where, violationTypes, acts, involvements, counts },
  })
  const [found, setFound] = useState(NONE)
  const asked = useMemo((): Fields => JSON.parse(compared), [compared])
  useEffect(() => {
    let isWanted = true
    const timer = setTimeout(() => {
      void answerOf(daybook().duplicatesSuggest({ id, fields: asked })).then((reply) => {
        if (isWanted) setFound(reply.ok ? reply.value : NONE)
      })
    }, PAUSE_MS)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [id, asked])
  return found
}
