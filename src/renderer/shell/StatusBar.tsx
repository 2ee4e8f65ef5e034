/** The foot of the window: how much is shown, whether it is saved, which log this is. */
import { clockWords } from '../dateWords.ts'
import { useSaveTrouble } from '../saveTrouble.ts'
import { useLogState, useReading } from '../store.ts'
import { useShown } from '../table/tableSearch.ts'
import { useLanguage } from '../text.ts'
import { Badge } from '../ui/Badge.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useAfter } from '../useAfter.ts'

export function StatusBar() {
  const { name, demo } = useLogState()
  const { t } = useLanguage()
  const shown = useShown()
  const reading = useReading()
  const isSlow = useAfter(reading !== null && reading.failure === null)
  return (
    <footer className="statusbar">
      <span className="statusbar__count" role="status">
        {shown === null ? null : t('shell.status.shown', { shown: shown.shown, total: shown.total })}
      </span>
      {isSlow && reading?.total ? (
        // Counts up many times a second: for the eyes alone; its beginning and end are told by the table.
        <span className="statusbar__reading" aria-hidden="true">
          {t('shell.status.reading', { done: reading.done, total: reading.total })}
        </span>
      ) : null}
      <SavedMark />
      {demo ? <Badge tone="info">{t('shell.status.demo')}</Badge> : null}
      <bdi className="statusbar__name">{name}</bdi>
    </footer>
  )
}

function SavedMark() {
  const { t, locale } = useLanguage()
  const { savedAt, failure, readOnly } = useLogState()
  const trouble = useSaveTrouble()
  if (readOnly)
    return (
      <span className="statusbar__saved">
        <Icon name="lock" size={14} />
        {t('opening.readOnly.status')}
      </span>
    )
  if (failure !== null || trouble !== null)
    return (
      <span className="statusbar__saved statusbar__saved--not">
        <Icon name="error" size={14} />
        {t('shell.status.unsaved')}
      </span>
    )
  return (
    <span className="statusbar__saved">
      {savedAt === null ? null : <Icon name="tick" size={14} />}
      {savedAt === null
        ? t('shell.status.notSaved')
        : t('shell.status.saved', { time: clockWords(savedAt, locale) })}
    </span>
  )
}
