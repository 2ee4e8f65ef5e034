/** Step 3: which forms, then the folder, the gate and the file. */
import { useState } from 'react'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import type { BriefCourse } from './useBrief.ts'

export function ReleaseStep({ course }: { readonly course: BriefCourse }) {
  const t = useText()
  const [pdf, setPdf] = useState(true)
  const [json, setJson] = useState(true)
  const isWorking = course.working !== null
  const hasForm = pdf || json
  return (
    <div className="release">
      <h2>{t('brief.release.title')}</h2>
      <p>{t('brief.release.lead')}</p>
      <fieldset className="release__forms">
        <legend className="field__label">{t('brief.release.forms')}</legend>
        <CheckboxField isSelected={pdf} onChange={setPdf} isDisabled={isWorking}>
          {t('brief.release.pdf')}
        </CheckboxField>
        <CheckboxField isSelected={json} onChange={setJson} isDisabled={isWorking}>
          {t('brief.release.json')}
        </CheckboxField>
        {hasForm ? null : (
          <p role="alert" className="choose__problem">
            {t('brief.release.oneForm')}
          </p>
        )}
      </fieldset>
      <div className="brief__actions brief__actions--start">
        <Button isDisabled={isWorking} onPress={course.toReview}>
          {t('brief.release.back')}
        </Button>
        <Button
          variant="primary"
          isDisabled={isWorking || !hasForm}
          onPress={() => void course.write({ pdf, json })}
        >
          {t('brief.release.action')}
        </Button>
      </div>
    </div>
  )
}
