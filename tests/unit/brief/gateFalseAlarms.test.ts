/** What looks like a leak and is none: each of these once stopped a brief that was clean. */
import { describe, expect, it } from 'vitest'
import { createBriefPage } from '../../../src/brief/briefPage.ts'
import { excusesFor } from '../../../src/brief/gate/allowedStrings.ts'
import { otherViews } from '../../../src/brief/gate/byteViews.ts'
import { foldForGate } from '../../../src/brief/gate/canaryForms.ts'
import { yearlessDays } from '../../../src/brief/gate/daysWithoutYear.ts'
import { createDigestSearch } from '../../../src/brief/gate/digests.ts'
import { proseClasses } from '../../../src/brief/gate/jsonProse.ts'
import { valueClasses } from '../../../src/brief/gate/jsonValues.ts'
import { boxArea } from '../../../src/brief/gate/pdfAreas.ts'
import { cornersOf } from '../../../src/brief/gate/pdfGeometry.ts'
import { hiddenText } from '../../../src/brief/gate/pdfHiddenText.ts'
import type { PaintedShape, PaintedText } from '../../../src/brief/gate/pdfPainting.ts'
import { printedRuns } from '../../../src/brief/gate/printedRuns.ts'
import { createTextSearch, type Excuses } from '../../../src/brief/gate/text.ts'
import { writtenDays } from '../../../src/brief/gate/writtenDays.ts'
import { makeBrief } from '../../../src/brief/makeBrief.ts'
import { BRIEF_LANGUAGES, type BriefLanguage, type Canary } from '../../../src/core/redaction/briefData.ts'
import { RESOURCES, sampleBrief, sampleLabel } from './sampleBrief.ts'

const TIMEOUT_MS = 240_000
const ACCENT = '#17566b'
const VIEW = [0, 0, 595, 842] as const

const place = { x: 100, y: 100, endX: 106, endY: 100, middle: [103, 102.4], font: 'f', height: 8 } as const
const letters = [{ text: 'K', code: 1, ...place }]
const letter: PaintedText = {
  kind: 'text',
  letters,
  inked: letters,
  font: 'f',
  height: 8,
  width: 8,
  ink: [ACCENT],
  opacity: 1,
  mode: 0,
  masked: false,
  clips: [],
}
const box = (left: number, right: number): PaintedShape => {
  const area = boxArea(cornersOf([left, 95, right, 110]))
  return { kind: 'box', box: area.box, within: [area], ink: [ACCENT], opacity: 1 }
}
const found = (...items: (PaintedText | PaintedShape)[]) =>
  hiddenText({ items, hasLayers: false }, VIEW, 1).map((each) => each.class)

describe('a letter', () => {
  it('with a dot of its own colour behind its middle is seen, and on a bar of that colour is not', () => {
    expect(found(box(102.6, 103.4), letter)).toEqual([])
    expect(found(box(90, 120), letter)).toEqual(['pdf/white-text'])
  })
})

describe('a number of a page from right to left', () => {
  const where = { kind: 'incidents', id: 'x', field: 'where.lat' } as const
  const release = (value: string) => {
    const canaries: Canary[] = [{ value, protected: 'number', where }]
    const data = sampleBrief('ar', 1, { title: 'تقرير عن المنطقة 19.51 شمالًا' })
    return makeBrief({ data, canaries, resourcesDir: RESOURCES, label: sampleLabel, forms: ['pdf'] })
  }

  it(
    'is not read from its end, and is found as it stands',
    async () => {
      expect(await release('15.91')).toMatchObject({ ok: true })
      expect(await release('19.51')).toMatchObject({ ok: false, error: { code: 'brief/gate-refused' } })
    },
    TIMEOUT_MS,
  )
})

describe('the scale of grades', () => {
  it('is no hash, in whatever direction it is read', () => {
    const canaries: Canary[] = new Proxy([], {
      get: () => {
        throw new Error('hashes of a whole log were made for nothing')
      },
    })
    const { inText } = createDigestSearch(canaries)
    for (const scale of ['abcdef123456', '654321fedcba', '123456fedcba']) expect(inText(scale)).toEqual([])
  })
})

const finds = (value: string, field: string, text: string, excuses: Partial<Excuses> = {}) => {
  const kind = field === 'codeName' ? 'persons' : 'incidents'
  const isNumber = field === 'where.lat'
  const canary: Canary = { value, protected: isNumber ? 'number' : 'text', where: { kind, id: 'x', field } }
  const search = createTextSearch([canary], { allowed: [], structured: [], ...excuses })
  return search.readable(text, 'here').length > 0
}

