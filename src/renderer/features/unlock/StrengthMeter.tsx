/** How strong a passphrase looks: a bar, a word, and what the estimate cannot know. */
import { Meter } from 'react-aria-components'
import { useText } from '../../text.ts'
import { passphraseStrength } from './passphraseStrength.ts'

const FULL_BITS = 80

export function StrengthMeter({ passphrase }: { readonly passphrase: string }) {
  const t = useText()
  const { level, bits } = passphraseStrength(passphrase)
  const words = passphrase === '' ? '' : t(`unlock.strength.${level}`)
  return (
    <Meter
      className={`strength strength--${level}`}
      value={Math.min(bits, FULL_BITS)}
      maxValue={FULL_BITS}
      aria-label={t('unlock.strength.label')}
      valueLabel={words}
    >
      {({ percentage }) => (
        <>
          <div className="strength__track">
            <div
              className="strength__fill"
              style={{ inlineSize: passphrase === '' ? '0' : `${Math.max(percentage, 4)}%` }}
            />
          </div>
          <p className="strength__words">
            <strong>{words}</strong>
          </p>
          <p className="field__hint">{t('unlock.strength.honest')}</p>
        </>
      )}
    </Meter>
  )
}
