/** After a release: which files were written. */
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import type { Written } from './useBrief.ts'

export interface BriefDoneProps {
  readonly written: Written
  readonly onAgain: () => void
  /** To the list of briefs. */
  readonly onClose: () => void
}

export function BriefDone({ written, onAgain, onClose }: BriefDoneProps) {
  const t = useText()
  const { files, pages } = written
  return (
    <div className="release">
      <Banner kind="success" title={t('brief.done.title')}>
        <p>{t('brief.done.files')}</p>
        <ul className="release__files">
          {files.map((file) => (
            <li key={file}>
              <bdi>{file}</bdi>
            </li>
          ))}
        </ul>
        {pages === null ? null : <p>{t('brief.done.pages', { count: pages })}</p>}
      </Banner>
      <p>{t('brief.done.ledger')}</p>
      <div className="toolbar">
        <Button variant="primary" onPress={onAgain}>
          {t('brief.done.again')}
        </Button>
        <Button onPress={onClose}>{t('composer.list.back')}</Button>
      </div>
    </div>
  )
}
