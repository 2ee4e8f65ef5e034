/** What can be done with the timeline, each by a button: what a wheel and dragging do as well. */
import type { Stretch } from '../../../core/views/whenBrush.ts'
import type { MessageKey } from '../../../shared/i18n/catalogue.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { FIELD_NAMES } from '../views/keyWords.ts'
import type { TimelineAct } from './timelineKeys.ts'
import { isWhole } from './timelineWindow.ts'
import { LANE_FIELDS, type LaneField } from './useTimeline.ts'

export type LaneChoice = LaneField | 'none'

export interface TimelineToolsProps {
  readonly lanes: LaneChoice
  readonly onLanes: (lanes: LaneChoice) => void
  readonly stretch: Stretch
  readonly whole: Stretch
  readonly acts: Readonly<Record<TimelineAct, () => void>>
  readonly isTable: boolean
  readonly onTable: (isTable: boolean) => void
}

const BUTTONS = [
  ['closer', 'timeline.closer'],
  ['further', 'timeline.further'],
  ['earlier', 'timeline.earlier'],
  ['later', 'timeline.later'],
  ['whole', 'timeline.whole'],
  ['filter', 'timeline.filter'],
] as const satisfies readonly (readonly [TimelineAct, MessageKey])[]

export function TimelineTools(props: TimelineToolsProps) {
  const { lanes, onLanes, stretch, whole, acts, isTable, onTable } = props
  const t = useText()
  const isAll = isWhole(stretch, whole)
  return (
    <div className="timeline__tools">
      <SelectField
        label={t('timeline.lanes')}
        options={[
          ...LANE_FIELDS.map((field) => ({ value: field, label: t(FIELD_NAMES[field]) })),
          { value: 'none' as const, label: t('timeline.lanes.none') },
        ]}
        value={lanes}
        onChange={onLanes}
      />
      <Toolbar label={t('timeline.tools')}>
        {BUTTONS.map(([act, label]) => (
          <Button key={act} size="small" isDisabled={isAll && act !== 'closer'} onPress={acts[act]}>
            {t(label)}
          </Button>
        ))}
      </Toolbar>
      <Button
        size="small"
        aria-pressed={isTable}
        className="timeline__twin"
        onPress={() => onTable(!isTable)}
      >
        {t('views.asTable')}
      </Button>
    </div>
  )
}
