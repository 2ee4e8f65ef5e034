/** Step 1: profile, language, title, day, and which records. */
import { useMemo, useState } from 'react'
import { daySchema } from '../../../core/claim.ts'
import { useRecords, useToday } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { useChosenProfile } from '../profiles/ownProfiles.ts'
import { BriefOptions } from './BriefOptions.tsx'
import {
  BRIEF_KINDS,
  type BriefKind,
  type ChoosableRecord,
  keepExisting,
  leftOutByLabel,
} from './briefChoice.ts'
import type { BriefDraft } from './briefDraft.ts'
import { LabelNotice } from './LabelNotice.tsx'
import { RecordChoice } from './RecordChoice.tsx'

export interface ChooseStepProps {
  readonly draft: BriefDraft
  readonly onChange: (draft: BriefDraft) => void
  readonly onPreview: (draft: BriefDraft) => void
  readonly isWorking: boolean
}

export type ChoosableRecords = Readonly<Record<BriefKind, Readonly<Record<string, ChoosableRecord>>>>

export function ChooseStep({ draft, onChange, onPreview, isWorking }: ChooseStepProps) {
  const t = useText()
  const today = useToday()
  const profile = useChosenProfile(draft.profile)
  const incidents = useRecords('incidents')
  const claims = useRecords('claims')
  const contacts = useRecords('contacts')
  const actions = useRecords('actions')
  const records: ChoosableRecords = useMemo(
    () => ({ incidents, claims, contacts, actions }),
    [incidents, claims, contacts, actions],
  )
  const [wasTried, setTried] = useState(false)
  const [showsLeftOut, setShowsLeftOut] = useState(false)
  // Records deleted since they were ticked must not be asked for.
  const chosen = useMemo(
    () => keepExisting(draft.chosen, (kind, id) => Object.hasOwn(records[kind], id)),
    [draft.chosen, records],
  )
  const leftOut = useMemo(
    () =>
      BRIEF_KINDS.flatMap((kind) =>
        leftOutByLabel(chosen[kind], records[kind], profile.labels).map((id) => ({ kind, id })),
      ),
    [chosen, records, profile],
  )
  const isDay = daySchema.safeParse(draft.asOf.trim()).success
  const isEmpty = chosen.incidents.size + chosen.claims.size === 0

  const preview = () => {
    setTried(true)
    if (!isDay || isEmpty) return
    onPreview({ ...draft, profile: profile.name, chosen })
  }
  return (
    <div className="choose">
      <BriefOptions
        draft={draft}
        profile={profile}
        onChange={onChange}
        asOfError={wasTried && !isDay ? t('brief.form.asOfUnreadable', { example: today }) : null}
      />
      <div className="choose__records">
        <RecordChoice
          records={records}
          chosen={chosen}
          kind={draft.kind}
          filter={draft.filter}
          onChange={(part) => onChange({ ...draft, ...part })}
          onlyLeftOut={showsLeftOut && leftOut.length > 0 ? leftOut : null}
        />
        <LabelNotice
          chosen={chosen}
          leftOut={leftOut}
          labels={profile.labels}
          onChange={(next) => onChange({ ...draft, chosen: next })}
          showsLeftOut={showsLeftOut}
          onShowLeftOut={setShowsLeftOut}
        />
        <div className="brief__actions">
          {wasTried && isEmpty ? (
            <p role="alert" className="choose__problem">
              {t('brief.choose.nothing')}
            </p>
          ) : null}
          <Button variant="primary" isDisabled={isWorking} onPress={preview}>
            {t('brief.choose.next')}
          </Button>
        </div>
      </div>
    </div>
  )
}
