/** The one button: primary (one per view), plain, quiet, danger. An icon-only button needs `aria-label`. */
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Icon, type IconName } from './Icon.tsx'
import './controls.css'

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children' | 'style'> {
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly size?: 'medium' | 'small'
  readonly icon?: IconName
  readonly children?: React.ReactNode
  readonly className?: string
  readonly ref?: React.Ref<HTMLButtonElement>
}

export function Button({
  variant = 'plain',
  size = 'medium',
  icon,
  children,
  className,
  ...rest
}: ButtonProps) {
  const classes = ['button', `button--${variant}`]
  if (size === 'small') classes.push('button--small')
  if (icon !== undefined && children === undefined) classes.push('button--icon')
  if (className !== undefined) classes.push(className)
  return (
    <AriaButton {...rest} className={classes.join(' ')}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </AriaButton>
  )
}
