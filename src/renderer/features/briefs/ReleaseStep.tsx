/** Step 3: the brief exactly as it leaves, why it might not, which forms; then the folder, the gate and the file. */
import { useState } from 'react'
import { BRIEF_FORMS, type BriefForm } from '../../../core/briefForms.ts'
import { shownCounts } from '../../../core/redaction/shownCounts.ts'
import type { SettledBrief } from '../../../shared/ipc/brief.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { CheckboxField } from '../../ui/CheckboxField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { PageViews } from '../briefPages/PageViews.tsx'
import { BriefPage } from './BriefPage.tsx'
import { OutlinePage } from './OutlinePage.tsx'
import { OPEN_AND_UNSIGNED, SignAndSeal } from './SignAndSeal.tsx'
import type { BriefCourse } from './useBrief.ts'

export interface ReleaseStepProps {
  readonly settled: SettledBrief
  /** Name of the profile, in words. */
  readonly profile: string
  readonly course: BriefCourse
  /** The organisation the brief is for. */
  readonly recipient: string | null
  readonly onReleased: () => void
}

export function ReleaseStep({ settled, profile, course, recipient, onReleased }: ReleaseStepProps) {
  const t = useText()
  const [forms, setForms] = useState<readonly BriefForm[]>(['pdf', 'json'])
  const [reason, setReason] = useState('')
  const [closing, setClosing] = useState(OPEN_AND_UNSIGNED)
  const { data, disclosure } = settled
  const shown = shownCounts(data)
  const request = { of: 'release', token: settled.token } as const
  const isWorking = course.working !== null
  const hasForm = forms.length > 0
  const needsReason = disclosure.refusals.length > 0
  const isReady = hasForm && (!needsReason || reason.trim() !== '')
  const write = async () => {
    const released = await course.write({
      forms: [...forms],
      ...(needsReason ? { overrideReason: reason.trim() } : {}),
      ...(closing.signWith === null ? {} : { signWith: closing.signWith }),
      ...(closing.sealFor === null ? {} : { sealFor: closing.sealFor }),
    })
    if (released) onReleased()
  }
  return (
    <div className="review">
      <PageViews title={t('brief.release.page')} request={request} incidents={shown.incidents}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a page that scrolls must be reachable by keyboard. */}
        <div className="review__scroll" tabIndex={0}>
          {data.layout === 'general' ? <BriefPage data={data} /> : <OutlinePage request={request} />}
        </div>
      </PageViews>
      <aside className="review__side" aria-labelledby="release-title">
        <div className="review__facts">
          <h2 id="release-title">{t('brief.release.title')}</h2>
          <p>{t('brief.release.lead')}</p>
          <ul className="release__what">
            <li>{t('brief.release.profile', { profile, label: data.label })}</li>
            <li>{t('brief.release.rows', { ...shown })}</li>
            <li>{t('brief.release.people', { count: data.people.length })}</li>
          </ul>
          {needsReason ? (
            <Refusals disclosure={disclosure} reason={reason} onReason={setReason} isDisabled={isWorking} />
          ) : null}
          <fieldset className="release__forms">
            <legend className="field__label">{t('brief.release.forms')}</legend>
            {BRIEF_FORMS.map((form) => (
              <CheckboxField
                key={form}
                isSelected={forms.includes(form)}
                onChange={(isWanted) =>
                  setForms(BRIEF_FORMS.filter((each) => (each === form ? isWanted : forms.includes(each))))
                }
                isDisabled={isWorking}
              >
                {t(`brief.release.${form}`)}
              </CheckboxField>
            ))}
            {hasForm ? null : (
              <p role="alert" className="choose__problem">
                {t('brief.release.oneForm')}
              </p>
            )}
          </fieldset>
          <SignAndSeal value={closing} onChange={setClosing} recipient={recipient} isDisabled={isWorking} />
        </div>
        <footer className="brief__actions">
          <Button isDisabled={isWorking} onPress={course.toReview}>
            {t('brief.release.back')}
          </Button>
          <Button variant="primary" isDisabled={isWorking || !isReady} onPress={() => void write()}>
            {t('brief.release.action')}
          </Button>
        </footer>
      </aside>
    </div>
  )
}

interface RefusalsProps {
  readonly disclosure: SettledBrief['disclosure']
  readonly reason: string
  readonly onReason: (reason: string) => void
  readonly isDisabled: boolean
}

/** Rules that refuse the brief; the user may answer for it with a reason. */
function Refusals({ disclosure, reason, onReason, isDisabled }: RefusalsProps) {
  const t = useText()
  const { refusals, k, l } = disclosure
  return (
    <Banner kind="warning" title={t('brief.refusal.title')}>
      <ul>
        {refusals.map(({ rule, rows }) => (
          <li key={rule}>{t(`brief.refusal.${rule}`, { count: rows, k, l })}</li>
        ))}
      </ul>
      <p>{t('brief.refusal.what')}</p>
      <TextArea
        label={t('brief.refusal.reason')}
        description={t('brief.refusal.reasonHelp')}
        value={reason}
        onChange={onReason}
        rows={2}
        maxLength={2_000}
        isDisabled={isDisabled}
      />
    </Banner>
  )
}
