/** Step 1: for whom, how, and which records; beside them, on demand, their order and the pages they make. */
import { useMemo, useState } from 'react'
import { daySchema } from '../../../core/claim.ts'
import type { ReleasedBrief } from '../../../shared/ipc/brief.ts'
import { useRecords, useToday } from '../../store.ts'
import { useText } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { PagesPane } from '../briefPages/PagesPane.tsx'
import { useChosenProfile } from '../profiles/ownProfiles.ts'
import { BriefOptions } from './BriefOptions.tsx'
import {
  BRIEF_KINDS,
  type BriefKind,
  type ChoosableRecord,
  keepExisting,
  leftOutByLabel,
  moveBy,
} from './briefChoice.ts'
import { type BriefDraft, withChosen } from './briefDraft.ts'
import { requestOf } from './briefRequest.ts'
import { ChoiceNotice } from './ChoiceNotice.tsx'
import { inNeutralOrder } from './chosenOrder.ts'
import { LabelNotice } from './LabelNotice.tsx'
import { OrderList } from './OrderList.tsx'
import { type ChoicePart, RecordChoice } from './RecordChoice.tsx'
import { TooManyNotice } from './TooManyNotice.tsx'

export interface ChooseStepProps {
  readonly draft: BriefDraft
  /** Last first. */
  readonly released: readonly ReleasedBrief[]
  readonly onChange: (draft: BriefDraft) => void
  readonly onPreview: (draft: BriefDraft) => void
  readonly isWorking: boolean
}

export type ChoosableRecords = Readonly<Record<BriefKind, Readonly<Record<string, ChoosableRecord>>>>

const VIEWS = ['records', 'order', 'claimOrder', 'pages'] as const

export function ChooseStep({ draft, released, onChange, onPreview, isWorking }: ChooseStepProps) {
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
  const [view, setView] = useState<(typeof VIEWS)[number]>('records')
  const [kind, setKind] = useState<BriefKind>('incidents')
  const [filter, setFilter] = useState('')
  const [wasTried, setTried] = useState(false)
  const [showsLeftOut, setShowsLeftOut] = useState(false)
  // Records deleted since they were ticked must not be asked for.
  const chosen = useMemo(
    () => keepExisting(draft.chosen, (each, id) => Object.hasOwn(records[each], id)),
    [draft.chosen, records],
  )
  const leftOut = useMemo(
    () =>
      BRIEF_KINDS.flatMap((each) =>
        leftOutByLabel(chosen[each], records[each], profile.labels).map((id) => ({ kind: each, id })),
      ),
    [chosen, records, profile],
  )
  const isDay = daySchema.safeParse(draft.asOf.trim()).success
  const isEmpty = chosen.incidents.size + chosen.claims.size === 0
  const ready = { ...draft, profile: profile.name, chosen }

  /** New incidents and claims come in by date, behind those that were there. */
  const choose = ({ chosen: next, filters = draft.filters }: ChoicePart) => {
    const before = { ...draft, chosen, filters }
    if (next === undefined) return onChange(before)
    const behind = (
      kind: 'incidents' | 'claims',
      sorted: (added: readonly string[]) => readonly string[],
    ) => {
      const kept = [...chosen[kind]].filter((id) => next[kind].has(id))
      const added = [...next[kind]].filter((id) => !chosen[kind].has(id))
      return new Set([...kept, ...sorted(added)])
    }
    onChange(
      withChosen(before, {
        ...next,
        incidents: behind('incidents', inNeutralOrder),
        claims: behind('claims', inNeutralOrder),
      }),
    )
  }
  const preview = () => {
    setTried(true)
    if (isDay && !isEmpty) onPreview(ready)
  }
  const views = VIEWS.filter((each) => {
    if (each === 'order') return draft.order === 'as-chosen'
    return each !== 'claimOrder' || draft.claimOrder === 'as-chosen'
  })
  const shown = views.includes(view) ? view : 'records'
  return (
    <div className="choose">
      <BriefOptions
        draft={draft}
        profile={profile}
        released={released}
        onChange={onChange}
        asOfError={wasTried && !isDay ? t('brief.form.asOfUnreadable', { example: today }) : null}
      />
      <div className="choose__records">
        <div className="toolbar">
          {views.map((each) => (
            <Button
              key={each}
              size="small"
              variant={shown === each ? 'plain' : 'quiet'}
              aria-pressed={shown === each}
              onPress={() => setView(each)}
            >
              {t(`composer.view.${each}`)}
            </Button>
          ))}
        </div>
        {shown === 'records' ? (
          <RecordChoice
            records={records}
            draft={{ ...draft, chosen }}
            kind={kind}
            onKind={setKind}
            filter={filter}
            onFilter={setFilter}
            onChange={choose}
            onlyLeftOut={showsLeftOut && leftOut.length > 0 ? leftOut : null}
          />
        ) : shown === 'order' ? (
          <OrderList
            label={t('composer.order.list')}
            none={t('composer.order.none')}
            rows={[...chosen.incidents].flatMap((id) => {
              const incident = incidents[id]
              return incident === undefined ? [] : [{ id, title: incident.title, when: incident.when }]
            })}
            onMove={(id, by) => onChange({ ...draft, chosen: moveBy(chosen, 'incidents', id, by) })}
          />
        ) : shown === 'claimOrder' ? (
          <OrderList
            label={t('composer.claimOrder.list')}
            none={t('composer.claimOrder.none')}
            rows={[...chosen.claims].flatMap((id) => {
              const claim = claims[id]
              return claim === undefined ? [] : [{ id, title: claim.statement, when: claim.asOf }]
            })}
            onMove={(id, by) => onChange({ ...draft, chosen: moveBy(chosen, 'claims', id, by) })}
          />
        ) : isDay && !isEmpty ? (
          <PagesPane
            request={{ of: 'choice', request: requestOf(ready) }}
            incidents={chosen.incidents.size}
            notice={(choice) => (
              <ChoiceNotice
                choice={choice}
                fixes={draft.fixes}
                onFix={(fixes) => onChange({ ...draft, fixes })}
              />
            )}
          />
        ) : (
          <p className="picker__none">{t('composer.pages.nothing')}</p>
        )}
        {draft.layout === 'annex' ? null : (
          <TooManyNotice
            count={chosen.incidents.size}
            onAnnex={() => onChange({ ...draft, layout: 'annex' })}
          />
        )}
        {shown === 'records' ? (
          <LabelNotice
            chosen={chosen}
            leftOut={leftOut}
            labels={profile.labels}
            onChange={(next) => choose({ chosen: next })}
            showsLeftOut={showsLeftOut}
            onShowLeftOut={setShowsLeftOut}
          />
        ) : null}
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
