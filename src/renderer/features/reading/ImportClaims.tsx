/** Makes source items of the claims of an opened brief: of which organisation, and what came of it. */
import { useState } from 'react'
import type { AppError } from '../../../core/appError.ts'
import type { ImportedBriefView, OpenedBrief } from '../../../shared/ipc/reading.ts'
import { daybook } from '../../bridge.ts'
import { answerOf, errorText } from '../../errorText.ts'
import { useIsReadOnly, useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { visibleTurns } from '../../visibleText.ts'

/** Stands for an organisation that the log does not have yet. */
const NEW = ''

export function ImportClaims({ opened }: { readonly opened: OpenedBrief }) {
  const t = useText()
  const organisations = useRecords('organisations')
  const isReadOnly = useIsReadOnly()
  const [chosen, setChosen] = useState(opened.signature.organisation ?? NEW)
  const [name, setName] = useState('')
  const [done, setDone] = useState<ImportedBriefView | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const { claims } = opened.data
  const isReady = chosen !== NEW || name.trim() !== ''
  const run = async () => {
    const from = chosen === NEW ? { name: name.trim() } : { organisation: chosen }
    const reply = await answerOf(daybook().readingImport({ token: opened.token, from }))
    setError(reply.ok ? null : reply.error)
    if (!reply.ok) return
    setDone(reply.value)
    setChosen(reply.value.organisation)
  }
  const options = Object.values(organisations)
    .map(({ id, name: label }) => ({ value: id, label: visibleTurns(label) }))
    .sort((a, b) => a.label.localeCompare(b.label))
  return (
    <section className="reading__import" aria-labelledby="reading-import">
      <h2 id="reading-import">{t('reading.import.title')}</h2>
      <p>{t('reading.import.lead')}</p>
      {error === null ? null : <Banner kind="error">{errorText(t, error)}</Banner>}
      {done === null ? null : (
        <Banner kind="success">
          {t('reading.import.done', { count: done.added })}{' '}
          {done.known === 0 ? '' : t('reading.import.known', { count: done.known })}{' '}
          {done.repeated === 0 ? '' : t('reading.import.repeated', { count: done.repeated })}
        </Banner>
      )}
      {opened.known === 0 || done !== null ? null : (
        <Banner kind="info">{t('reading.already', { count: opened.known })}</Banner>
      )}
      <SelectField
        label={t('reading.import.organisation')}
        options={[{ value: NEW, label: t('reading.import.new') }, ...options]}
        value={chosen}
        onChange={setChosen}
        isDisabled={isReadOnly}
      />
      {chosen === NEW ? (
        <TextField label={t('reading.import.name')} value={name} onChange={setName} isReadOnly={isReadOnly} />
      ) : null}
      <Button
        variant="primary"
        isDisabled={isReadOnly || !isReady || claims.length === 0}
        onPress={() => void run()}
      >
        {t('reading.import.action', { count: claims.length })}
      </Button>
    </section>
  )
}
