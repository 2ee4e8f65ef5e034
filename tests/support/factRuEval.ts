/**
 * The annotated Russian news of factRuEval-2016: texts, the words of each that name somebody, and the base forms of
 * those names. Read from the folder named by DAYBOOK_TEST_DATA; nothing of it is kept here.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface AnnotatedText {
  readonly id: string
  readonly text: string
  /** Base forms of the people: "Юрий Лужков". */
  readonly people: readonly string[]
  /** Words that name one of them, and those that are part of any mention of a person. */
  readonly nameWords: readonly Place[]
  /** Words of every Person mention, whatever its base form. */
  readonly personWords: readonly Place[]
}

export interface Place {
  readonly start: number
  readonly end: number
}

const NAME_SPANS = new Set(['name', 'surname', 'patronymic', 'nickname'])
const BASE_KEYS = ['firstname', 'patronymic', 'lastname', 'surname', 'nickname', 'name']

/** All texts of the set under `folder`, by id. */
export async function readFactRuEval(folder: string): Promise<AnnotatedText[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort()
  return Promise.all(names.map((name) => readOne(folder, name.slice(0, -'.txt'.length))))
}

async function readOne(folder: string, id: string): Promise<AnnotatedText> {
  const [text, spanLines, objectLines, corefText] = await Promise.all(
    ['txt', 'spans', 'objects', 'coref'].map((ending) => readFile(join(folder, `${id}.${ending}`), 'utf8')),
  )
  const characters = [...(text ?? '')]
  const offsets = offsetsOf(characters)
  const spans = new Map(
    linesOf(spanLines).map((line) => {
      const [span = '', kind = '', start = '', length = ''] = line.split(' ')
      const from = Number(start)
      return [span, { kind, start: offsets[from] ?? 0, end: offsets[from + Number(length)] ?? 0 }] as const
    }),
  )
  const spansOfObject = new Map(
    linesOf(objectLines).flatMap((line) => {
      const [object = '', kind = '', ...rest] = (line.split('#')[0] ?? '').trim().split(/\s+/)
      return kind === 'Person' ? [[object, rest] as const] : []
    }),
  )
  const people: string[] = []
  const named = new Set<string>()
  for (const block of (corefText ?? '').split(/\n\s*\n/)) {
    const [head = '', ...keys] = block.trim().split('\n')
    const objects = head
      .trim()
      .split(/\s+/)
      .slice(1)
      .filter((object) => spansOfObject.has(object))
    if (objects.length === 0) continue
    const values = keys.map((line) => /^(\S+)\s+(.*)$/.exec(line.trim()) ?? [])
    const base = BASE_KEYS.flatMap((key) =>
      values.flatMap(([, name, value]) => (name?.replace(/\d+$/, '') === key && value ? [value] : [])),
    )
    if (base.length > 0) people.push(base.join(' '))
    if (base.length > 0)
      for (const object of objects) for (const span of spansOfObject.get(object) ?? []) named.add(span)
  }
  const wordsIn = (ids: Iterable<string>): Place[] =>
    [...ids].flatMap((span) => {
      const place = spans.get(span)
      return place && NAME_SPANS.has(place.kind) ? wordsOf(text ?? '', place) : []
    })
  return {
    id,
    text: text ?? '',
    people,
    nameWords: wordsIn(named),
    personWords: wordsIn(new Set([...spansOfObject.values()].flat())),
  }
}

/** UTF-16 offset of every character; the annotation counts characters. */
function offsetsOf(characters: readonly string[]): number[] {
  const offsets = [0]
  for (const character of characters) offsets.push((offsets.at(-1) ?? 0) + character.length)
  return offsets
}

const linesOf = (text: string | undefined): string[] =>
  (text ?? '').split('\n').filter((line) => line.trim() !== '')

function wordsOf(text: string, { start, end }: Place): Place[] {
  return [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    start: start + index,
    end: start + index + word.length,
  }))
}
