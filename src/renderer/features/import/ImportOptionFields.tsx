/** Sharing label and order of dates; changing either reads the file again. */
import { CONFIDENTIALITIES } from '../../../core/vocabularyCodes.ts'
import { DATE_ORDERS } from '../../../shared/ipc/dateOrders.ts'
import type { ImportPreview } from '../../../shared/ipc/imports.ts'
import { useText } from '../../text.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import type { ImportCourse } from './useImport.ts'

export interface ImportOptionFieldsProps {
  readonly preview: ImportPreview
  readonly course: ImportCourse
}

const NO_ORDER = 'none'

export function ImportOptionFields({ preview, course }: ImportOptionFieldsProps) {
  const t = useText()
  const { confidentiality, dateOrder } = preview
  return (
    <div className="import-options">
      <SelectField
        label={t('import.label.label')}
        description={t('import.label.help')}
        options={CONFIDENTIALITIES.map((label) => ({
          value: label,
          label: t(`confidentiality.${label}`),
          note: t(`confidentiality.${label}.note`),
        }))}
        value={confidentiality}
        onChange={(label) => void course.setOptions({ confidentiality: label, dateOrder })}
        isDisabled={course.isWorking}
      />
      <SelectField
        label={t('import.dateOrder.label')}
        description={t('import.dateOrder.help')}
        options={([NO_ORDER, ...DATE_ORDERS] as const).map((order) => ({
          value: order,
          label: t(`import.dateOrder.${order}`),
        }))}
        value={dateOrder ?? NO_ORDER}
        onChange={(order) =>
          void course.setOptions({ confidentiality, dateOrder: order === NO_ORDER ? null : order })
        }
        isDisabled={course.isWorking}
      />
    </div>
  )
}
