/** After an import: what was saved, and the way back. */
import { useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import { daybook } from '../../bridge.ts'
import { errorText } from '../../errorText.ts'
import { goTo } from '../../navigation.ts'
import { answerOfSave, isTroubleOfPlace } from '../../saveTrouble.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { visibleText } from '../../visibleText.ts'
import { RejectedRows } from './RejectedRows.tsx'

export interface ImportResultProps {
  readonly result: Output<'import.apply'>
  readonly onAgain: () => void
}

type Undone = { readonly kind: 'info' | 'error'; readonly text: string }

export function ImportResult({ result, onAgain }: ImportResultProps) {
  const t = useText()
  const [undone, setUndone] = useState<Undone | null>(null)
  const undo = async () => {
    const trouble = { owner: 'undo', what: t('trouble.what.undo'), retry: () => void undo() }
    const asked = daybook().historyUndo(result.step === null ? {} : { step: result.step })
    const reply = await answerOfSave(asked, trouble)
    if (!reply.ok) {
      if (!isTroubleOfPlace(reply.error)) setUndone({ kind: 'error', text: errorText(t, reply.error) })
      return
    }
    setUndone({ kind: 'info', text: t(reply.value.done ? 'import.result.undone' : 'import.result.undoGone') })
  }
  const isUndone = undone?.kind === 'info'
  const rejected = new Set(result.rejected.map(({ row }) => row)).size
  return (
    <div className="preview">
      {isUndone ? null : (
        <Banner kind="success" title={t('import.result.title', { fileName: visibleText(result.fileName) })}>
          {t('import.result.body', {
            new: result.new,
            updated: result.updated,
            unchanged: result.unchanged,
            rejected,
          })}
        </Banner>
      )}
      {undone === null ? null : <Banner kind={undone.kind}>{undone.text}</Banner>}
      <div className="toolbar">
        {isUndone ? null : (
          <Button variant="primary" onPress={() => goTo('incidents')}>
            {t('import.result.show')}
          </Button>
        )}
        {isUndone || result.new === 0 ? null : (
          <Button onPress={() => goTo('duplicates')}>{t('duplicates.import.decide')}</Button>
        )}
        <Button onPress={onAgain}>{t('import.result.again')}</Button>
        {isUndone ? null : (
          <Button variant="quiet" icon="undo" onPress={() => void undo()}>
            {t('import.result.undo')}
          </Button>
        )}
      </div>
      {rejected === 0 ? null : <RejectedRows rejected={result.rejected} />}
    </div>
  )
}
