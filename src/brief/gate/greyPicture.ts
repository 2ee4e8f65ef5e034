/** Pictures as grey samples, row by row: what the measures of coarse and blurred regions work on. */

export interface GreyPicture {
  readonly width: number
  readonly height: number
  /** 0 is black, 255 white. */
  readonly samples: Uint8Array
}

/**
 * A picture of samples of one to four bytes: grey, grey and opacity, red green blue, and these with opacity. What lets
 * light through lies on white.
 */
export function greyOf(
  width: number,
  height: number,
  colours: ArrayLike<number>,
  perSample: 1 | 2 | 3 | 4,
): GreyPicture {
  const samples = new Uint8Array(width * height)
  const hasOpacity = perSample === 2 || perSample === 4
  for (let i = 0; i < samples.length; i += 1) {
    const at = i * perSample
    const first = colours[at] ?? 0
    const grey =
      perSample < 3 ? first : 0.299 * first + 0.587 * (colours[at + 1] ?? 0) + 0.114 * (colours[at + 2] ?? 0)
    const opacity = hasOpacity ? (colours[at + perSample - 1] ?? 0) / 255 : 1
    samples[i] = Math.round(grey * opacity + 255 * (1 - opacity))
  }
  return { width, height, samples }
}

/** Every n-th sample of every n-th row. */
export function everyNth(picture: GreyPicture, n: number): GreyPicture {
  if (n <= 1) return picture
  const width = Math.floor(picture.width / n)
  const height = Math.floor(picture.height / n)
  const samples = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      samples[y * width + x] = picture.samples[y * n * picture.width + x * n] ?? 0
  return { width, height, samples }
}
