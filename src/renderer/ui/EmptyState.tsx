/** An empty screen: says what belongs here and what to do. */
import './surfaces.css'

export interface EmptyStateProps {
  readonly title: string
  readonly children: React.ReactNode
  /** Buttons. */
  readonly actions?: React.ReactNode
}

export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className="empty">
      <h2 className="empty__title">{title}</h2>
      <p>{children}</p>
      {actions === undefined ? null : <div className="empty__actions">{actions}</div>}
    </div>
  )
}
