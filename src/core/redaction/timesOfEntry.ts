/** Which dates of a log are the researcher's own work, and say nothing of when something happened. */

const OF_WORK = new Set(
  'createdAt updatedAt accessedAt hashedAt retiredAt deletedAt checkedOn expiresOn reviewBy reliabilityOn followUpDate'.split(
    ' ',
  ),
)

/** Is a date of a record one of entry, reading or review? `field` is a path, as canaries have it. */
export function isTimeOfEntry(kind: string, field: string): boolean {
  const name = field.slice(field.lastIndexOf('.') + 1)
  return OF_WORK.has(name) || (kind === 'evidence' && name === 'when')
}
