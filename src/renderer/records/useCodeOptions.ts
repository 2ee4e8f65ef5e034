/** The closed lists as options, with their words in the current language. */
import { useMemo } from 'react'
import { isMessageKey, type MessageKey } from '../../shared/i18n/catalogue.ts'
import type { Translate } from '../../shared/i18n/format.ts'
import { useText } from '../text.ts'
import type { Option } from '../ui/OptionItem.tsx'

/** One option per code, labelled `<prefix>.<code>`, explained by `<prefix>.<code>.note` where there is one. */
export function codeOptions<T extends string>(
  codes: readonly T[],
  keyOf: (code: T) => MessageKey,
  t: Translate,
): readonly Option<T>[] {
  return codes.map((code) => {
    const key = keyOf(code)
    const noteKey = `${key}.note`
    return { value: code, label: t(key), note: isMessageKey(noteKey) ? t(noteKey) : undefined }
  })
}

/** {@link codeOptions}, made once per language. `codes` and `keyOf` must not change between renders. */
export function useCodeOptions<T extends string>(
  codes: readonly T[],
  keyOf: (code: T) => MessageKey,
): readonly Option<T>[] {
  const t = useText()
  return useMemo(() => codeOptions(codes, keyOf, t), [codes, keyOf, t])
}
