/** One brief that left: what it rests on, what changed since, what to tell whoever holds it, and what becomes of it. */
import { useState } from 'react'
import type { CallFunctions } from '../../../shared/ipc/api.ts'
import type { ReleaseRow } from '../../../shared/ipc/releases.ts'
import { daybook } from '../../bridge.ts'
import { dateWords } from '../../dateWords.ts'
import { errorText } from '../../errorText.ts'
import { useIsReadOnly, useRecords } from '../../store.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { visibleTurns } from '../../visibleText.ts'
import { useReasonWords } from '../briefs/WithheldList.tsx'
import { useRecordTitle } from '../history/useRecordTitle.ts'
import { changeWords } from './changeWords.ts'
import { RecallDialog } from './RecallDialog.tsx'
import { saveOfRelease } from './saveOfRelease.ts'
import { TellMessage } from './TellMessage.tsx'

export interface ReleaseDetailsProps {
  readonly release: ReleaseRow
  readonly all: readonly ReleaseRow[]
}

export function ReleaseDetails({ release, all }: ReleaseDetailsProps) {
  const words = useLanguage()
  const { t } = words
  const titleOf = useRecordTitle()
  const isReadOnly = useIsReadOnly()
  const [isRecalling, setRecalling] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const { id, recall, supersededBy, changes } = release
  const later = all.filter((each) => each.at > release.at)
  const run = async (ask: () => ReturnType<CallFunctions['releasesRecall']>) => {
    const refusal = await saveOfRelease(t, 'opening.what.release', ask)
    setFailure(refusal === null ? null : errorText(t, refusal))
  }
  return (
    <aside className="releases__details" aria-labelledby="release-title">
      <h2 id="release-title">
        <bdi>{visibleTurns(release.title)}</bdi>
      </h2>
      {failure === null ? null : <Banner kind="error">{failure}</Banner>}
      {changes.length === 0 ? null : (
        <section>
          <h3>{t('releases.changes')}</h3>
          <ul className="releases__changes">
            {changes.map((change) => (
              <li key={`${change.code} ${change.id} ${change.from ?? ''}`} dir="auto">
                {changeWords(change, titleOf, words)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {recall === null ? null : (
        <p dir="auto">
          {t('releases.recalled', { day: dateWords(recall.on, words), reason: visibleTurns(recall.reason) })}
        </p>
      )}
      {changes.length === 0 && recall === null && supersededBy === null ? null : (
        <TellMessage release={release} />
      )}
      <div className="toolbar">
        {recall === null ? (
          <Button isDisabled={isReadOnly} onPress={() => setRecalling(true)}>
            {t('releases.recall')}
          </Button>
        ) : (
          <Button
            isDisabled={isReadOnly}
            onPress={() => void run(() => daybook().releasesRecall({ id, recall: null }))}
          >
            {t('releases.recall.back')}
          </Button>
        )}
      </div>
      {later.length === 0 ? null : (
        <SelectField
          label={t('releases.supersededBy')}
          options={[
            { value: '', label: t('releases.supersede.none') },
            ...later.map((each) => ({
              value: each.id,
              label: `${visibleTurns(each.title)} (${each.at.slice(0, 10)})`,
            })),
          ]}
          value={supersededBy ?? ''}
          isDisabled={isReadOnly}
          onChange={(chosen) =>
            void run(() => daybook().releasesSupersede({ id, later: chosen === '' ? null : chosen }))
          }
        />
      )}
      <Facts release={release} />
      {isRecalling ? <RecallDialog release={release} onClose={() => setRecalling(false)} /> : null}
    </aside>
  )
}

function Facts({ release }: { readonly release: ReleaseRow }) {
  const words = useLanguage()
  const { t, comma } = words
  const titleOf = useRecordTitle()
  const reasonWords = useReasonWords()
  const organisations = useRecords('organisations')
  const named = (id: string) => visibleTurns(titleOf(id) ?? t('releases.gone'))
  const { recipient, records, files, consentsReliedOn, claims, withheld, overrides, profileReason } = release
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [
      t('releases.col.recipient'),
      recipient === null ? [] : [visibleTurns(organisations[recipient]?.name ?? t('releases.gone'))],
    ],
    [t('releases.asOf'), [dateWords(release.asOf, words)]],
    [
      t('releases.records'),
      records.map(
        ({ kind, count }) => `${kind === null ? t('releases.gone') : t(`bin.kind.${kind}`)}: ${count}`,
      ),
    ],
    [t('releases.files'), files.map(({ form, sha256 }) => `${form} · SHA-256 ${sha256}`)],
    [
      t('releases.consents'),
      consentsReliedOn.map(({ holder, purpose, state }) =>
        [named(holder), t(`consentPurpose.${purpose}`), t(`consentState.${state}`)].join(comma),
      ),
    ],
    [
      t('releases.claims'),
      claims.map(({ claim, asOf, status }) =>
        [
          named(claim),
          ...(status === null ? [] : [t(`status.claim.${status}`)]),
          ...(asOf === null ? [] : [dateWords(asOf, words)]),
        ].join(comma),
      ),
    ],
    [t('releases.withheld'), Object.entries(withheld).map(([why, count]) => `${reasonWords(why)}: ${count}`)],
    [
      t('releases.overrides'),
      [
        ...overrides.map(({ rule, reason }) => `${rule}: ${visibleTurns(reason)}`),
        ...(profileReason === null ? [] : [visibleTurns(profileReason)]),
      ],
    ],
  ]
  return (
    <section>
      <h3>{t('releases.facts')}</h3>
      <dl className="releases__facts">
        {lists.map(([name, values]) => (
          <div key={name}>
            <dt>{name}</dt>
            {values.length === 0 ? <dd>{t('releases.none')}</dd> : null}
            {values.map((value) => (
              <dd key={value} dir="auto">
                {value}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
