/** After a form was refused: the focus goes to the first field that must be corrected. */

/** Call when the errors have been set; waits for them to be drawn. */
export function focusFirstInvalid(form: HTMLFormElement | null): void {
  requestAnimationFrame(() => {
    const field = form?.querySelector('.field[data-invalid]')
    field?.querySelector<HTMLElement>('input:not([tabindex="-1"]), textarea, button')?.focus()
  })
}
