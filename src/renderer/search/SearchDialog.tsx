/** The search over everything: records of all kinds by their words, and the sections by their names. */
import { useMemo, useState } from 'react'
import {
  Autocomplete,
  Collection,
  Header,
  Input,
  ListBox,
  ListBoxSection,
  SearchField,
} from 'react-aria-components'
import { foldText } from '../../core/foldText.ts'
import { createMarker } from '../../core/search/markWords.ts'
import { startFirstSteps } from '../features/onboarding/firstSteps.ts'
import { goTo, goToClaim, goToRecord, SCREENS } from '../navigation.ts'
import { useText } from '../text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { OptionItem } from '../ui/OptionItem.tsx'
import { FoundRecord } from './FoundRecord.tsx'
import { useSearchProgress } from './logSearch.ts'
import { useSearch } from './useSearch.ts'
import './search.css'

export interface SearchDialogProps {
  readonly onClose: () => void
  readonly onGuide: () => void
}

export function SearchDialog({ onClose, onGuide }: SearchDialogProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const found = useSearch(typed)
  const progress = useSearchProgress()
  const mark = useMemo(() => createMarker(found.typed), [found.typed])
  const records = found.places.map((place) => ({ id: `record ${place.kind} ${place.id}`, place }))
  const word = foldText(typed)
  const screens = SCREENS.map((screen) => {
    const label = t(`shell.rail.${screen}`)
    return { id: `section ${screen}`, label, go: () => goTo(screen) }
  })
  // They stand among the sections, and open over them.
  const helps = [
    { id: 'section guide', label: t('guide.title'), go: onGuide },
    { id: 'first steps', label: t('onboarding.region'), go: startFirstSteps },
  ]
  const sections = [...screens, ...helps].filter(
    ({ label }) => word !== '' && foldText(label).startsWith(word),
  )
  const isReading = progress !== null && progress.done < progress.total

  const open = (key: unknown) => {
    const section = sections.find(({ id }) => id === key)
    const record = records.find(({ id }) => id === key)
    onClose()
    if (section !== undefined) section.go()
    else if (record?.place.kind === 'claims') goToClaim(record.place.id)
    else if (record !== undefined) goToRecord(record.place.kind, record.place.id)
  }

  return (
    <Dialog title={t('search.title')} onClose={onClose} size="wide" isDismissable>
      <Autocomplete inputValue={typed} onInputChange={setTyped}>
        <SearchField className="search find__field" aria-label={t('search.label')} autoFocus>
          <Input
            className="search__input"
            dir="auto"
            spellCheck="false"
            autoComplete="off"
            placeholder={t('search.placeholder')}
          />
        </SearchField>
        <p className="find__count" role="status">
          {found.typed === '' ? t('search.hint') : t('search.count', { total: found.total })}
          {found.total > records.length ? ` ${t('search.best', { listed: records.length })}` : null}
          {isReading ? ` ${t('search.reading', { done: progress.done, total: progress.total })}` : null}
        </p>
        <ListBox
          className="options find__options"
          aria-label={t('search.results')}
          onAction={open}
          dependencies={[mark]}
          renderEmptyState={() => null}
        >
          <SectionList sections={sections} />
          {records.length === 0 ? null : (
            <ListBoxSection id="records">
              <Header className="find__head">{t('search.records')}</Header>
              <Collection items={records} dependencies={[mark]}>
                {({ id, place }) => <FoundRecord id={id} place={place} mark={mark} />}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Autocomplete>
    </Dialog>
  )
}

interface SectionListProps {
  readonly sections: readonly { readonly id: string; readonly label: string }[]
}

function SectionList({ sections }: SectionListProps) {
  const t = useText()
  if (sections.length === 0) return null
  return (
    <ListBoxSection id="sections">
      <Header className="find__head">{t('search.sections')}</Header>
      <Collection items={sections}>
        {({ id, label }) => <OptionItem id={id} option={{ value: id, label }} />}
      </Collection>
    </ListBoxSection>
  )
}
