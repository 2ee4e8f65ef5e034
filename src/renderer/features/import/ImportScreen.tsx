/** Import: choose a file, see what it would change and what cannot be read, then one undoable step. */
import { useEffect, useRef } from 'react'
import { errorText } from '../../errorText.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { useProgress } from '../../useProgress.ts'
import { ImportPreviewView } from './ImportPreviewView.tsx'
import { ImportResult } from './ImportResult.tsx'
import { MappingNeededView } from './MappingNeededView.tsx'
import { type ImportCourse, useImport } from './useImport.ts'
import './import.css'

export function ImportScreen() {
  const t = useText()
  const course = useImport()
  const { stage, isWorking, error } = course
  const progress = useProgress('import', isWorking)
  const heading = useRef<HTMLHeadingElement>(null)
  const shownKind = useRef(stage.kind)
  useEffect(() => {
    // Each step replaces the one before it, and the button that was pressed.
    if (shownKind.current !== stage.kind) heading.current?.focus()
    shownKind.current = stage.kind
  }, [stage.kind])
  return (
    <section className="import" aria-labelledby="import-title">
      <h1 id="import-title" ref={heading} tabIndex={-1}>
        {t('import.title')}
      </h1>
      {error === null ? null : <Banner kind="error">{errorText(t, error)}</Banner>}
      {isWorking ? (
        <div className="import__working">
          <ProgressBar
            label={t('import.working.text')}
            done={progress?.done ?? 0}
            total={progress?.total ?? null}
          />
          {stage.kind === 'start' ? null : (
            <Button size="small" onPress={() => void course.cancel()}>
              {t('import.cancel.action')}
            </Button>
          )}
        </div>
      ) : null}
      <Stage course={course} />
    </section>
  )
}

function Stage({ course }: { readonly course: ImportCourse }) {
  const { stage } = course
  switch (stage.kind) {
    case 'start':
      return <Start course={course} note={stage.note} />
    case 'mapping':
      return <MappingNeededView needed={stage.needed} course={course} />
    case 'preview':
      return <ImportPreviewView preview={stage.preview} course={course} />
    case 'done':
      return <ImportResult result={stage.result} onAgain={() => void course.cancel()} />
  }
}

function Start({
  course,
  note,
}: {
  readonly course: ImportCourse
  readonly note: 'none' | 'cancelled' | null
}) {
  const t = useText()
  return (
    <>
      {note === null ? null : (
        <Banner kind="info">{t(note === 'none' ? 'import.choose.none' : 'import.cancel.done')}</Banner>
      )}
      <EmptyState
        title={t('import.empty.title')}
        actions={
          <Button variant="primary" isDisabled={course.isWorking} onPress={() => void course.choose()}>
            {t('import.choose.action')}
          </Button>
        }
      >
        {t('import.empty.body')}
        <span className="import__formats">{t('import.empty.formats')}</span>
      </EmptyState>
      <ul className="import__promises">
        <li>{t('import.empty.rejected')}</li>
        <li>{t('import.empty.again')}</li>
        <li>{t('import.empty.undo')}</li>
      </ul>
    </>
  )
}