describe('a short value in squeezed text', () => {
  it.each([
    ['Mre Cor', 'reads and writes them records of', false],
    ['Mre Cor', 'the records of Mre-Cor', true],
    ['Mre Cor', 'in Mre\u2010\nCore', true],
    ['Mre Cor', 'in M r e C o r', true],
    ['Mre Cor', 'inM r e C o r', true],
    ['Mre Cor', 'see savemrecor@example.org', true],
    ['العلامة', 'لا يوجد تامالعلا مه سفن', false],
    ['العلامة', 'رأوا بالعلا مة', true],
    ['Mre Corsuda', 'in them re-corsuda', true],
    ['人民西路三号院', '在人民西\n路三号院内', true],
  ])('%s in "%s": %s', (value, text, isFound) => {
    expect(finds(value, 'where.name', text)).toBe(isFound)
  })
})

describe('a code name that other words end in or hold', () => {
  const text = 'Several families demand it, as Vera does'
  it('is not in them where the brief says them, and is found where it stands', () => {
    expect(finds('Vera', 'codeName', 'several families', { allowed: [text] })).toBe(false)
    expect(finds('Eman', 'codeName', 'families demand', { allowed: [text] })).toBe(false)
    expect(finds('Eman', 'codeName', 'families demand')).toBe(true)
    expect(finds('Vera', 'codeName', 'as Vera does', { allowed: [text] })).toBe(true)
    expect(finds('Vera', 'codeName', 'veranda', { allowed: ['on the veranda'] })).toBe(true)
    expect(finds('Vera', 'codeName', 'ask vera-3', { allowed: ['ask vera-3'] })).toBe(true)
  })

  it('is not the word for "on" in every Arabic sentence', () => {
    expect(finds('علي', 'codeName', 'حصلوا على إذن')).toBe(false)
    expect(finds('علي 7', 'codeName', 'حصلوا على إذن، علي 7')).toBe(true)
  })
})

describe('a coordinate', () => {
  it('is not how many incidents are shown, and nothing else is excused', () => {
    const shows = (count: number) =>
      finds('1.00008', 'where.lat', 'shows 1,000 incidents', { counts: [count] })
    expect(shows(1000)).toBe(false)
    expect(shows(999)).toBe(true)
    expect(finds('1.00008', 'where.lat', 'at 1.0001', { counts: [1000] })).toBe(true)
    expect(finds('43.318251', 'where.lat', 'at 43.32', { counts: [4332, 43, 32] })).toBe(true)
  })
})

describe('a chart that is read out', () => {
  it('names no day where a count stands before a month', () => {
    expect(writtenDays('december 2013: 12, january 2014: 5, other: 7')).toEqual([])
    expect(writtenDays('décembre 2013 : 12, janvier 2014 : 5')).toEqual([])
    expect(writtenDays('in december 2013: 12, january 2014')).toEqual(['2014-01-12'])
    expect(writtenDays('on 12, january 2014: they came')).toEqual(['2014-01-12'])
  })
})

describe('a table by quarters', () => {
  it.each([
    'october–december 2012 16 january–march 2013 151',
    'октябрь–декабрь 2012 16 январь–март 2013 151',
    'octubre–diciembre de 2012 16 enero–marzo de 2013 151',
    'octobre–décembre 2012 16 janvier–mars 2013 151',
    'أكتوبر–ديسمبر 2012 16 يناير–مارس 2013 151',
  ])('names no day where a count stands before a quarter: %s', (text) => {
    expect(yearlessDays(foldForGate(text))).toEqual([])
  })

  it('leaves days that stand before a dash', () => {
    expect(yearlessDays('on 16 january – in 2013 he was gone')).toEqual(['01-16'])
    expect(yearlessDays('16 january–20 march 2013')).toEqual(['01-16'])
    expect(yearlessDays('from 16 january-march.')).toEqual(['01-16'])
  })
})

describe('a string in UTF-16 with its mark', () => {
  const bytes = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  const odd = (string: Uint8Array) => otherViews(string).filter(({ name }) => /^UTF-16.*odd$/.test(name))

  it('is not read from its second byte, unless it is no text as it stands', () => {
    expect(odd(bytes('about April–June 2013'))).toEqual([])
    expect(odd(bytes('三名男子夜间被人从家中带走'))).toEqual([])
    const hidden = Buffer.concat([bytes(''), Buffer.from([65]), bytes('Anna Petrova')])
    expect(
      odd(hidden)
        .map(({ text }) => text)
        .join(),
    ).toContain('Anna Petrova')
    expect(odd(Buffer.from('Anna Petrovа', 'utf16le'))).not.toEqual([])
  })
})

describe('a sentence on what happened', () => {
  it.each([
    ['Medical care was withheld because he would not sign.', false],
    ['Four masked (and armed) men came at night.', false],
    ['The body was removed for burial.', false],
    ['При обыске изъято: два телефона.', false],
    ['withheld because the witness asked', true],
    ['[Withheld: witness at risk]', true],
    ['He was seen by [removed for safety] there.', true],
    ['The name of the guard was withheld to protect him.', true],
    ['The page was redacted due to its source.', true],
    ['Имя скрыто из-за угрозы.', true],
    ['изъято: угроза свидетелю', true],
  ])('%s: says why something is missing: %s', (text, isReason) => {
    expect(valueClasses('summary', text).includes('json/redaction-reason')).toBe(isReason)
  })
})

