/**
 * What a search needs to know of the protected values of a log, made once for all files of a release: forms, hashes,
 * the finder of mentions. A list of values is never changed once it is made, so its tables live as long as it does.
 */
import type { Canary } from '../../core/redaction/briefData.ts'
import { createMentionFinder, type MentionFinder } from '../../core/redaction/mentions/mentionFinder.ts'
import { canaryForms, type Needle } from './canaryForms.ts'
import { createDigestSearch, type DigestSearch } from './digests.ts'
import { createNeedleIndex, type NeedleIndex } from './needleIndex.ts'

export interface SearchTables {
  /** Every form of every value; those for squeezed text among them. */
  readonly index: NeedleIndex
  /** Does a value have letters of scripts that random bytes turn into? */
  readonly hasFarScripts: boolean
  readonly digests: DigestSearch
  /** Made when it is first asked for. */
  readonly finder: () => MentionFinder
}

const known = new WeakMap<readonly Canary[], SearchTables>()

/** The tables of a list of protected values: the same ones for the same list. */
export function searchTables(canaries: readonly Canary[]): SearchTables {
  const tables = known.get(canaries) ?? makeTables(canaries)
  known.set(canaries, tables)
  return tables
}

function makeTables(canaries: readonly Canary[]): SearchTables {
  const needles = distinctNeedles(canaries)
  let finder: MentionFinder | null = null
  return {
    index: createNeedleIndex(needles),
    hasFarScripts: needles.some(({ text }) => /[\u0e00-\u1dff\u2100-\ufb1c]/.test(text)),
    digests: createDigestSearch(canaries),
    finder: () => {
      finder ??= createMentionFinder(canaries, { patterns: false, places: false })
      return finder
    },
  }
}

/** Many records share a day or a place; one needle for each string, which names the first record that has it. */
function distinctNeedles(canaries: readonly Canary[]): Needle[] {
  const values = new Set<string>()
  const byKey = new Map<string, Needle>()
  for (const canary of canaries) {
    const value = `${canary.protected} ${canary.value}`
    if (values.has(value)) continue
    values.add(value)
    for (const needle of canaryForms(canary)) {
      const key = `${canary.protected} ${needle.squeezed} ${needle.text}`
      if (!byKey.has(key)) byKey.set(key, needle)
    }
  }
  return [...byKey.values()]
}
