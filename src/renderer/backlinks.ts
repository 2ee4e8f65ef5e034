/** Which records belong to an organisation, looked up from its end; made once per state of their collection. */

type ById<R> = Readonly<Record<string, R>>
type Links = ReadonlyMap<string, readonly string[]>

const linksByCollection = new WeakMap<object, Links>()

/** Organisation → ids of the records of a collection that belong to it. */
export function byOrganisation<R extends { readonly id: string }>(
  collection: ById<R>,
  organisationOf: (record: R) => string | undefined,
): Links {
  const known = linksByCollection.get(collection)
  if (known !== undefined) return known
  const links = new Map<string, string[]>()
  for (const record of Object.values(collection)) {
    const organisation = organisationOf(record)
    if (organisation === undefined) continue
    const list = links.get(organisation)
    if (list) list.push(record.id)
    else links.set(organisation, [record.id])
  }
  linksByCollection.set(collection, links)
  return links
}
