/** Parts of a table that are read ahead rather than with it: menus and dialogs. Each stands in a `Suspense` of its own. */
import { onDemand } from '../onDemand.tsx'

export const ActionMenuView = onDemand(async () => (await import('../ui/ActionMenu.tsx')).ActionMenu)
export const NameViewView = onDemand(async () => (await import('./NameViewDialog.tsx')).NameViewDialog)
export const BulkEditView = onDemand(async () => (await import('./BulkEditDialog.tsx')).BulkEditDialog)
export const ColumnFilterView = onDemand(
  async () => (await import('./ColumnFilterDialog.tsx')).ColumnFilterDialog,
)
export const FilterChipsView = onDemand(async () => (await import('./FilterChips.tsx')).FilterChips)
export const CellEditorView = onDemand(async () => (await import('./CellEditor.tsx')).CellEditor)
export const RowPreviewView = onDemand(async () => (await import('./RowPreview.tsx')).RowPreview)
