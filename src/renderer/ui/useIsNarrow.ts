/** Is the window narrow, or enlarged so that it is? The same measure as that of the style sheets. */
import { useMedia } from '../useMedia.ts'

export const useIsNarrow = (): boolean => useMedia('(max-width: 50rem)')
