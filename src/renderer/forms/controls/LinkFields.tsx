/** Links to other records, found by what they are called: one, or several as chips that open beside. */
import { useContext, useMemo, useState } from 'react'
import { OverlayTriggerStateContext } from 'react-aria-components'
import type { Kind } from '../../../core/records.ts'
import type { EditableKind } from '../../../shared/ipc/views.ts'
import { EDITABLE_KINDS } from '../../../shared/ipc/views.ts'
import { WholeDraft } from '../../drafts/WholeDraft.tsx'
import { openRecord } from '../../navigation.ts'
import { useLogView } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { FoundCombo } from '../../ui/FoundCombo.tsx'
import { text, texts } from '../fieldCodec.ts'
import type { LeafSpec, ListSpec } from '../fieldSpec.ts'
import { type ControlProps, useFieldError, useFormScope } from '../formScope.ts'
import { fieldLabel, fieldNote } from '../kindForms.ts'
import { NewRecordDialog } from '../NewRecordDialog.tsx'
import { recordAmong } from '../recordSearch.ts'
import { useRecordOption, useRecordSearch } from '../useRecordSearch.ts'

/** A record that the window can open; null for one it only knows by name. */
const openable = (kind: string): EditableKind | null => EDITABLE_KINDS.find((each) => each === kind) ?? null

export function LinkField(props: ControlProps<Extract<LeafSpec, { control: 'link' }>>) {
  const { spec, words, path, value, onChange } = props
  const t = useText()
  const view = useLogView()
  const { recordId } = useFormScope()
  const [typed, setTyped] = useState<string | null>(null)
  const id = text(value)
  const skip = useMemo(() => new Set(recordId === null ? [] : [recordId]), [recordId])
  const search = useRecordSearch(spec.kinds, typed, skip)
  const chosen = useRecordOption(spec.kinds, id)
  const record = id === '' ? null : recordAmong(view, spec.kinds, id)
  const kind = record === null ? null : openable(record.kind)
  return (
    <div className="field">
      <FoundCombo
        label={fieldLabel(t, words)}
        description={fieldNote(t, words, 'hint')}
        placeholder={fieldNote(t, words, 'placeholder') ?? t('forms.link.placeholder')}
        {...search}
        chosen={chosen}
        onChange={(chosenId) => onChange(chosenId ?? '')}
        typed={typed}
        onType={setTyped}
        isClearable
        error={useFieldError(path)}
      />
      <div className="field__beside toolbar">
        {kind === null ? null : (
          <Button
            size="small"
            variant="quiet"
            aria-label={t('forms.link.openOf', { title: chosen?.label ?? id })}
            onPress={() => openRecord(kind, id)}
          >
            {t('forms.link.open')}
          </Button>
        )}
        {id === '' ? <NewButtons kinds={spec.kinds} onSaved={onChange} /> : null}
      </div>
    </div>
  )
}

export function LinksField(props: ControlProps<Extract<ListSpec, { control: 'links' }>>) {
  const { spec, words, path, value, onChange } = props
  const t = useText()
  const { recordId } = useFormScope()
  const [typed, setTyped] = useState<string | null>(null)
  const ids = texts(value)
  const key = ids.join('\n')
  const skip = useMemo(
    () => new Set([...key.split('\n'), ...(recordId === null ? [] : [recordId])]),
    [key, recordId],
  )
  const search = useRecordSearch(spec.kinds, typed, skip)
  return (
    <div className="field">
      <FoundCombo
        label={fieldLabel(t, words)}
        description={fieldNote(t, words, 'hint')}
        placeholder={fieldNote(t, words, 'placeholder') ?? t('forms.link.placeholder')}
        {...search}
        chosen={null}
        onChange={(id) => (id === null ? undefined : onChange([...ids, id]))}
        typed={typed}
        onType={setTyped}
        clearsAfterChoice
        error={useFieldError(path)}
      />
      <LinkChips
        kinds={spec.kinds}
        ids={ids}
        onRemove={(id) => onChange(ids.filter((each) => each !== id))}
      />
    </div>
  )
}

interface NewButtonsProps {
  readonly kinds: readonly Kind[]
  readonly onSaved: (id: string) => void
}

/** More kinds than this, and making one here is no help. */
const MOST_NEW = 2

/** Makes the record that is to be linked, without leaving the form. */
function NewButtons({ kinds, onSaved }: NewButtonsProps) {
  const t = useText()
  const [making, setMaking] = useState<EditableKind | null>(null)
  // A dialog over a dialog would leave the way back unclear.
  const isInDialog = useContext(OverlayTriggerStateContext) !== null
  if (kinds.length > MOST_NEW || isInDialog) return null
  return (
    <>
      {kinds.map((each) => {
        const kind = openable(each)
        return kind === null ? null : (
          <Button key={kind} size="small" variant="quiet" icon="plus" onPress={() => setMaking(kind)}>
            {t(`table.${kind}.new`)}
          </Button>
        )
      })}
      {making === null ? null : (
        <WholeDraft kind={making} id={null}>
          <NewRecordDialog kind={making} onSaved={onSaved} onClose={() => setMaking(null)} />
        </WholeDraft>
      )}
    </>
  )
}

interface LinkChipsProps {
  readonly kinds: readonly Kind[]
  readonly ids: readonly string[]
  readonly onRemove?: (id: string) => void
}

/** Records as chips that open beside. */
export function LinkChips({ kinds, ids, onRemove }: LinkChipsProps) {
  const view = useLogView()
  if (ids.length === 0) return null
  return (
    <div className="chips">
      {ids.map((id) => {
        const record = recordAmong(view, kinds, id)
        const kind = record === null ? null : openable(record.kind)
        return (
          <Chip
            key={id}
            text={record?.title ?? id}
            onOpen={kind === null ? undefined : () => openRecord(kind, id)}
            onRemove={onRemove === undefined ? undefined : () => onRemove(id)}
          />
        )
      })}
    </div>
  )
}
