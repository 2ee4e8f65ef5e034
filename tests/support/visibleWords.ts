// The words on a part of the page, in a form that is the same at any time of any day.
import type { Locator } from '@playwright/test'

/** An instant, a day of this or a later year, how strong the machine is: of the run, and nothing of the demo log. */
const NOW =
  /\b\d{1,2}:\d{2}(?::\d{2})?(?:\s[AP]M)?\b|\b202[4-9]-\d\d-\d\d\b|\b\d{1,2} \p{L}+ 202[4-9]\b|\b[0-9a-f]{12,}\b|\b\d+ MiB\b/gu

/** Every line of text, and what stands in fields, in the order of the alphabet: rows may change places. */
export async function visibleWords(part: Locator): Promise<readonly string[]> {
  const fields = await part.evaluate((element) =>
    [...element.querySelectorAll('input, textarea')].flatMap((field) =>
      (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.checkVisibility()
        ? field.type === 'password'
          ? []
          : [field.value || field.placeholder]
        : [],
    ),
  )
  // biome-ignore lint/performance/useDomNodeTextContent: what is seen, line by line, is what is asked for
  const lines = [await part.innerText(), ...fields]
    .flatMap((text) => text.split('\n'))
    .map((line) => line.replace(NOW, '…').trim())
  return [...new Set(lines)].filter((line) => line !== '').sort()
}
