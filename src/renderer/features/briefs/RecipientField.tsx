/**
 * The organisation a brief is for: chosen or made here, and remembered in the ledger. What was used for it the last time
 * is offered, never set by itself.
 */
import { useState } from 'react'
import { BRIEF_LANGUAGES, BRIEF_LAYOUTS } from '../../../core/redaction/briefData.ts'
import { labelOfBriefs } from '../../../core/redaction/profile.ts'
import type { ReleasedBrief } from '../../../shared/ipc/brief.ts'
import { dateWords } from '../../dateWords.ts'
import { WholeDraft } from '../../drafts/WholeDraft.tsx'
import { NewRecordDialog } from '../../forms/NewRecordDialog.tsx'
import { useRecordOption, useRecordSearch } from '../../forms/useRecordSearch.ts'
import { useIsReadOnly, useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { FoundCombo } from '../../ui/FoundCombo.tsx'
import { useChosenProfile } from '../profiles/ownProfiles.ts'
import { profileName } from '../profiles/ruleWords.ts'
import type { BriefDraft } from './briefDraft.ts'
import { OWN_NAMES } from './ownNames.ts'

export interface RecipientFieldProps {
  readonly draft: BriefDraft
  readonly onChange: (draft: BriefDraft) => void
  /** Last first. */
  readonly released: readonly ReleasedBrief[]
}

const KINDS = ['organisations'] as const
const NOBODY: ReadonlySet<string> = new Set()

export function RecipientField({ draft, onChange, released }: RecipientFieldProps) {
  const { t } = useLanguage()
  const isReadOnly = useIsReadOnly()
  const organisations = useRecords('organisations')
  const [typed, setTyped] = useState<string | null>(null)
  const [isMaking, setMaking] = useState(false)
  const { recipient } = draft
  const isThere = recipient !== null && Object.hasOwn(organisations, recipient)
  const search = useRecordSearch(KINDS, typed, NOBODY)
  const chosen = useRecordOption(KINDS, isThere ? recipient : '')
  const last = isThere ? released.find((each) => each.recipient === recipient) : undefined
  return (
    <div className="brief-recipient">
      <FoundCombo
        label={t('composer.recipient.label')}
        description={t('composer.recipient.help')}
        placeholder={t('forms.link.placeholder')}
        {...search}
        chosen={chosen}
        typed={typed}
        onType={setTyped}
        onChange={(id) => onChange({ ...draft, recipient: id })}
        isClearable
        error={recipient !== null && !isThere ? t('composer.recipient.gone') : null}
      />
      {isThere ? null : (
        <Button
          size="small"
          variant="quiet"
          icon="plus"
          isDisabled={isReadOnly}
          onPress={() => setMaking(true)}
        >
          {t('table.organisations.new')}
        </Button>
      )}
      {last === undefined ? null : <LastTime last={last} draft={draft} onChange={onChange} />}
      {isMaking ? (
        <WholeDraft kind="organisations" id={null}>
          <NewRecordDialog
            kind="organisations"
            onSaved={(id) => onChange({ ...draft, recipient: id })}
            onClose={() => setMaking(false)}
          />
        </WholeDraft>
      ) : null}
    </div>
  )
}

interface LastTimeProps extends Omit<RecipientFieldProps, 'released'> {
  readonly last: ReleasedBrief
}

/** What the last brief to this recipient was, and whether this one differs. */
function LastTime({ last, draft, onChange }: LastTimeProps) {
  const words = useLanguage()
  const { t } = words
  const profile = useChosenProfile(last.profile)
  const language = BRIEF_LANGUAGES.find((each) => each === last.language) ?? draft.language
  const layout = BRIEF_LAYOUTS.find((each) => each === last.layout) ?? draft.layout
  const isSame = draft.profile === profile.name && draft.language === language && draft.layout === layout
  return (
    <div className="brief-recipient__last">
      <p>
        {t('composer.recipient.last', {
          day: dateWords(last.at.slice(0, 10), words),
          profile: profileName(t, profile),
          language: OWN_NAMES[language],
          layout: t(`composer.layout.${layout}`),
          label: labelOfBriefs(profile),
        })}
      </p>
      {isSame ? null : (
        <Button size="small" onPress={() => onChange({ ...draft, profile: profile.name, language, layout })}>
          {t('composer.recipient.use')}
        </Button>
      )}
    </div>
  )
}
