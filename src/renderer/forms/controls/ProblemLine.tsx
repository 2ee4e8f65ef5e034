/** What is wrong with a part of a form that has no control of its own to point at. */
import { Icon } from '../../ui/Icon.tsx'

export function ProblemLine({ error }: { readonly error: string | null }) {
  if (error === null) return null
  return (
    <p className="field__error" role="alert">
      <Icon name="error" />
      <span>{error}</span>
    </p>
  )
}
