/** The entries of a history, newest first, each with the state it left and the way back to it. */
import { useState } from 'react'
import type { HistoryKind } from '../../../core/history/historyEntry.ts'
import type { HistoryEntryView } from '../../../shared/ipc/history.ts'
import { momentWords } from '../../dateWords.ts'
import { errorText } from '../../errorText.ts'
import { useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { FieldChanges } from './FieldChanges.tsx'
import { type HistoryWords, historyWords } from './historyWords.ts'
import { RestoreDialog } from './RestoreDialog.tsx'
import { useHistory } from './useHistory.ts'
import { useRecordTitle } from './useRecordTitle.ts'

export interface HistoryTimelineProps {
  readonly kind: HistoryKind
  readonly id: string
  /** Another value whenever the record may have changed. */
  readonly stamp: string
}

export function HistoryTimeline({ kind, id, stamp }: HistoryTimelineProps) {
  const language = useLanguage()
  const { t } = language
  const { page, failure, withLocked, setWithLocked, readOlder, readAgain } = useHistory(kind, id, stamp)
  const words = historyWords(kind, language, useRecordTitle(), useRecords('terms'))
  const [asked, setAsked] = useState<{ readonly version: number; readonly when: string } | null>(null)
  if (failure !== null) {
    return (
      <Banner kind="error" actions={<Button onPress={readAgain}>{t('history.again')}</Button>}>
        {errorText(t, failure)}
      </Banner>
    )
  }
  if (page === null) return <p className="rec-history__note">{t('history.loading')}</p>
  if (page.version === 0) return <p className="rec-history__note">{t('history.empty')}</p>
  const restore = (version: number, at: string) => () =>
    setAsked({ version, when: momentWords(at, language) })
  const hasLocked = page.entries.some(({ changes }) => changes.some(({ form }) => form === 'locked'))
  return (
    <>
      <p className="rec-history__note">{t('history.lead')}</p>
      {hasLocked || withLocked ? (
        <Button size="small" onPress={() => setWithLocked(!withLocked)}>
          {t(withLocked ? 'history.locked.hide' : 'history.locked.show')}
        </Button>
      ) : null}
      <ol className="rec-history__list" aria-label={t('history.list.label')}>
        {page.entries.map((entry) => (
          <Entry
            key={entry.version}
            entry={entry}
            words={words}
            onRestore={entry.version === page.version ? null : restore(entry.version, entry.at)}
          />
        ))}
        {page.next === null ? (
          <li className="rec-history__entry">
            <Moment at={page.createdAt} text={t('history.act.entered')} />
            <RestoreButton at={page.createdAt} onRestore={restore(0, page.createdAt)} />
          </li>
        ) : null}
      </ol>
      {page.next === null ? null : <Button onPress={() => void readOlder()}>{t('history.older')}</Button>}
      {asked === null ? null : (
        <RestoreDialog kind={kind} id={id} {...asked} onClose={() => setAsked(null)} />
      )}
    </>
  )
}

interface EntryProps {
  readonly entry: HistoryEntryView
  readonly words: HistoryWords
  /** Null for the present state. */
  readonly onRestore: (() => void) | null
}

function Entry({ entry, words, onRestore }: EntryProps) {
  const { t } = useLanguage()
  const { at, what, to, reason, changes } = entry
  const locked = changes.filter(({ form }) => form === 'locked').length
  const isMove = (what === 'deleted' && to === 'bin') || (what === 'restored' && to === 'log')
  const act = isMove ? t(`history.to.${to}`) : t(`history.act.${what}`)
  const moved = isMove || to === null ? '' : ` · ${t(`history.to.${to}`)}`
  return (
    <li className="rec-history__entry">
      <Moment at={at} text={`${act}${moved}`} />
      {changes.length > locked ? <FieldChanges changes={changes} words={words} /> : null}
      {locked === 0 ? null : (
        <p className="rec-history__note">{t('history.locked.text', { count: locked })}</p>
      )}
      {reason === null ? null : (
        <p className="rec-history__reason">
          <b>{t('history.reason')}</b> <span dir="auto">{visibleTurns(reason)}</span>
        </p>
      )}
      {onRestore === null ? (
        <p className="rec-history__note">{t('history.now')}</p>
      ) : (
        <RestoreButton at={at} onRestore={onRestore} />
      )}
    </li>
  )
}

function Moment({ at, text }: { readonly at: string; readonly text: string }) {
  const words = useLanguage()
  return (
    <p className="rec-history__moment">
      <time dateTime={at}>{momentWords(at, words)}</time>
      <span>{text}</span>
    </p>
  )
}

function RestoreButton({ at, onRestore }: { readonly at: string; readonly onRestore: () => void }) {
  const words = useLanguage()
  const { t } = words
  return (
    <Button
      size="small"
      variant="quiet"
      className="rec-history__restore"
      aria-label={t('history.restore.label', { when: momentWords(at, words) })}
      onPress={onRestore}
    >
      {t('history.restore.action')}
    </Button>
  )
}
