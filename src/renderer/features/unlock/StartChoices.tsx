/** The first window: what Daybook is in two sentences, and three ways to begin. */
import { Button } from 'react-aria-components'
import { useText } from '../../text.ts'

export interface StartChoicesProps {
  readonly onCreate: () => void
  readonly onOpen: () => void
  readonly onDemo: () => void
  readonly isWorking: boolean
}

export function StartChoices({ onCreate, onOpen, onDemo, isWorking }: StartChoicesProps) {
  const t = useText()
  return (
    <>
      <div className="unlock__intro">
        <p>{t('unlock.intro.what')}</p>
        <p>{t('unlock.intro.offline')}</p>
      </div>
      <fieldset className="choices">
        <legend className="visually-hidden">{t('unlock.choice.legend')}</legend>
        <Choice
          title={t('unlock.choice.create')}
          help={t('unlock.choice.createHelp')}
          onPress={onCreate}
          isDisabled={isWorking}
          isFirst
        />
        <Choice
          title={t('unlock.choice.open')}
          help={t('unlock.choice.openHelp')}
          onPress={onOpen}
          isDisabled={isWorking}
        />
        <Choice
          title={t('unlock.choice.demo')}
          help={t('unlock.choice.demoHelp')}
          onPress={onDemo}
          isDisabled={isWorking}
        />
      </fieldset>
    </>
  )
}

interface ChoiceProps {
  readonly title: string
  readonly help: string
  readonly onPress: () => void
  readonly isDisabled: boolean
  readonly isFirst?: boolean
}

function Choice({ title, help, onPress, isDisabled, isFirst = false }: ChoiceProps) {
  return (
    <Button className="choice" onPress={onPress} isDisabled={isDisabled} autoFocus={isFirst}>
      <span className="choice__title">{title}</span>
      <span className="choice__help">{help}</span>
    </Button>
  )
}
