/** Every sentence that leaves as it was written, to be read one by one and answered for. */
import type { BriefPreview } from '../../../shared/ipc/contract.ts'
import { useText } from '../../text.ts'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { visibleText } from '../../visibleText.ts'

export interface KeptTextsProps {
  readonly texts: BriefPreview['texts']
  readonly language: string
  readonly hasRead: boolean
  readonly onRead: (hasRead: boolean) => void
}

export function KeptTexts({ texts, language, hasRead, onRead }: KeptTextsProps) {
  const t = useText()
  if (texts.length === 0)
    return (
      <section className="side-part" aria-labelledby="kept-title">
        <h3 id="kept-title">{t('brief.review.texts')}</h3>
        <p>{t('brief.review.noTexts')}</p>
      </section>
    )
  return (
    <section className="side-part" aria-labelledby="kept-title">
      <h3 id="kept-title">{t('brief.review.texts')}</h3>
      <p className="side-part__lead">{t('brief.review.textsLead')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard. */}
      <ol className="kept" tabIndex={0}>
        {texts.map(({ text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two sentences may be alike and stand in one row; the list never changes.
          <li key={index} className="kept__text">
            <span className="kept__number">
              {t('brief.review.textNumber', { number: index + 1, total: texts.length })}
            </span>
            <p lang={language} dir="auto">
              {visibleText(text)}
            </p>
          </li>
        ))}
      </ol>
      <CheckboxField isSelected={hasRead} onChange={onRead}>
        {t('brief.review.read')}
      </CheckboxField>
    </section>
  )
}
