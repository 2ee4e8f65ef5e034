/**
 * The user guide, over whatever the window shows: what is half done beneath stays as it is. It is in English; the window
 * says so in other languages.
 */
import { GUIDE } from 'virtual:guide'
import { useEffect, useRef, useState } from 'react'
import { latinKey } from '../../shell/shortcuts.ts'
import { useLanguage } from '../../text.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { GuideBlocks } from './GuideBlocks.tsx'
import { GuideContents, guidePage } from './GuideContents.tsx'
import { GuideFound } from './GuideFound.tsx'
import { type GuidePlace, goBackInGuide, useGuideWay } from './guidePlace.ts'
import { createGuideSearch } from './guideSearch.ts'
import './guide.css'

const search = createGuideSearch(GUIDE)

export function GuideDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useLanguage()
  const { place, before } = useGuideWay()
  const [typed, setTyped] = useState('')
  /** In a narrow window the contents take the place of the page. */
  const [showsContents, setShowsContents] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const page = guidePage(place.page)
  const found = search(typed)

  // A link was followed: what is asked for is the page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: this is when to look, not what to look at
  useEffect(() => {
    setTyped('')
    setShowsContents(false)
  }, [place])

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (latinKey(event) !== '/' || event.target === field.current) return
      event.preventDefault()
      field.current?.focus()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  if (page === undefined) return null
  return (
    <Dialog title={t('guide.title')} size="page" onClose={onClose}>
      <div className={showsContents ? 'guide guide--contents' : 'guide'}>
        <div className="guide__bar">
          <Button
            variant="quiet"
            icon="back"
            isDisabled={before.length === 0}
            aria-label={t('guide.back')}
            onPress={goBackInGuide}
          />
          <Button
            className="guide__toContents"
            aria-pressed={showsContents}
            onPress={() => setShowsContents(!showsContents)}
          >
            {t('guide.contents')}
          </Button>
          <SearchBox
            label={t('guide.search')}
            placeholder={t('guide.search')}
            value={typed}
            onChange={setTyped}
            field={field}
          />
          {language === 'en' ? null : <p className="guide__language">{t('guide.onlyEnglish')}</p>}
        </div>
        <GuideContents open={page} />
        <div className="guide__main">
          {typed.trim() === '' ? (
            <PageView key={page.id} place={place} />
          ) : (
            <GuideFound typed={typed} parts={found} />
          )}
        </div>
      </div>
    </Dialog>
  )
}

/** A page, from the place that was asked for. It takes the focus, so that it scrolls by keyboard and is read aloud. */
function PageView({ place }: { readonly place: GuidePlace }) {
  const article = useRef<HTMLElement>(null)
  useEffect(() => {
    const part =
      place.part === null ? null : article.current?.querySelector<HTMLElement>(`[data-part="${place.part}"]`)
    article.current?.focus({ preventScroll: true })
    if (part) part.scrollIntoView({ block: 'start' })
    else article.current?.scrollTo({ top: 0 })
    part?.focus({ preventScroll: true })
  }, [place])
  const page = guidePage(place.page)
  if (page === undefined) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a page that scrolls must be reachable by keyboard.
    <article className="guide__page" ref={article} tabIndex={0} aria-label={page.title} lang="en" dir="ltr">
      <GuideBlocks blocks={page.blocks} />
    </article>
  )
}
