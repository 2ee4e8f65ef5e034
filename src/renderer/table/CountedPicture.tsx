/** A picture of what a table shows: each incident once, however many records of it there are. */
import { useMemo } from 'react'
import { countedOnce } from '../../core/countedOnce.ts'
import { NotCounted } from './NotCounted.tsx'
import type { Picture, PictureProps } from './pictures.ts'

export interface CountedPictureProps<R> extends PictureProps<R> {
  readonly picture: Picture<R>
}

export function CountedPicture<R extends object>({ picture, rows, isLooking }: CountedPictureProps<R>) {
  const counted = useMemo(() => countedOnce(rows), [rows])
  return (
    <>
      <NotCounted count={counted.leftOut} />
      <picture.View rows={counted.rows} isLooking={isLooking} />
    </>
  )
}
