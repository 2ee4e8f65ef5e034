/** Which records go into the brief: a tab for each kind, one filter, tick boxes, tick all shown. */
import { useDeferredValue, useMemo } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { BRIEF_KINDS, type BriefKind, type Chosen, filterRecords, tick } from './briefChoice.ts'
import type { BriefDraft } from './briefDraft.ts'
import type { ChoosableRecords } from './ChooseStep.tsx'
import { RecordPicker } from './RecordPicker.tsx'

export interface RecordChoiceProps {
  readonly records: ChoosableRecords
  readonly chosen: Chosen
  readonly kind: BriefKind
  readonly filter: string
  readonly onChange: (part: Partial<Pick<BriefDraft, 'chosen' | 'kind' | 'filter'>>) => void
  /** Show only these; null for all. */
  readonly onlyLeftOut: readonly { readonly kind: BriefKind; readonly id: string }[] | null
}

export function RecordChoice({ records, chosen, kind, filter, onChange, onlyLeftOut }: RecordChoiceProps) {
  const t = useText()
  const deferredFilter = useDeferredValue(filter)
  const { records: shown, unreadable } = useMemo(() => {
    const only =
      onlyLeftOut && new Set(onlyLeftOut.filter((each) => each.kind === kind).map((each) => each.id))
    const all = Object.values(records[kind])
    return filterRecords(only ? all.filter((record) => only.has(record.id)) : all, deferredFilter)
  }, [records, kind, deferredFilter, onlyLeftOut])
  const name = t(`brief.records.${kind}`)
  const tickAll = (ids: readonly string[], on: boolean) => onChange({ chosen: tick(chosen, kind, ids, on) })
  const tickShown = (on: boolean) =>
    tickAll(
      shown.map((record) => record.id),
      on,
    )
  return (
    <Tabs
      className="record-choice"
      selectedKey={kind}
      onSelectionChange={(key) => onChange({ kind: BRIEF_KINDS.find((each) => each === key) ?? kind })}
    >
      <TabList className="tabs" aria-label={t('brief.records.tabs')}>
        {BRIEF_KINDS.map((each) => (
          <Tab key={each} id={each} className="tabs__tab">
            {t('brief.records.chosenOf', {
              name: t(`brief.records.${each}`),
              chosen: chosen[each].size,
              total: Object.keys(records[each]).length,
            })}
          </Tab>
        ))}
      </TabList>
      <TabPanel id={kind} className="record-choice__panel">
        <div className="record-choice__tools">
          <TextField
            label={t('brief.records.filter')}
            placeholder={t('brief.records.filterPlaceholder')}
            value={filter}
            onChange={(typed) => onChange({ filter: typed })}
            error={unreadable === null ? null : t('brief.records.unreadable', { text: unreadable })}
          />
          <div className="record-choice__buttons">
            <span className="record-choice__count" role="status">
              {t('brief.records.shown', { count: shown.length })}
            </span>
            <Button size="small" isDisabled={shown.length === 0} onPress={() => tickShown(true)}>
              {t('brief.records.all')}
            </Button>
            <Button size="small" isDisabled={shown.length === 0} onPress={() => tickShown(false)}>
              {t('brief.records.none')}
            </Button>
          </div>
        </div>
        <RecordPicker
          key={kind}
          label={t('brief.records.list', { name })}
          records={shown}
          chosen={chosen[kind]}
          onTick={tickAll}
        />
      </TabPanel>
    </Tabs>
  )
}
