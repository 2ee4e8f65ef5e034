/** The message to whoever holds a brief, to be copied; in the brief's language unless another is chosen. */
import { useState } from 'react'
import { BRIEF_LANGUAGES } from '../../../core/redaction/briefData.ts'
import type { ReleaseRow } from '../../../shared/ipc/releases.ts'
import { languageOf, releaseMessage } from '../../../shared/releases/releaseMessage.ts'
import { copyText } from '../../copyText.ts'
import { useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { announce } from '../../ui/LiveRegion.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { OWN_NAMES } from '../briefs/ownNames.ts'

export function TellMessage({ release }: { readonly release: ReleaseRow }) {
  const { t, comma } = useLanguage()
  const organisations = useRecords('organisations')
  const [language, setLanguage] = useState(languageOf(release))
  const { recall, supersededBy, recipient, changes } = release
  const told = {
    ...release,
    recall: recall ?? undefined,
    supersededBy: supersededBy ?? undefined,
  }
  const message = releaseMessage(
    told,
    changes.map(({ code }) => code),
    language,
  )
  const ids = new Set([...(recipient === null ? [] : [recipient]), ...(recall?.tell ?? [])])
  const names = [...ids].map((id) => visibleTurns(organisations[id]?.name ?? t('releases.gone')))
  const others = recall?.tellOthers === undefined ? [] : [visibleTurns(recall.tellOthers)]
  const copy = async () => {
    if (await copyText(message)) announce(t('releases.message.copied'))
  }
  return (
    <section className="releases__message">
      <h3>{t('releases.message')}</h3>
      {names.length + others.length === 0 ? null : (
        <p dir="auto">{t('releases.tell', { names: [...names, ...others].join(comma) })}</p>
      )}
      <SelectField
        label={t('releases.message.language')}
        options={BRIEF_LANGUAGES.map((value) => ({ value, label: OWN_NAMES[value] }))}
        value={language}
        onChange={setLanguage}
      />
      <TextArea label={t('releases.message')} value={message} rows={10} isReadOnly />
      <Button size="small" onPress={() => void copy()}>
        {t('releases.message.copy')}
      </Button>
    </section>
  )
}
