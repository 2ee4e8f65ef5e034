/// <reference path="./untypedModules.d.ts" />
/**
 * Chinese characters in one writing: 張曉強 and 张晓强 are one name. Written apart they are told apart by everything
 * else, since Unicode folds neither into the other.
 */
import pairs from 'opencc-js/dict/TSCharacters'

const HAN = /\p{Script=Han}/u
let simplified: ReadonlyMap<string, string> | null = null

/** The text with traditional characters as simplified ones; its length and the places in it stay what they are. */
export function simplifiedHan(text: string): string {
  if (!HAN.test(text)) return text
  simplified ??= readPairs()
  const table = simplified
  return text.replace(/\p{Script=Han}/gu, (sign) => table.get(sign) ?? sign)
}

/** Signs of the same length only: places of what is found are counted. */
function readPairs(): ReadonlyMap<string, string> {
  const read = pairs.split('|').map((pair) => pair.split(' '))
  return new Map(
    read.flatMap(([from = '', to = '']) =>
      from.length === to.length && from !== to ? [[from, to] as const] : [],
    ),
  )
}
