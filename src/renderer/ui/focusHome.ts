/** Where the focus goes when what had it is taken away: back where it was, else to the table's cell, else the page. */

/** Focuses `before` if it is still in the page; otherwise the active cell of the table, or the main part. */
export function giveFocusBack(before: Element | null): void {
  const homes = [before, document.querySelector('[data-cell][tabindex="0"]'), document.querySelector('main')]
  for (const home of homes) {
    if (!(home instanceof HTMLElement) || !home.isConnected) continue
    home.focus({ preventScroll: true })
    if (document.activeElement === home) return
  }
}
