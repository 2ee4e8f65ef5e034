/** Where the focus is. */

/** Is the focus on nothing in particular? Where a screen has no control, the main part has it as a whole. */
export function isFocusNowhere(): boolean {
  const at = document.activeElement
  return at === null || at === document.body || at.matches('main')
}
