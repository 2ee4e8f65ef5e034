/** What stood in a cell, short enough for a list of rejects. */
const MAX_SHOWN = 200

export function showValue(untrusted: unknown): string {
  const text = typeof untrusted === 'string' ? untrusted : (JSON.stringify(untrusted) ?? '')
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
}
