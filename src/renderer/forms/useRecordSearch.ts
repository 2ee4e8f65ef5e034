/** Searches records while somebody types, in slices between which the window goes on taking keys. */
import { useEffect, useMemo, useState } from 'react'
import type { Kind } from '../../core/records.ts'
import { useLogView } from '../store.ts'
import { useText } from '../text.ts'
import type { Option } from '../ui/OptionItem.tsx'
import { type FoundRecord, recordAmong, searchRecords } from './recordSearch.ts'

const SLICE_MS = 8
const NOTHING: readonly FoundRecord[] = []

/** Records whose titles hold what is typed; nothing is looked for while `typed` is null. */
export function useRecordSearch(
  kinds: readonly Kind[],
  typed: string | null,
  skip: ReadonlySet<string>,
): readonly Option[] {
  const view = useLogView()
  const [found, setFound] = useState(NOTHING)
  useEffect(() => {
    const search = searchRecords(view, kinds, typed ?? '', skip)
    let timer: ReturnType<typeof setTimeout> | undefined
    const slice = () => {
      const end = performance.now() + SLICE_MS
      let step = search.next()
      while (!step.done && performance.now() < end) step = search.next()
      if (step.done !== true) timer = setTimeout(slice)
      if (step.done === true || step.value.length > 0) setFound(step.value)
    }
    slice()
    return () => clearTimeout(timer)
  }, [view, kinds, typed, skip])
  return useFoundOptions(found, kinds.length > 1)
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
