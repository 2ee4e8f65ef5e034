/** Languages that records are in, as options: those with a two-letter code, and a few more that researchers meet. */
import type { Option } from '../ui/OptionItem.tsx'

const TAGS =
  'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cs cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy id ig is it iu ja jv ka kg ki kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my nb nd ne nl nn no nr nv ny oc om or os pa pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi wo xh yi yo za zh zu ady ckb crh inh kbd krc lez prs rom tyv'.split(
    ' ',
  )

const namesByLocale = new Map<string, Intl.DisplayNames>()

/** The name of a language (BCP 47) in the language of the window; the tag itself when it has none. */
export function languageName(tag: string, locale: string): string {
  let names = namesByLocale.get(locale)
  if (!names) {
    names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' })
    namesByLocale.set(locale, names)
  }
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}

/** All of them by name, found by name or tag; `besides` are tags of the record that may be none of these. */
export function languageOptions(locale: string, besides: readonly string[]): readonly Option[] {
  const collator = new Intl.Collator(locale)
  return [...new Set([...TAGS, ...besides])]
    .map((tag) => ({ value: tag, label: languageName(tag, locale), note: tag }))
    .sort((a, b) => collator.compare(a.label, b.label))
}
