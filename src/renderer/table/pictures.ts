/** A way to look at the rows that a table shows, other than as a table. */
import type { PictureName } from '../../core/tableView.ts'
import type { MessageKey } from '../../shared/i18n/catalogue.ts'
import type { OnDemand } from '../onDemand.tsx'

export interface PictureProps<R> {
  /** Those that the search and the filters leave, in no order. */
  readonly rows: readonly R[]
  /** May there be others in a moment? */
  readonly isLooking: boolean
}

export interface Picture<R> {
  readonly name: PictureName
  readonly label: MessageKey
  readonly View: OnDemand<PictureProps<R>>
}
