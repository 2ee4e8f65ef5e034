/** What an import would do: counts of rows, what it makes, its options, every rejected cell, and the decision. */

import { Suspense } from 'react'
import { isMessageKey } from '../../../shared/i18n/catalogue.ts'
import type { ImportPreview } from '../../../shared/ipc/imports.ts'
import { onDemand } from '../../onDemand.tsx'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { visibleText } from '../../visibleText.ts'
import { ImportCounts } from './ImportCounts.tsx'
import { ImportOptionFields } from './ImportOptionFields.tsx'
import { RejectedRows } from './RejectedRows.tsx'
import type { ImportCourse } from './useImport.ts'

const ImportTwinsView = onDemand(async () => (await import('../duplicates/ImportTwins.tsx')).ImportTwins)

export interface ImportPreviewViewProps {
  readonly preview: ImportPreview
  readonly course: ImportCourse
}

export function ImportPreviewView({ preview, course }: ImportPreviewViewProps) {
  const t = useText()
  const hasChange = preview.new + preview.updated > 0
  return (
    <div className="preview">
      <div className="preview__head">
        <div>
          <h2>
            <bdi>{t('import.preview.title', { fileName: visibleText(preview.fileName) })}</bdi>
          </h2>
          <p className="preview__format">
            {t('import.preview.format', { format: formatName(preview.format), rows: preview.rows })}
          </p>
        </div>
        <div className="toolbar">
          <Button onPress={() => void course.cancel()}>{t('import.cancel.action')}</Button>
          <Button
            variant="primary"
            isDisabled={!hasChange || course.isWorking}
            onPress={() => void course.apply()}
          >
            {t('import.apply.action')}
          </Button>
        </div>
      </div>
      {hasChange ? null : <p className="preview__nothing">{t('import.apply.nothing')}</p>}
      <ImportCounts preview={preview} />
      {(preview.records.incidents ?? 0) === 0 || course.isWorking ? null : (
        <Suspense fallback={null}>
          <ImportTwinsView token={preview.token} />
        </Suspense>
      )}
      <ImportOptionFields preview={preview} course={course} />
      <RejectedRows rejected={preview.rejected} />
    </div>
  )

  function formatName(format: string): string {
    const key = `import.format.${format}`
    return isMessageKey(key) ? t(key) : format
  }
}
