/** A part of a record's page: a heading, and what stands under it. */
import { useId } from 'react'

export interface PageSectionProps {
  readonly title: string
  /** Beside the heading. */
  readonly aside?: React.ReactNode
  readonly children: React.ReactNode
}

export function PageSection({ title, aside, children }: PageSectionProps) {
  const id = useId()
  return (
    <section className="page-section" aria-labelledby={id}>
      <div className="page-section__head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
