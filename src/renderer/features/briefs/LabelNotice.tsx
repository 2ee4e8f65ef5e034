/** Chosen records that the profile will leave out because of their label, and how to change that. */
import type { Profile } from '../../../core/redaction/profile.ts'
import { useLanguage } from '../../text.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { BRIEF_KINDS, type BriefKind, type Chosen, tick } from './briefChoice.ts'

export interface LabelNoticeProps {
  readonly chosen: Chosen
  readonly leftOut: readonly { readonly kind: BriefKind; readonly id: string }[]
  /** Labels that the profile takes. */
  readonly labels: Profile['labels']
  readonly onChange: (chosen: Chosen) => void
  readonly showsLeftOut: boolean
  readonly onShowLeftOut: (shows: boolean) => void
}

export function LabelNotice({
  chosen,
  leftOut,
  labels,
  onChange,
  showsLeftOut,
  onShowLeftOut,
}: LabelNoticeProps) {
  const { t, comma } = useLanguage()
  if (leftOut.length === 0) return null
  const all = BRIEF_KINDS.reduce((sum, kind) => sum + chosen[kind].size, 0)
  const untick = () => {
    onShowLeftOut(false)
    const next = BRIEF_KINDS.reduce((left, kind) => {
      const ids = leftOut.filter((each) => each.kind === kind).map((each) => each.id)
      return tick(left, kind, ids, false)
    }, chosen)
    onChange(next)
  }
  const taken = { labels: labels.map((label) => t(`confidentiality.${label}`)).join(comma) }
  return (
    <Banner
      kind="warning"
      title={
        leftOut.length === all
          ? t('brief.labels.none', taken)
          : t('brief.labels.out', { count: leftOut.length, ...taken })
      }
      actions={
        <>
          <Button size="small" onPress={() => onShowLeftOut(!showsLeftOut)}>
            {t(showsLeftOut ? 'brief.labels.showAll' : 'brief.labels.show')}
          </Button>
          <Button size="small" onPress={untick}>
            {t('brief.labels.untick')}
          </Button>
        </>
      }
    >
      {t('brief.labels.how', taken)}
    </Banner>
  )
}
