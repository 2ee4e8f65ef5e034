/**
 * Which records go into the brief: a tab for each kind, the filter of the tables, tick boxes, all that a filter shows. A
 * filter by which all were ticked is remembered, and says how many records have come to match it since.
 */
import { useMemo } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useTypedQuery } from '../../table/tableSearch.ts'
import { useFilteredRows } from '../../table/useFilteredRows.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { visibleText } from '../../visibleText.ts'
import { BRIEF_KINDS, type BriefKind, type ChoosableRecord, tick } from './briefChoice.ts'
import type { BriefDraft } from './briefDraft.ts'
import type { ChoosableRecords } from './ChooseStep.tsx'
import { FilterChoices } from './FilterChoices.tsx'
import { RecordPicker } from './RecordPicker.tsx'

export type ChoicePart = Partial<Pick<BriefDraft, 'chosen' | 'filters'>>

export interface RecordChoiceProps {
  readonly records: ChoosableRecords
  readonly draft: Pick<BriefDraft, 'chosen' | 'passedOver' | 'filters'>
  readonly kind: BriefKind
  readonly onKind: (kind: BriefKind) => void
  /** What is typed in the filter. */
  readonly filter: string
  readonly onFilter: (typed: string) => void
  readonly onChange: (part: ChoicePart) => void
  /** Show only these; null for all. */
  readonly onlyLeftOut: readonly { readonly kind: BriefKind; readonly id: string }[] | null
}

const asRecord = (record: ChoosableRecord) => record

export function RecordChoice(props: RecordChoiceProps) {
  const { records, draft, kind, onKind, filter, onFilter, onChange, onlyLeftOut } = props
  const t = useText()
  const { chosen, passedOver, filters } = draft
  const typedInTable = useTypedQuery(kind).trim()
  const all = useMemo(() => {
    const here: readonly ChoosableRecord[] = Object.values(records[kind])
    if (onlyLeftOut === null) return here
    const only = new Set(onlyLeftOut.filter((each) => each.kind === kind).map((each) => each.id))
    return here.filter((record) => only.has(record.id))
  }, [records, kind, onlyLeftOut])
  const { rows: shown, error, isLooking } = useFilteredRows(kind, all, filter, asRecord)
  const name = t(`brief.records.${kind}`)
  const cannotTake = isLooking || shown.length === 0

  const onTick = (ids: readonly string[], on: boolean) => onChange({ chosen: tick(chosen, kind, ids, on) })
  const tickShown = () => {
    const query = filter.trim()
    const isKnown = filters.some((each) => each.kind === kind && each.query === query)
    const isWhole = onlyLeftOut === null && error === null && query !== ''
    const ids = shown.map(({ id }) => id)
    onChange({
      chosen: tick(chosen, kind, ids, true),
      ...(isWhole && !isKnown ? { filters: [...filters, { kind, query }] } : {}),
    })
  }
  return (
    <Tabs
      className="record-choice"
      selectedKey={kind}
      onSelectionChange={(key) => onKind(BRIEF_KINDS.find((each) => each === key) ?? kind)}
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
            onChange={onFilter}
            error={error === null ? null : t('composer.filter.unreadable', { text: error.text })}
          />
          <div className="record-choice__buttons">
            <span className="record-choice__count" role="status">
              {isLooking ? t('table.looking') : t('brief.records.shown', { count: shown.length })}
            </span>
            {typedInTable === '' || typedInTable === filter.trim() ? null : (
              <Button size="small" variant="quiet" onPress={() => onFilter(typedInTable)}>
                {t('composer.filter.ofTable', { query: visibleText(typedInTable) })}
              </Button>
            )}
            <Button size="small" isDisabled={cannotTake} onPress={tickShown}>
              {t('brief.records.all')}
            </Button>
            <Button
              size="small"
              isDisabled={cannotTake}
              onPress={() =>
                onTick(
                  shown.map(({ id }) => id),
                  false,
                )
              }
            >
              {t('brief.records.none')}
            </Button>
          </div>
        </div>
        <FilterChoices
          key={`filters ${kind}`}
          kind={kind}
          filters={filters.filter((each) => each.kind === kind)}
          records={all}
          chosen={chosen[kind]}
          passedOver={passedOver[kind]}
          onTake={(ids) => onTick(ids, true)}
          onForget={(gone) => onChange({ filters: filters.filter((each) => each !== gone) })}
          onShow={onFilter}
        />
        <RecordPicker
          key={kind}
          label={t('brief.records.list', { name })}
          records={shown}
          isLooking={isLooking}
          chosen={chosen[kind]}
          onTick={onTick}
        />
      </TabPanel>
    </Tabs>
  )
}
