/** A word in a thin frame, with a shape where colour adds a meaning. */
import { Icon, type IconName } from './Icon.tsx'
import './surfaces.css'

export type Tone = 'neutral' | 'good' | 'warning' | 'bad' | 'info'

export interface BadgeProps {
  readonly tone?: Tone
  readonly icon?: IconName
  readonly children: React.ReactNode
}

export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  return (
    <span className={`badge badge--${tone}`}>
      {icon === undefined ? null : <Icon name={icon} size={12} />}
      {children}
    </span>
  )
}
