/** Searches records while somebody types, in slices between which the window goes on taking keys. */
import { useEffect, useMemo, useState } from 'react'
import type { Kind } from '../../core/records.ts'
import { useLogView } from '../store.ts'
import { useText } from '../text.ts'
import type { Option } from '../ui/OptionItem.tsx'
import { type FoundRecord, recordAmong, searchRecords } from './recordSearch.ts'

const SLICE_MS = 8
const NOTHING: readonly FoundRecord[] = []

interface Finding {
  readonly found: readonly FoundRecord[]
  /** The search that ended with it; null while one goes on. */
  readonly of: object | null
}

export interface RecordSearch {
  readonly found: readonly Option[]
  /** Is what was found of an earlier text, or not all yet? */
  readonly isLooking: boolean
}

/** Records whose titles hold what is typed; the first ones while `typed` is null. */
export function useRecordSearch(
  kinds: readonly Kind[],
  typed: string | null,
  skip: ReadonlySet<string>,
): RecordSearch {
  const view = useLogView()
  const [{ found, of }, setFound] = useState<Finding>({ found: NOTHING, of: null })
  const search = useMemo(
    () => () => searchRecords(view, kinds, typed ?? '', skip),
    [view, kinds, typed, skip],
  )
  useEffect(() => {
    const steps = search()
    let timer: ReturnType<typeof setTimeout> | undefined
    const slice = () => {
      const end = performance.now() + SLICE_MS
      let step = steps.next()
      while (!step.done && performance.now() < end) step = steps.next()
      if (step.done !== true) timer = setTimeout(slice)
      if (step.done === true || step.value.length > 0)
        setFound({ found: step.value, of: step.done === true ? search : null })
    }
    slice()
    return () => clearTimeout(timer)
  }, [search])
  return { found: useFoundOptions(found, kinds.length > 1), isLooking: of !== search }
}

/** The record of an id as an option; null for a blank id. An id that leads nowhere is shown as it is. */
export function useRecordOption(kinds: readonly Kind[], id: string): Option | null {
  const view = useLogView()
  return useMemo(() => {
    if (id === '') return null
    return { value: id, label: recordAmong(view, kinds, id)?.title ?? id }
  }, [view, kinds, id])
}

function useFoundOptions(found: readonly FoundRecord[], saysKind: boolean): readonly Option[] {
  const t = useText()
  return useMemo(
    () =>
      found.map(({ kind, id, title }) => ({
        value: id,
        label: title,
        note: saysKind ? t(`records.${kind}.one`) : undefined,
      })),
    [found, saysKind, t],
  )
}
