/** Rows of the file by what becomes of them, and the records that come of them. */

import { isMessageKey } from '../../../shared/i18n/catalogue.ts'
import type { ImportPreview } from '../../../shared/ipc/imports.ts'
import { useLanguage } from '../../text.ts'

export function ImportCounts({ preview }: { readonly preview: ImportPreview }) {
  const { t, locale } = useLanguage()
  const rejectedRows = new Set(preview.rejected.map(({ row }) => row)).size
  const number = new Intl.NumberFormat(locale)
  const counts = [
    ['new', preview.new],
    ['updated', preview.updated],
    ['unchanged', preview.unchanged],
    ['duplicates', preview.possibleDuplicates],
    ['rejected', rejectedRows],
  ] as const
  const made = Object.entries(preview.records).filter(([, count]) => count > 0)
  return (
    <div className="counts">
      <dl className="counts__row" aria-label={t('import.count.legend')}>
        {counts.map(([name, count]) => (
          <div key={name} className={`counts__count counts__count--${name}`} data-zero={count === 0}>
            <dt>{t(`import.count.${name}`)}</dt>
            <dd className="counts__number">{number.format(count)}</dd>
            <dd className="counts__help">{t(`import.count.${name}Help`)}</dd>
          </div>
        ))}
      </dl>
      {made.length === 0 ? null : (
        <p className="counts__records">
          {t('import.records.label')}: {made.map(([kind, count]) => recordsOf(kind, count)).join(' · ')}
        </p>
      )}
    </div>
  )

  function recordsOf(kind: string, count: number): string {
    const key = `import.records.${kind}`
    return t(isMessageKey(key) ? key : 'import.records.other', { count })
  }
}
