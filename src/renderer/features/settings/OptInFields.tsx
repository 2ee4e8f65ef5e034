/** Fields that the open log asks for only when it was set to (core/optIns.ts). */
import { OPT_INS } from '../../../core/log.ts'
import { daybook } from '../../bridge.ts'
import { answerOfSave, tellRefusal } from '../../saveTrouble.ts'
import { acceptLogState, useLogState } from '../../store.ts'
import { useText } from '../../text.ts'
import { CheckboxField } from '../../ui/CheckboxField.tsx'

const OWNER = 'opt-in'

export function OptInFields() {
  const t = useText()
  const { optIns } = useLogState()
  const switchTo = async (optIn: (typeof OPT_INS)[number], isOn: boolean) => {
    const reply = await answerOfSave(daybook().logSwitchOptIn({ optIn, isOn }), {
      owner: OWNER,
      what: t('settings.optIn.title'),
      retry: null,
    })
    if (reply.ok) acceptLogState(reply.value)
    else tellRefusal(t, reply.error)
  }
  return (
    <section className="settings__section" aria-labelledby="settings-opt-ins">
      <h2 id="settings-opt-ins">{t('settings.optIn.title')}</h2>
      {OPT_INS.map((optIn) => (
        <CheckboxField
          key={optIn}
          isSelected={optIns.includes(optIn)}
          onChange={(isOn) => void switchTo(optIn, isOn)}
        >
          {t(`settings.optIn.${optIn}`)}
        </CheckboxField>
      ))}
      <p className="settings__lead">{t('settings.optIn.hint')}</p>
    </section>
  )
}
