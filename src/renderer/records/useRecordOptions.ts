/** Records as options of pickers, newest spelling, made once per change of their kind. */
import { useMemo } from 'react'
import { dateWords } from '../dateWords.ts'
import { useRecords } from '../store.ts'
import { useLanguage } from '../text.ts'
import type { Option } from '../ui/OptionItem.tsx'

/** Incidents by title, with their date. */
export function useIncidentOptions(): readonly Option[] {
  const language = useLanguage()
  const incidents = useRecords('incidents')
  return useMemo(
    () =>
      Object.values(incidents).map((incident) => ({
        value: incident.id,
        label: incident.title,
        note: dateWords(incident.when, language),
      })),
    [incidents, language],
  )
}

/** Claims by statement, with their status. */
export function useClaimOptions(): readonly Option[] {
  const { t } = useLanguage()
  const claims = useRecords('claims')
  return useMemo(
    () =>
      Object.values(claims).map((claim) => ({
        value: claim.id,
        label: claim.statement,
        note: t(`status.claim.${claim.status}`),
      })),
    [claims, t],
  )
}

/** Source items by title, with their source. */
export function useSourceItemOptions(): readonly Option[] {
  const items = useRecords('sourceItems')
  const sources = useRecords('sources')
  return useMemo(
    () =>
      Object.values(items).map((item) => ({
        value: item.id,
        label: item.title,
        note: sources[item.source]?.name,
      })),
    [items, sources],
  )
}

/** Sources by name, with their grade. */
export function useSourceOptions(): readonly Option[] {
  const { t } = useLanguage()
  const sources = useRecords('sources')
  return useMemo(
    () =>
      Object.values(sources).map((source) => ({
        value: source.id,
        label: source.name,
        note: `${source.reliability} · ${t(`sourceKind.${source.kind}`)}`,
      })),
    [sources, t],
  )
}
