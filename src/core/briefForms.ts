/** The forms a brief can leave in, in the order in which they are offered; all are made from the same redacted data. */
export const BRIEF_FORMS = ['pdf', 'json', 'geojson', 'csv', 'claimreview'] as const
export type BriefForm = (typeof BRIEF_FORMS)[number]

/** What the name of a file of that form ends in, without the dot. */
export function extensionOf(form: BriefForm): string {
  return form === 'claimreview' ? 'claimreview.json' : form
}

/**
 * More incidents than these make a document of eight hundred pages, and more than a gigabyte of memory while it is set;
 * such a brief is split, or becomes an annex of counts.
 */
export const MOST_PAGED_INCIDENTS = 2_000
