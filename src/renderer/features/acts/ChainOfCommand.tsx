/** What an organisation is a part of and its parts, as recorded, each with the incidents that itself stands in. */

import { actorIncidents } from '../../../core/acts/actorIncidents.ts'
import { commandChain } from '../../../core/acts/commandChain.ts'
import { useRecords } from '../../store.ts'
import { useText } from '../../text.ts'
import { useLogIndex } from '../../useLogIndex.ts'
import { ActorButton } from './ActorButton.tsx'

export function ChainOfCommand({ id }: { readonly id: string }) {
  const t = useText()
  const organisations = useRecords('organisations')
  const incidents = useRecords('incidents')
  const { index } = useLogIndex('incidentLinks')
  const { above, below, isCircle } = commandChain(organisations, id)
  const countWords = (of: string) => {
    const named = index.ofActor(of).flatMap((each) => incidents[each] ?? [])
    return t('facts.incidents', { count: actorIncidents(named, of).incidents.length })
  }
  return (
    <div className="chain">
      <section aria-label={t('acts.chain.above')}>
        <h2>{t('acts.chain.above')}</h2>
        {above.length === 0 ? <p className="field__hint">{t('acts.chain.noneAbove')}</p> : null}
        <ol className="chain__list">
          {above.toReversed().map((each, depth) => (
            <li key={each} style={{ marginInlineStart: `${depth * 1.25}rem` }}>
              <ActorButton id={each} note={countWords(each)} />
            </li>
          ))}
        </ol>
        {isCircle ? <p className="field__hint">{t('acts.chain.circle')}</p> : null}
      </section>
      <section aria-label={t('acts.chain.below')}>
        <h2>{t('acts.chain.below')}</h2>
        {below.length === 0 ? <p className="field__hint">{t('acts.chain.noneBelow')}</p> : null}
        <ol className="chain__list">
          {below.map(({ id: part, depth }) => (
            <li key={part} style={{ marginInlineStart: `${(depth - 1) * 1.25}rem` }}>
              <ActorButton id={part} note={countWords(part)} />
            </li>
          ))}
        </ol>
      </section>
    </div>
  )
}
