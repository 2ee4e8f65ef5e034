/** The search over everything: records of all kinds by their words, sections and commands by their names. */
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
import { goToClaim, goToRecord } from '../navigation.ts'
import { useText } from '../text.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { OptionItem } from '../ui/OptionItem.tsx'
import { FoundRecord } from './FoundRecord.tsx'
import { useSearchProgress } from './logSearch.ts'
import { type PaletteEntry, type PaletteHelps, usePaletteEntries } from './usePaletteEntries.ts'
import { useSearch } from './useSearch.ts'
import './search.css'

export interface SearchDialogProps extends PaletteHelps {
  readonly onClose: () => void
}

export function SearchDialog({ onClose, ...helps }: SearchDialogProps) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const found = useSearch(typed)
  const progress = useSearchProgress()
  const mark = useMemo(() => createMarker(found.typed), [found.typed])
  const records = found.places.map((place) => ({ id: `record ${place.kind} ${place.id}`, place }))
  const word = foldText(typed)
  const palette = usePaletteEntries(helps)
  const isNamed = ({ label }: PaletteEntry) => {
    const name = foldText(label)
    return word !== '' && (name.startsWith(word) || name.includes(` ${word}`))
  }
  const sections = palette.sections.filter(isNamed)
  const commands = palette.commands.filter(isNamed)
  const isReading = progress !== null && progress.done < progress.total

  const open = (key: unknown) => {
    const entry = [...sections, ...commands].find(({ id }) => id === key)
    const record = records.find(({ id }) => id === key)
    onClose()
    if (entry !== undefined) entry.run()
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
          <EntryList id="sections" title={t('search.sections')} entries={sections} />
          <EntryList id="commands" title={t('search.commands')} entries={commands} />
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

interface EntryListProps {
  readonly id: string
  readonly title: string
  readonly entries: readonly PaletteEntry[]
}

function EntryList({ id: name, title, entries }: EntryListProps) {
  if (entries.length === 0) return null
  return (
    <ListBoxSection id={name}>
      <Header className="find__head">{title}</Header>
      <Collection items={entries}>
        {({ id, label, keys }) => <OptionItem id={id} option={{ value: id, label, note: keys }} />}
      </Collection>
    </ListBoxSection>
  )
}
