/** The screen of one kind of record: its name, what can be done, the table, and what to do when it is empty. */
import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { MOST_EDITED } from '../../core/bulkLimit.ts'
import type { ColumnFilter } from '../../core/columnFilter.ts'
import type { QueriedRecord } from '../../core/queryTerms/queryWorld.ts'
import { recordTitle } from '../../core/records.ts'
import type { TableLayout } from '../../core/tableView.ts'
import type { EditableKind } from '../../shared/ipc/views.ts'
import { rowsOf } from '../collectionRows.ts'
import { DemoOffer } from '../features/onboarding/DemoOffer.tsx'
import { goTo, newRecord, openRecord, useNavigation } from '../navigation.ts'
import { deleteRecords } from '../records/deleteRecords.ts'
import { useIsArriving, useIsReadOnly } from '../store.ts'
import { useLanguage } from '../text.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { showToast } from '../ui/Toast.tsx'
import { askAhead } from '../wholeRecords.ts'
import { ColumnChooser } from './ColumnChooser.tsx'
import { CountedPicture } from './CountedPicture.tsx'
import { filterTest } from './columnFilters.ts'
import { hasCommaInside, isEditedInPlace } from './editableColumns.ts'
import { PictureToggle } from './PictureToggle.tsx'
import type { Picture } from './pictures.ts'
import { QueryProblem } from './QueryProblem.tsx'
import { RecordTable } from './RecordTable.tsx'
import type { HasId, TableColumn } from './tableColumn.ts'
import { BulkEditView, CellEditorView, FilterChipsView, RowPreviewView } from './tableParts.ts'
import {
  lookFor,
  setColumnFilters,
  setShown,
  useColumnFilters,
  usePicture,
  useTypedQuery,
} from './tableSearch.ts'
import { useFilteredRows } from './useFilteredRows.ts'
import { useFocusBeside } from './useFocusBeside.ts'
import { useTableLayout } from './useTableLayout.ts'
import { ViewPicker } from './ViewPicker.tsx'

export interface TableScreenProps<R extends HasId> {
  readonly kind: EditableKind
  readonly recordsById: Readonly<Record<string, R>>
  readonly columns: readonly TableColumn<R>[]
  /** Must not change between renders. */
  readonly firstSorting: TableLayout['sorting']
  /** The record a row stands for, as queries see it; must not change between renders. */
  readonly asRecord: (row: R) => QueriedRecord
  /** Other ways to look at what the table shows. */
  readonly pictures?: readonly Picture<R>[]
}

const NOTHING: ReadonlySet<string> = new Set()
const NO_PICTURES: readonly never[] = []

