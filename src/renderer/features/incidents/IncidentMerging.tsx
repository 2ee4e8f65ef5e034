/** Two records of one incident become one: chosen, explained, confirmed, and undone like any other step. */
import { useState } from 'react'
import { openRecord } from '../../navigation.ts'
import type { RecordSectionProps } from '../../records/RecordSections.tsx'
import { undoLast } from '../../shell/logCommands.ts'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { showToast } from '../../ui/Toast.tsx'
import { MergeDialog } from './MergeDialog.tsx'

export function IncidentMerging({ id }: RecordSectionProps) {
  const t = useText()
  const incidents = useRecords('incidents')
  const [isChoosing, setChoosing] = useState(false)
  if (incidents[id]?.mergedInto !== undefined) return null
  const onMerged = (into: string) => {
    setChoosing(false)
    openRecord('incidents', into)
    showToast({
      text: t('forms.merge.done', { title: incidents[into]?.title ?? into }),
      actionLabel: t('shell.toast.undo'),
      onAction: () => void undoLast(t),
    })
  }
  return (
    <section className="field">
      <span className="panel__caption">{t('forms.merge.caption')}</span>
      <Button size="small" variant="quiet" className="field__beside" onPress={() => setChoosing(true)}>
        {t('forms.merge.open')}
      </Button>
      {isChoosing ? <MergeDialog id={id} onMerged={onMerged} onClose={() => setChoosing(false)} /> : null}
    </section>
  )
}
