/** The contents of the guide; under the page that is open, its headings. */
import { GUIDE } from 'virtual:guide'
import { useText } from '../../text.ts'
import { GuideLine, GuideLink } from './GuideLine.tsx'
import { FIRST_PAGE, type GuidePage } from './guideText.ts'

const PAGE_BY_ID = new Map(GUIDE.pages.map((page) => [page.id, page]))

/** The page of an id; the first where there is none. */
export function guidePage(id: string): GuidePage | undefined {
  return PAGE_BY_ID.get(id) ?? PAGE_BY_ID.get(FIRST_PAGE)
}

export function GuideContents({ open }: { readonly open: GuidePage }) {
  const t = useText()
  return (
    <nav className="guide__contents" aria-label={t('guide.contents')} lang="en" dir="ltr">
      <PageList ids={[FIRST_PAGE]} open={open} />
      {GUIDE.groups.map((group) => (
        <section key={group.title}>
          <h3>{group.title}</h3>
          <PageList ids={group.pages} open={open} />
        </section>
      ))}
    </nav>
  )
}

function PageList({ ids, open }: { readonly ids: readonly string[]; readonly open: GuidePage }) {
  return (
    <ul>
      {ids.map((id) => (
        <li key={id}>
          <GuideLink page={id} part={null} isHere={id === open.id}>
            {PAGE_BY_ID.get(id)?.title}
          </GuideLink>
          {id === open.id ? <PartList page={open} /> : null}
        </li>
      ))}
    </ul>
  )
}

function PartList({ page }: { readonly page: GuidePage }) {
  const parts = page.blocks.filter((block) => block.kind === 'heading').filter(({ level }) => level === 2)
  if (parts.length === 0) return null
  return (
    <ul className="guide__parts">
      {parts.map(({ id, of }) => (
        <li key={id}>
          <GuideLink page={page.id} part={id}>
            <GuideLine line={of} />
          </GuideLink>
        </li>
      ))}
    </ul>
  )
}
