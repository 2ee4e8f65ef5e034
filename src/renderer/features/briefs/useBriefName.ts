/** What a draft is called on screen: the name it was given, else its title, else that it has none. */
import { useCallback } from 'react'
import { useText } from '../../text.ts'
import type { BriefDraft } from './briefDraft.ts'

export function useBriefName(): (draft: Pick<BriefDraft, 'name' | 'title'>) => string {
  const t = useText()
  return useCallback(({ name, title }) => name.trim() || title.trim() || t('composer.list.unnamed'), [t])
}
