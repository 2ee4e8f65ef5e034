/** Table, or one of the pictures of the same records. */
import type { PictureName } from '../../core/tableView.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { useText } from '../text.ts'
import { Button } from '../ui/Button.tsx'
import type { Picture } from './pictures.ts'
import { showPicture } from './tableSearch.ts'

export interface PictureToggleProps {
  readonly kind: EditableKind
  readonly pictures: readonly Pick<Picture<never>, 'name' | 'label'>[]
  /** Null for the table. */
  readonly shown: PictureName | null
}

const TABLE = { name: null, label: 'views.table' } as const

export function PictureToggle({ kind, pictures, shown }: PictureToggleProps) {
  const t = useText()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form
    <div role="group" className="switch" aria-label={t('views.label')}>
      {[TABLE, ...pictures].map(({ name, label }) => (
        <Button
          key={label}
          variant="quiet"
          className="switch__choice"
          aria-pressed={name === shown}
          onPress={() => showPicture(kind, name)}
        >
          {t(label)}
        </Button>
      ))}
    </div>
  )
}
