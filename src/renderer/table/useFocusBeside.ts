/** Puts the focus on what stays when a control that had it removes itself. */
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { isFocusNowhere } from '../focusPlace.ts'

/** @param isThere is the control shown? @param beside what takes the focus after it. */
export function useFocusBeside(isThere: boolean, beside: RefObject<HTMLElement | null>): void {
  const wasThere = useRef(isThere)
  useLayoutEffect(() => {
    const hasGone = wasThere.current && !isThere
    wasThere.current = isThere
    if (hasGone && isFocusNowhere()) beside.current?.focus()
  }, [isThere, beside])
}
