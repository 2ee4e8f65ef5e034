/** The file of the log in figures. */
import type { VaultInfoView } from '../../../shared/ipc/vault.ts'
import { momentWords } from '../../dateWords.ts'
import { errorText } from '../../errorText.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { byteWords } from './byteWords.ts'

export function FileFacts({ info }: { readonly info: VaultInfoView }) {
  const language = useLanguage()
  const { t, locale } = language
  const { compactionFailure } = info
  return (
    <>
      <h3>{t('keys.file.title')}</h3>
      {compactionFailure === null ? null : (
        <Banner kind="warning" title={t('keys.file.notTidied')}>
          {errorText(t, compactionFailure)}
        </Banner>
      )}
      <dl className="file-facts">
        <div>
          <dt>{t('keys.file.size')}</dt>
          <dd>{byteWords(info.sizeBytes, locale)}</dd>
        </div>
        <div>
          <dt>{t('keys.file.saves')}</dt>
          <dd>{new Intl.NumberFormat(locale).format(info.counter)}</dd>
        </div>
        <div>
          <dt>{t('keys.file.lastSaved')}</dt>
          <dd>{momentWords(info.lastSaved, language)}</dd>
        </div>
        <div>
          <dt>{t('keys.file.format')}</dt>
          <dd>{info.formatVersion}</dd>
        </div>
      </dl>
    </>
  )
}
