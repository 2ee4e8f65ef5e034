/**
 * Row numbers in a line that runs from right to left: each a thing of its own, or a list of them would read as one word in
 * Latin and run the other way. For the screen alone; the pages do the same with boxes.
 */
const ROW_NUMBER = /\b[a-z]\d{1,4}\b/gu

/** The text with its row numbers set apart (U+2068 and U+2069); as it is where the page runs from left to right. */
export function isolatedIds(text: string, direction: 'ltr' | 'rtl'): string {
  return direction === 'rtl' ? text.replace(ROW_NUMBER, '\u2068$&\u2069') : text
}
