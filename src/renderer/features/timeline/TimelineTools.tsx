/** What can be done with the timeline, each by a button: what a wheel and dragging do as well. */
import { memo } from 'react'
import type { MessageKey } from '../../../shared/i18n/catalogue.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Toolbar } from '../../ui/Toolbar.tsx'
import { FIELD_NAMES } from '../views/keyWords.ts'
import type { TimelineAct } from './timelineKeys.ts'
import { LANE_FIELDS, type LaneField } from './useTimeline.ts'

export type LaneChoice = LaneField | 'none'

export interface TimelineToolsProps {
  readonly lanes: LaneChoice
  readonly onLanes: (lanes: LaneChoice) => void
  /** Is all there is on screen? */
  readonly isAll: boolean
  readonly onAct: (act: TimelineAct) => void
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

/** Drawn anew only when something in it is another: while time is moved the picture alone is. */
export const TimelineTools = memo(function TimelineTools(props: TimelineToolsProps) {
  const { lanes, onLanes, isAll, onAct, isTable, onTable } = props
  const t = useText()
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
          <Button key={act} size="small" isDisabled={isAll && act !== 'closer'} onPress={() => onAct(act)}>
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
})