export function TableScreen<R extends HasId>(props: TableScreenProps<R>) {
  const { kind, recordsById, columns, firstSorting, asRecord, pictures = NO_PICTURES } = props
  const { t, locale } = useLanguage()
  const { open } = useNavigation()
  const isArriving = useIsArriving()
  const isReadOnly = useIsReadOnly()
  const look = useTableLayout(kind, columns, firstSorting, locale)
  const { layout, setLayout } = look
  const [selected, setSelected] = useState(NOTHING)
  /** Records that are about to be changed together. */
  const [changing, setChanging] = useState<readonly string[] | null>(null)
  const all = useMemo(() => rowsOf(recordsById), [recordsById])
  const typed = useTypedQuery(kind)
  const filters = useColumnFilters(kind)
  const also = useMemo(() => filterTest(columns, filters), [columns, filters])
  const { rows, error, isLooking } = useFilteredRows(kind, all, typed, asRecord, also)
  const filterBy = (next: readonly ColumnFilter[]) => setColumnFilters(kind, next)
  const onFilter = (column: string, filter: ColumnFilter | null) => {
    const others = filters.filter((each) => each.column !== column)
    filterBy(filter === null ? others : [...others, filter])
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the count is of one text in one table
  useEffect(() => () => setShown(null), [kind, typed, filters])
  // biome-ignore lint/correctness/useExhaustiveDependencies: after another text it is told anew
  useEffect(() => {
    if (!isLooking) setShown({ shown: rows.length, total: all.length })
  }, [isLooking, kind, typed, filters, rows.length, all.length])

  const onDelete = useCallback(
    (ids: readonly string[]) => {
      const records = ids.flatMap((id) => {
        const row = recordsById[id]
        return row === undefined ? [] : [{ id, title: titleOf(kind, asRecord(row)) }]
      })
      void deleteRecords(kind, records, t)
    },
    [kind, recordsById, asRecord, t],
  )
  const onRest = useCallback((shown: readonly R[]) => askAhead(kind, shown), [kind])
  const chosenPicture = usePicture(kind)
  const picture = pictures.find(({ name }) => name === chosenPicture)
  // Without a table nothing says what is selected.
  const hasTable = rows.length > 0 && picture === undefined
  const selectedHere = useMemo(() => (hasTable ? [...selected] : []), [selected, hasTable])

  const changeSelected = () => {
    if (selectedHere.length > MOST_EDITED) showToast({ text: t('table.bulk.tooMany', { most: MOST_EDITED }) })
    else setChanging(selectedHere)
  }
  const groupColumn = columns.find(({ id, group }) => id === layout.groupBy && group !== undefined)
  const views = useRef<HTMLButtonElement>(null)
  useFocusBeside(groupColumn !== undefined, views)
  useFocusBeside(filters.length > 0, views)
  const newButton = (
    <Button variant="primary" icon="plus" isDisabled={isReadOnly} onPress={() => newRecord(kind)}>
      {t(`table.${kind}.new`)}
    </Button>
  )
  return (
    <section className="screen" aria-label={t(`kind.${kind}`)}>
      <header className="screen__head">
        <h1>{t(`kind.${kind}`)}</h1>
        <div className="screen__views">
          <ViewPicker kind={kind} look={look} isReadOnly={isReadOnly} trigger={views} />
        </div>
        {pictures.length === 0 ? null : (
          <PictureToggle kind={kind} pictures={pictures} shown={picture?.name ?? null} />
        )}
        {groupColumn === undefined || picture !== undefined ? null : (
          <Button variant="quiet" icon="close" onPress={() => setLayout({ ...layout, groupBy: null })}>
            {t('table.groups.grouped', { column: t(groupColumn.header) })}
          </Button>
        )}
        {selectedHere.length > 1 ? (
          <>
            <span className="screen__selected">{t('table.selected', { count: selectedHere.length })}</span>
            <Button isDisabled={isReadOnly} onPress={changeSelected}>
              {t('table.bulk.button')}
            </Button>
            <Button
              variant="danger"
              icon="bin"
              isDisabled={isReadOnly}
              onPress={() => onDelete(selectedHere)}
            >
              {t('table.delete')}
            </Button>
          </>
        ) : null}
        {picture === undefined ? (
          <ColumnChooser columns={columns} layout={layout} onChange={setLayout} />
        ) : null}
        {newButton}
      </header>
      <Suspense fallback={null}>
        {filters.length === 0 ? null : (
          <FilterChipsView columns={columns} filters={filters} onChange={filterBy} />
        )}
      </Suspense>
      {error === null ? null : <QueryProblem error={error} />}
      {all.length === 0 && isArriving ? (
        <EmptyState title={t('shell.status.loading')}>{''}</EmptyState>
      ) : all.length === 0 ? (
        <EmptyState
          title={t(`table.${kind}.emptyTitle`)}
          actions={
            <>
              {newButton}
              <Button icon="import" isDisabled={isReadOnly} onPress={() => goTo('import')}>
                {t('table.empty.import')}
              </Button>
              <DemoOffer />
            </>
          }
        >
          {t(`table.${kind}.emptyBody`)}
        </EmptyState>
      ) : rows.length === 0 ? (
        <EmptyState
          title={t(isLooking ? 'table.looking' : 'table.none.title')}
          actions={<Button onPress={() => lookFor(kind, null)}>{t('shell.search.clear')}</Button>}
        >
          {isLooking ? '' : t('table.none.body', { count: all.length })}
        </EmptyState>
      ) : picture !== undefined ? (
        <Suspense fallback={null}>
          <CountedPicture picture={picture} rows={rows} isLooking={isLooking} />
        </Suspense>
      ) : (
        <RecordTable
          label={t(`kind.${kind}`)}
          all={all}
          rows={rows}
          isLooking={isLooking}
          columns={columns}
          layout={layout}
          setLayout={setLayout}
          filters={filters}
          onFilter={onFilter}
          openId={open?.kind === kind ? open.id : null}
          onOpen={(id) => openRecord(kind, id)}
          onDelete={onDelete}
          onSelect={setSelected}
          onRest={onRest}
          canEdit={(columnId, row) =>
            !isReadOnly && isEditedInPlace(kind, columnId) && !hasCommaInside(row, columnId)
          }
          editor={({ row, columnId }, trigger, onDone) => (
            <CellEditorView
              // Another cell begins with what it holds.
              key={`${row.id} ${columnId}`}
              kind={kind}
              row={row}
              columnId={columnId}
              trigger={trigger}
              onDone={onDone}
            />
          )}
          preview={(row, close) => <RowPreviewView kind={kind} row={asRecord(row)} onClose={close} />}
        />
      )}
      <Suspense fallback={null}>
        {changing === null ? null : (
          <BulkEditView
            kind={kind}
            ids={changing}
            titleOf={(id) => {
              const row = recordsById[id]
              return row === undefined ? '' : titleOf(kind, asRecord(row))
            }}
            onClose={() => setChanging(null)}
          />
        )}
      </Suspense>
    </section>
  )
}

/** Kind and record belong together here by construction; the title needs only the record. */
function titleOf(kind: EditableKind, record: QueriedRecord): string {
  return recordTitle(kind, record as never)
}