describe('a value of somebody else’s JSON', () => {
  it.each([
    ['delta', '+12', 'json/time-zone', false],
    ['timeZone', '+12', 'json/time-zone', true],
    ['utcOffset', '+0300', 'json/time-zone', true],
    ['seen', '+03:00', 'json/time-zone', true],
    ['note', '????', 'json/mask-length', false],
    ['victimName', '????', 'json/mask-length', true],
    ['village', '????????', 'json/mask-length', true],
  ])('%s: %s is %s: %s', (key, value, name, isIt) => {
    expect(valueClasses(key, value).some((each) => each === name)).toBe(isIt)
  })

  it('says no zone with "time" alone, however often', () => {
    expect(proseClasses('This time they came. Next time too.')).toEqual([])
    expect(proseClasses('This time they came, at night, Moscow time.')).toEqual(['json/time-zone'])
  })
})

describe('words that go over from one paragraph of the template to the next', () => {
  /** The end of each paragraph with the beginning of the next, eight words. */
  const seamsOf = (language: BriefLanguage) => {
    const data = sampleBrief(language, 3)
    const { paragraphs } = createBriefPage(data, sampleLabel).read
    const seams = paragraphs.slice(1).map((next, at) => {
      const last = (paragraphs[at] ?? '').split(' ').slice(-4)
      return [...last, ...next.split(' ').slice(0, 4)].join(' ')
    })
    const excuses = excusesFor(data, sampleLabel)
    const findings = (
      protectedAs: Canary['protected'],
      kind: string,
      field: string,
      values: readonly string[],
    ) =>
      values.filter((value) => {
        const search = createTextSearch(
          [{ value, protected: protectedAs, where: { kind, id: 'x', field } }],
          excuses,
        )
        return search.prose(paragraphs.join('\n'), 'page 1').length > 0
      })
    return { seams, findings, excuses }
  }

  it.each(BRIEF_LANGUAGES)('are no made-up title or sentence, %s', (language) => {
    const { seams, findings } = seamsOf(language)
    expect(seams.length).toBeGreaterThan(2)
    expect(findings('text', 'incidents', 'title', seams)).toEqual([])
    expect(findings('text', 'claims', 'statement', seams)).toEqual([])
  })

  it.each(BRIEF_LANGUAGES)(
    'are a finding where they are a name, a place, an id or a number to call, %s',
    (language) => {
      const { seams, findings } = seamsOf(language)
      const named = (kind: string, field: string) => findings('text', kind, field, seams)
      expect(findings('identity', 'persons', 'realName', seams)).toEqual(seams)
      expect(findings('identity', 'incidents', 'title', seams)).toEqual(seams)
      expect(findings('id', 'incidents', 'title', seams)).toEqual(seams)
      expect(named('persons', 'codeName')).toEqual(seams)
      expect(named('incidents', 'where.name')).toEqual(seams)
      expect(named('organisations', 'name')).toEqual(seams)
      expect(named('sources', 'name')).toEqual(seams)
      expect(named('contacts', 'phone')).toEqual(seams)
      expect(named('incidents', 'tags')).toEqual(seams)
    },
  )

  it('are a finding where they are few, as in a name', () => {
    const { findings } = seamsOf('en')
    const isTitle = (value: string) => findings('text', 'incidents', 'title', [value]).length === 0
    expect(isTitle('nothing about what. Counts are counts')).toBe(true)
    expect(isTitle('what. Counts are')).toBe(false)
  })

  it('excuse nothing else, and not what was typed between them', () => {
    const { excuses, seams } = seamsOf('en')
    for (const strings of [
      excuses.allowed,
      excuses.structured ?? [],
      excuses.constants ?? [],
      excuses.own ?? [],
    ])
      for (const seam of seams) expect(strings.some((each) => each.includes(seam))).toBe(false)
    const page = createBriefPage(sampleBrief('en', 3), sampleLabel)
    const [first = '', second = '', third = '', fourth = ''] = page.read.paragraphs
    const paragraphs = [first, second, 'Anna said more.', third, `${fourth} Anna.`]
    expect(printedRuns({ ...page, read: { ...page.read, paragraphs } })[0]).toBe(`${first} ${second}`)
    expect(printedRuns({ ...page, read: { ...page.read, paragraphs } }).join()).not.toMatch(/Anna|Counts/)
  })
})

describe('a mask beside a word', () => {
  const canaries: Canary[] = [
    {
      value: 'Место не вас Для',
      protected: 'text',
      where: { kind: 'incidents', id: '7k2m9q', field: 'where.text' },
    },
  ]
  const search = createTextSearch(canaries, { allowed: [], constants: [] })

  it('is no place called by both, in whatever language', () => {
    expect(search.prose('i504 [место] [место] для [место] не значит', 'page 1')).toEqual([])
    expect(search.prose('Они были в месте Для.', 'page 1')).not.toEqual([])
  })
})
