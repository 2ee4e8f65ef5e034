/** Is a key given twice in one object? `JSON.parse` keeps the last value and says nothing of the first. */

const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{},:]/g

/** Of JSON that can be parsed. Keys are compared as they are read, not as they are written. */
export function hasRepeatedKey(text: string): boolean {
  const open: (Set<string> | null)[] = []
  let isKey = false
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else if (isKey && token.startsWith('"')) {
      const keys = open.at(-1)
      const untrustedKey: unknown = JSON.parse(token)
      if (keys && typeof untrustedKey === 'string') {
        if (keys.has(untrustedKey)) return true
        keys.add(untrustedKey)
      }
    }
    isKey = (token === '{' || token === ',') && open.at(-1) instanceof Set
  }
  return false
}
