/** Parts of a table that are read ahead rather than with it: menus and dialogs. Each stands in a `Suspense` of its own. */
import { onDemand } from '../onDemand.tsx'

export const ActionMenuView = onDemand(async () => (await import('../ui/ActionMenu.tsx')).ActionMenu)
export const NameViewView = onDemand(async () => (await import('./NameViewDialog.tsx')).NameViewDialog)
export const BulkEditView = onDemand(async () => (await import('./BulkEditDialog.tsx')).BulkEditDialog)
