/** The foot of the window: how much is shown, whether it is saved, which log this is. */
import { clockWords } from '../dateWords.ts'
import { useLogState } from '../store.ts'
import { useShown } from '../table/tableSearch.ts'
import { useLanguage } from '../text.ts'
import { Badge } from '../ui/Badge.tsx'
import { Icon } from '../ui/Icon.tsx'

export function StatusBar() {
  const { t, locale } = useLanguage()
  const { name, demo, savedAt } = useLogState()
  const shown = useShown()
  return (
    <footer className="statusbar">
      <span className="statusbar__count" role="status">
        {shown === null ? null : t('shell.status.shown', { shown: shown.shown, total: shown.total })}
      </span>
      <span className="statusbar__saved">
        {savedAt === null ? null : <Icon name="tick" size={14} />}
        {savedAt === null
          ? t('shell.status.notSaved')
          : t('shell.status.saved', { time: clockWords(savedAt, locale) })}
      </span>
      {demo ? <Badge tone="info">{t('shell.status.demo')}</Badge> : null}
      <bdi className="statusbar__name">{name}</bdi>
    </footer>
  )
}
