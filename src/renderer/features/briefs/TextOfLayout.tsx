/** Says of the text of a brief that its pages are laid out otherwise, where they are. */
import type { BriefLayout } from '../../../core/redaction/briefData.ts'
import { useText } from '../../text.ts'

export function TextOfLayout({ layout }: { readonly layout: BriefLayout }) {
  const t = useText()
  if (layout === 'general') return null
  return (
    <p className="side-part__lead">{t('composer.view.textOf', { layout: t(`composer.layout.${layout}`) })}</p>
  )
}
