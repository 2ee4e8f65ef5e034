/**
 * The first five steps, at the head of the window: each says why in a few words and leads to the screen where it is done.
 * They cover nothing and take no keys, so that the real form can be filled beside them.
 */
import { useEffect, useRef } from 'react'
import { goTo, newRecord } from '../../navigation.ts'
import { useIsReadOnly, useLogView } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { giveFocusBack } from '../../ui/focusHome.ts'
import { Icon } from '../../ui/Icon.tsx'
import { leaveFirstSteps, showStep, useShownStep } from './firstSteps.ts'
import { isDone, STEPS, type Step } from './steps.ts'
import './onboarding.css'

export function FirstSteps() {
  const index = useShownStep()
  const step = index === null ? undefined : STEPS[index]
  return index === null || step === undefined ? null : <StepBar index={index} step={step} />
}

function StepBar({ index, step }: { readonly index: number; readonly step: Step }) {
  const t = useText()
  const records = useLogView()
  const isReadOnly = useIsReadOnly()
  const head = useRef<HTMLHeadingElement>(null)
  const isFilled = isDone(step, records)
  // Reading goes on with each step, and not when the window is drawn for the first time: there a form may have the focus.
  const isFirst = useRef(true)
  // biome-ignore lint/correctness/useExhaustiveDependencies: this is when to move the focus
  useEffect(() => {
    if (!isFirst.current) head.current?.focus()
    isFirst.current = false
  }, [index])
  const leave = () => {
    leaveFirstSteps()
    giveFocusBack(null)
  }
  return (
    <section className="steps" aria-label={t('onboarding.region')}>
      <div className="steps__words">
        <h2 className="steps__title" ref={head} tabIndex={-1}>
          <span className="steps__count">
            {t('onboarding.count', { number: index + 1, total: STEPS.length })}
          </span>{' '}
          {t(`onboarding.${step.id}.title`)}
        </h2>
        <p>{t(`onboarding.${step.id}.text`)}</p>
        {isFilled ? (
          <p className="steps__done" role="status">
            <Icon name="tick" size={14} /> {t('onboarding.done')}
          </p>
        ) : null}
      </div>
      <div className="toolbar steps__actions">
        <StepActions step={step} isReadOnly={isReadOnly} isQuiet={isFilled} />
        <Button
          className="steps__next"
          variant={isFilled ? 'primary' : 'plain'}
          onPress={() => showStep(index + 1)}
        >
          {t(index === STEPS.length - 1 ? 'onboarding.finish' : 'onboarding.next')}
        </Button>
        {index === 0 ? null : (
          <Button variant="quiet" onPress={() => showStep(index - 1)}>
            {t('onboarding.back')}
          </Button>
        )}
        {index === STEPS.length - 1 ? null : (
          <Button variant="quiet" onPress={leave}>
            {t('onboarding.skip')}
          </Button>
        )}
      </div>
    </section>
  )
}

interface StepActionsProps {
  readonly step: Step
  readonly isReadOnly: boolean
  /** Is what the step asks for there already? */
  readonly isQuiet: boolean
}

/** What leads to the place where the step is done. */
function StepActions({ step: { id, kind }, isReadOnly, isQuiet }: StepActionsProps) {
  const t = useText()
  const variant = isQuiet ? 'plain' : 'primary'
  if (kind !== null)
    return (
      <Button
        variant={variant}
        icon="plus"
        isDisabled={isReadOnly}
        onPress={() => {
          goTo(kind)
          newRecord(kind)
        }}
      >
        {t(`table.${kind}.new`)}
      </Button>
    )
  if (id === 'limits')
    return (
      <Button variant={variant} onPress={() => showPart('settings-limits')}>
        {t('onboarding.limits.action')}
      </Button>
    )
  return (
    <>
      <Button variant={variant} onPress={() => showPart('settings-keys')}>
        {t('onboarding.leave.backup')}
      </Button>
      <Button onPress={() => goTo('brief')}>{t('onboarding.leave.brief')}</Button>
    </>
  )
}

/** Longest wait for a screen that is read on demand. */
const FRAMES = 60

/** Goes to the settings and to a part of them, by the id of its heading. */
function showPart(id: string): void {
  goTo('settings')
  let left = FRAMES
  const look = () => {
    const heading = document.getElementById(id)
    if (heading !== null) {
      heading.tabIndex = -1
      heading.scrollIntoView({ block: 'start' })
      heading.focus({ preventScroll: true })
    } else if (left > 0) requestAnimationFrame(look)
    left -= 1
  }
  requestAnimationFrame(look)
}
