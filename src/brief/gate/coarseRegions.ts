/** What was made coarse or blurred in a picture, wherever it stands: squares of one colour, smeared words. */
import { hasBlurredWords } from './blurred.ts'
import type { GreyPicture } from './greyPicture.ts'
import { hasMosaic } from './mosaic.ts'

/** In words for people; null when nothing was. */
export function coarseRegion(picture: GreyPicture): string | null {
  if (hasMosaic(picture)) return 'squares of one colour'
  return hasBlurredWords(picture) ? 'blurred words' : null
}
