/** Somebody's brief, opened to be read: who signed it, its pages, and the way its claims come into the log. */
import { useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { OpenedBrief } from '../../../shared/ipc/reading.ts'
import { daybook } from '../../bridge.ts'
import { answerOf, errorText } from '../../errorText.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { BriefPage } from '../briefs/BriefPage.tsx'
import { ImportClaims } from './ImportClaims.tsx'
import '../briefs/briefs.css'
import './reading.css'

const TONE = { passed: 'success', failed: 'error', unknown: 'warning', none: 'info' } as const

export function ReadingScreen() {
  const t = useText()
  const [opened, setOpened] = useState<OpenedBrief | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const token = useRef<string | null>(null)
  const drop = () => {
    if (token.current !== null) void answerOf(daybook().readingClose({ token: token.current }))
    token.current = null
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: on leaving only; it reads a ref.
  useEffect(() => drop, [])
  const choose = async () => {
    setError(null)
    const reply = await answerOf(daybook().readingChoose({}))
    if (!reply.ok) return setError(reply.error)
    if (reply.value === null) return
    token.current = reply.value.token
    setOpened(reply.value)
  }
  const close = () => {
    drop()
    setOpened(null)
  }
  return (
    <section className="reading" aria-labelledby="reading-title">
      <h1 id="reading-title">{t('reading.title')}</h1>
      {error === null ? null : <Banner kind="error">{errorText(t, error)}</Banner>}
      {opened === null ? (
        <EmptyState
          title={t('reading.title')}
          actions={
            <Button variant="primary" onPress={() => void choose()}>
              {t('reading.choose')}
            </Button>
          }
        >
          {t('reading.lead')} {t('reading.choosing.note')}
        </EmptyState>
      ) : (
        <div className="reading__body">
          <section className="reading__page" aria-label={t('reading.pages')}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a page that scrolls must be reachable by keyboard. */}
            <div className="review__scroll" tabIndex={0}>
              <BriefPage data={opened.data} />
            </div>
          </section>
          <aside className="reading__side">
            <Banner kind={TONE[opened.signature.state]}>
              {t(`reading.signature.${opened.signature.state}`, {
                name: visibleTurns(opened.signature.signer ?? ''),
              })}
            </Banner>
            <section>
              <h2>{t('reading.facts')}</h2>
              <dl className="reading__facts">
                <dt>{t('reading.file')}</dt>
                <dd>
                  <bdi>{visibleTurns(opened.fileName)}</bdi>
                </dd>
                <dt>{t('reading.made')}</dt>
                <dd dir="ltr">{opened.sha256}</dd>
              </dl>
            </section>
            <ImportClaims opened={opened} />
            <Button onPress={close}>{t('reading.close')}</Button>
          </aside>
        </div>
      )}
    </section>
  )
}
