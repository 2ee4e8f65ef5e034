/** The looks that can be chosen for the window. */

export const THEMES = ['system', 'light', 'dark', 'contrast-light', 'contrast-dark'] as const
export type Theme = (typeof THEMES)[number]

/** Light on dark or dark on light; "system" leaves it to the desktop. */
export function schemeOf(theme: Theme): 'system' | 'light' | 'dark' {
  if (theme === 'system') return 'system'
  return theme.endsWith('dark') ? 'dark' : 'light'
}

/** Has a theme the strongest contrast? One that has not is given it where the desktop asks for more. */
export const isHighContrast = (theme: Theme): boolean => theme.startsWith('contrast-')
