/** The fields of every kind, as the form of a profile lists them: what can be decided, what always goes, what never does. */

import { foldText } from '../../../core/foldText.ts'
import { KINDS, type Kind } from '../../../core/records.ts'
import { choicesFor, exportableFields, FIELD_POLICIES } from '../../../core/redaction/fieldPolicies.ts'
import type { Translate } from '../../../shared/i18n/format.ts'
import { fieldName, kindName } from './ruleWords.ts'

export interface NamedField {
  readonly path: string
  readonly name: string
}
export interface FieldGroup {
  readonly kind: Kind
  readonly name: string
  /** A profile decides about these. */
  readonly open: readonly NamedField[]
  /** Names of what a row cannot do without, and of what no profile lets out. */
  readonly always: readonly string[]
  readonly never: readonly string[]
}

/** Every kind with its fields under their names, in the order of the records. */
export function fieldGroups(t: Translate): FieldGroup[] {
  return KINDS.map((kind) => {
    const exportable = new Set(exportableFields(kind))
    const isOpen = (path: string) => choicesFor(kind, path).length > 1
    const named = (paths: readonly string[]) =>
      paths.flatMap((path) => {
        const name = fieldName(t, path)
        return name === null ? [] : [{ path, name }]
      })
    const all = Object.keys(FIELD_POLICIES[kind])
    const names = (paths: readonly string[]) => [...new Set(named(paths).map(({ name }) => name))]
    return {
      kind,
      name: kindName(t, kind),
      open: all
        .filter((path) => exportable.has(path) && isOpen(path))
        .map((path) => ({
          path,
          name: fieldName(t, path) ?? path,
        })),
      always: names(all.filter((path) => exportable.has(path) && !isOpen(path))),
      never: names(all.filter((path) => !exportable.has(path))),
    }
  })
}

/** What of the groups is called like what was typed; a kind that is called so itself is there as a whole. */
export function findFields(groups: readonly FieldGroup[], typed: string): readonly FieldGroup[] {
  const wanted = foldText(typed.trim())
  if (wanted === '') return groups
  const isFound = (name: string) => foldText(name).includes(wanted)
  return groups.flatMap((group) => {
    if (isFound(group.name)) return [group]
    const found = {
      ...group,
      open: group.open.filter(({ name }) => isFound(name)),
      always: group.always.filter(isFound),
      never: group.never.filter(isFound),
    }
    return found.open.length + found.always.length + found.never.length === 0 ? [] : [found]
  })
}
