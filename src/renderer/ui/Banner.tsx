/** A message that stays in the page: what happened, what was kept, what to do. Errors are read out at once. */
import { useText } from '../text.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import './surfaces.css'

export interface BannerProps {
  readonly kind: 'error' | 'warning' | 'info' | 'success'
  readonly title?: string
  readonly children?: React.ReactNode
  /** Buttons. */
  readonly actions?: React.ReactNode
  readonly onClose?: () => void
}

export function Banner({ kind, title, children, actions, onClose }: BannerProps) {
  const t = useText()
  return (
    <div className={`banner banner--${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
      <span className="banner__icon">
        <Icon name={kind} />
      </span>
      <div className="banner__body">
        {title === undefined ? null : <p className="banner__title">{title}</p>}
        {children === undefined ? null : <div data-selectable>{children}</div>}
        {actions === undefined ? null : <div className="toolbar">{actions}</div>}
      </div>
      {onClose === undefined ? null : (
        <Button
          variant="quiet"
          size="small"
          icon="close"
          aria-label={t('shell.dialog.close')}
          onPress={onClose}
        />
      )}
    </div>
  )
}
