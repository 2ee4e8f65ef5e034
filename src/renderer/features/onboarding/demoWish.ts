/**
 * The wish to see the demo log, which outlives the page of the log that is locked for it: it stands in the address of the
 * page, which nobody sees, and nowhere on the disk.
 */
const WISH = '#demo'

export function wishForDemo(): void {
  history.replaceState(null, '', WISH)
}

/** Was it wished for? Tells once. */
export function takeDemoWish(): boolean {
  if (location.hash !== WISH) return false
  history.replaceState(null, '', location.pathname)
  return true
}
