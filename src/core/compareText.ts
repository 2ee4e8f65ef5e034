/**
 * Order of texts by their code units, for `sort`: the same on every machine, whatever its language and collation tables
 * are. Not for people to read by; that is what `Intl.Collator` is for.
 */
export function compareText(a: string, b: string): number {
  return Number(a > b) - Number(a < b)
}
