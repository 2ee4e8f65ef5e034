/** Text of XML as it is meant. */

/** References to characters undone; a reference to no character is nothing. */
export function unescapeXml(xml: string): string {
  return xml
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => fromCodePoint(Number(digits)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

const fromCodePoint = (point: number): string => (point <= 0x10ffff ? String.fromCodePoint(point) : '')
