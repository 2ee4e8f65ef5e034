/** A table Daybook does not know: its columns, what a mapping file looks like, and the button to choose one. */
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { visibleText } from '../../visibleText.ts'
import type { ImportCourse, MappingNeeded } from './useImport.ts'

const EXAMPLE = `{
  "format": "csv",
  "kind": "incidents",
  "columns": {
    "Case no.": { "field": "externalId" },
    "Date": { "field": "when", "date": "dmy" },
    "Province": { "field": "where.admin1" },
    "Deaths": { "field": "counts.killed.best" },
    "Reported by": { "field": "source.name" }
  },
  "constants": { "where.country": "RU", "status": "possible" }
}`

export interface MappingNeededViewProps {
  readonly needed: MappingNeeded
  readonly course: ImportCourse
}

export function MappingNeededView({ needed, course }: MappingNeededViewProps) {
  const t = useText()
  return (
    <div className="mapping">
      <h2>
        <bdi>{t('import.mapping.title', { fileName: visibleText(needed.fileName) })}</bdi>
      </h2>
      <p>{t('import.mapping.body')}</p>
      <ul className="mapping__headers" aria-label={t('import.mapping.headers')}>
        {needed.headers.map((header, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a file may name two columns alike; the order never changes.
          <li key={index} dir="auto">
            {visibleText(header)}
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('import.mapping.example')}</summary>
        <pre className="mapping__example" dir="ltr">
          {EXAMPLE}
        </pre>
      </details>
      <div className="toolbar">
        <Button variant="primary" isDisabled={course.isWorking} onPress={() => void course.chooseMapping()}>
          {t('import.mapping.choose')}
        </Button>
        <Button onPress={() => void course.cancel()}>{t('import.cancel.action')}</Button>
      </div>
    </div>
  )
}
