/** Sizes of files in the words of a language: "2.4 MB". Pure. */

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const
/** As file managers and the sellers of disks count. */
const STEP = 1_000

/** A number of bytes with the largest unit that leaves at least one of it. */
export function byteWords(bytes: number, locale: string): string {
  let amount = bytes
  let place = 0
  while (amount >= STEP && place < UNITS.length - 1) {
    amount /= STEP
    place += 1
  }
  const unit = UNITS[place] ?? 'byte'
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: place === 0 ? 'long' : 'short',
    maximumFractionDigits: amount < 10 && place > 0 ? 1 : 0,
  }).format(amount)
}
