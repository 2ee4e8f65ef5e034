/** In the preview of an import: which of its new incidents are likely in the log already. The import does not wait for it. */
import { useEffect, useState } from 'react'
import type { Reply } from '../../../shared/ipc/api.ts'
import { daybook } from '../../bridge.ts'
import { dateWords } from '../../dateWords.ts'
import { answerOf, errorText } from '../../errorText.ts'
import { useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useProgress } from '../../useProgress.ts'
import { visibleTurns } from '../../visibleText.ts'
import { LookDialog } from './LookDialog.tsx'
import { WhyList } from './WhyList.tsx'
import './duplicates.css'

const stop = (): void => void answerOf(daybook().duplicatesCancel({}))

export function ImportTwins({ token }: { readonly token: string }) {
  const language = useLanguage()
  const { t } = language
  const incidents = useRecords('incidents')
  const [answer, setAnswer] = useState<Reply<'import.compare'> | null>(null)
  const [looked, setLooked] = useState<string | null>(null)
  const progress = useProgress('duplicates', answer === null)
  useEffect(() => {
    let isWanted = true
    setAnswer(null)
    void answerOf(daybook().importCompare({ token })).then((reply) => {
      if (isWanted) setAnswer(reply)
    })
    return () => {
      isWanted = false
      stop()
    }
  }, [token])
  if (answer === null)
    return (
      <div className="duplicates__working">
        <ProgressBar
          label={t('duplicates.import.comparing')}
          done={progress?.done ?? 0}
          total={progress?.total ?? null}
        />
        <Button size="small" onPress={stop}>
          {t('duplicates.stop')}
        </Button>
      </div>
    )
  if (!answer.ok) {
    const isStopped = answer.error.code === 'duplicates/stopped'
    return (
      <Banner kind={isStopped ? 'info' : 'warning'}>
        {isStopped ? t('duplicates.import.stopped') : errorText(t, answer.error)}
      </Banner>
    )
  }
  const { total, shown } = answer.value
  if (total === 0) return <p className="field__hint">{t('duplicates.import.title', { count: 0 })}</p>
  return (
    <section className="twins" aria-labelledby="import-twins">
      <h3 id="import-twins">{t('duplicates.import.title', { count: total })}</h3>
      <p className="field__hint">{t('duplicates.import.body')}</p>
      <ul className="twins__list" aria-label={t('duplicates.import.list')}>
        {shown.map(({ title, when, incident, why }) => {
          const known = visibleTurns(incidents[incident]?.title ?? incident)
          return (
            <li key={`${incident} ${title} ${when}`}>
              <dl>
                <dt>{t('duplicates.import.new')}</dt>
                <dd>
                  <bdi>{visibleTurns(title)}</bdi>
                  {' · '}
                  <bdi>{dateWords(when, language)}</bdi>
                </dd>
                <dt>{t('duplicates.import.known')}</dt>
                <dd>
                  <bdi>{known}</bdi>
                  {' · '}
                  <bdi>{dateWords(incidents[incident]?.when ?? '', language)}</bdi>{' '}
                  <Button
                    size="small"
                    variant="quiet"
                    aria-label={`${t('duplicates.pair.open')}: ${known}`}
                    onPress={() => setLooked(incident)}
                  >
                    {t('duplicates.pair.open')}
                  </Button>
                </dd>
              </dl>
              <WhyList why={why} />
            </li>
          )
        })}
      </ul>
      {total > shown.length ? (
        <p className="field__hint">{t('duplicates.import.more', { shown: shown.length, total })}</p>
      ) : null}
      {looked === null ? null : <LookDialog id={looked} onClose={() => setLooked(null)} />}
    </section>
  )
}
