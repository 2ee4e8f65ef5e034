/** The sections, in the order of the work: record, weigh, publish. */
import { Button } from 'react-aria-components'
import { goTo, type Screen } from '../navigation.ts'
import { useText } from '../text.ts'
import { Icon } from '../ui/Icon.tsx'
import { sectionKeys } from './shortcuts.ts'

const GROUPS: readonly (readonly Screen[])[] = [
  ['incidents', 'sources', 'sourceItems', 'claims', 'board', 'map', 'acts', 'duplicates'],
  ['persons', 'organisations', 'contacts', 'actions'],
  ['brief', 'releases', 'import', 'reading'],
  ['bin', 'settings'],
]

export interface RailProps {
  readonly screen: Screen
  readonly onGuide: () => void
}

export function Rail({ screen, onGuide }: RailProps) {
  const t = useText()
  return (
    <nav className="rail" aria-label={t('shell.rail.label')}>
      {GROUPS.map((group) => (
        <ul key={group[0]} className="rail__group">
          {group.map((each) => (
            <li key={each} title={`${t(`shell.rail.${each}`)} (${sectionKeys(each)})`}>
              <Button
                className={each === screen ? 'rail__item rail__item--here' : 'rail__item'}
                aria-current={each === screen ? 'page' : 'false'}
                onPress={() => goTo(each)}
              >
                <Icon name={each} />
                <span>{t(`shell.rail.${each}`)}</span>
              </Button>
            </li>
          ))}
          {group === GROUPS.at(-1) ? (
            <li title={`${t('guide.title')} (F1)`}>
              <Button className="rail__item" aria-haspopup="dialog" onPress={onGuide}>
                <Icon name="guide" />
                <span>{t('guide.title')}</span>
              </Button>
            </li>
          ) : null}
        </ul>
      ))}
    </nav>
  )
}
