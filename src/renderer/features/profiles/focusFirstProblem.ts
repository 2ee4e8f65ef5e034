/** After a save was refused: to the first rule that has to be mended. */
export function focusFirstProblem(form: HTMLFormElement | null): void {
  // After the problems are drawn.
  requestAnimationFrame(() => {
    form?.querySelector<HTMLElement>(':is([aria-invalid="true"], [data-wrong] input)')?.focus()
  })
}
