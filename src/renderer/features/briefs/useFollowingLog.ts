/** Calls back when a record that a brief may show, or that tells what it must not show, has changed. */
import { useEffect, useRef } from 'react'
import { useLogView } from '../../store.ts'

const KINDS = [
  'incidents',
  'claims',
  'contacts',
  'actions',
  'sources',
  'sourceItems',
  'persons',
  'organisations',
  'places',
  'profiles',
  'terms',
] as const

/** @param isOn while it is off, changes are not waited for. */
export function useFollowingLog(isOn: boolean, onChange: () => void): void {
  const records = useLogView()
  const seen = useRef(records)
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    const before = seen.current
    seen.current = records
    if (isOn && KINDS.some((kind) => before[kind] !== records[kind])) latest.current()
  }, [records, isOn])
}
