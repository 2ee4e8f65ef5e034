/** The release gate said no: what kind of thing it found and how often, never the thing itself. */
import type { AppError } from '../../../core/appError.ts'
import { isMessageKey } from '../../../shared/i18n/catalogue.ts'
import { useText } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'

export interface GateRefusalProps {
  readonly error: AppError
}

export function GateRefusal({ error }: GateRefusalProps) {
  const t = useText()
  const classWords = (name: string) => {
    const known = [name, name.split('/')[0]].map((each) => `brief.leak.${each}`).find(isMessageKey)
    return (
      <>
        {known === undefined ? null : t(known)} <code>{name}</code>
      </>
    )
  }
  const findings = Object.entries(error.fields ?? {})
  return (
    <Banner kind="error" title={t('brief.refused.title')}>
      <p>{t('brief.refused.body')}</p>
      {findings.length === 0 ? null : (
        <table className="findings">
          <thead>
            <tr>
              <th scope="col">{t('brief.refused.class')}</th>
              <th scope="col">{t('brief.refused.count')}</th>
            </tr>
          </thead>
          <tbody>
            {findings.map(([name, found]) => (
              <tr key={name}>
                <td>{classWords(name)}</td>
                <td>{found}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>{t('brief.refused.next')}</p>
    </Banner>
  )
}
