/** English words of dates. */
import type { LexiconEntry } from './lexeme.ts'

const MONTHS = [
  'jan|january',
  'feb|february',
  'mar|march',
  'apr|april',
  'may',
  'jun|june',
  'jul|july',
  'aug|august',
  'sep|sept|september',
  'oct|october',
  'nov|november',
  'dec|december',
]
const WEEKDAYS = [
  'sun|sunday',
  'mon|monday',
  'tue|tues|tuesday',
  'wed|weds|wednesday',
  'thu|thur|thurs|thursday',
  'fri|friday',
  'sat|saturday',
]

export const ENGLISH_LEXICON: readonly LexiconEntry[] = [
  ...MONTHS.map((names, index): LexiconEntry => [{ kind: 'month', value: index + 1 }, names]),
  ...WEEKDAYS.map((names, index): LexiconEntry => [{ kind: 'weekday', value: index }, names]),
  [{ kind: 'season', value: 1 }, 'spring|springtime'],
  [{ kind: 'season', value: 2 }, 'summer|summertime'],
  [{ kind: 'season', value: 3 }, 'autumn|fall'],
  [{ kind: 'season', value: 4 }, 'winter|wintertime'],
  [{ kind: 'quarter' }, 'quarter|qtr|q'],
  [{ kind: 'ordinal', value: 1, isDigits: false }, 'first|i'],
  [{ kind: 'ordinal', value: 2, isDigits: false }, 'second|ii'],
  [{ kind: 'ordinal', value: 3, isDigits: false }, 'third|iii'],
  [{ kind: 'ordinal', value: 4, isDigits: false }, 'fourth|iv'],
  [{ kind: 'ordinal', value: 'last', isDigits: false }, 'last|final'],
  [
    { kind: 'part' },
    'early|earlier part of|beginning of|the beginning of|start of|mid|middle of|late|later part of|end of|towards the end of|toward the end of|first days of|last days of|first few days of|last few days of',
  ],
  [{ kind: 'partUnit' }, 'half|week'],
  [
    { kind: 'about' },
    'about|around|approximately|approx|roughly|circa|ca|c|or so|on or about|on or around|in or about|in or around|at or about',
  ],
  [
    { kind: 'uncertain' },
    'possibly|probably|perhaps|maybe|presumably|uncertain|uncertainly|not certain|date uncertain',
  ],
  [{ kind: 'between' }, 'between'],
  [{ kind: 'and' }, 'and'],
  [{ kind: 'from', isStrong: true }, 'from'],
  [{ kind: 'to', sign: 'word', isTight: false }, 'to|through|thru'],
  [
    { kind: 'boundary', value: 'since' },
    'since|not before|not earlier than|no earlier than|on or after|starting|starting in|starting from|starting on|beginning in|beginning from|beginning on',
  ],
  [
    { kind: 'boundary', value: 'until' },
    'until|till|up to|by|not after|not later than|no later than|on or before|up until',
  ],
  [{ kind: 'boundary', value: 'before' }, 'before|prior to|earlier than'],
  [{ kind: 'boundary', value: 'after' }, 'after|later than'],
  [{ kind: 'onwards' }, 'onwards|onward|or later|and later|or after|and after'],
  [{ kind: 'orEarlier' }, 'or earlier|and earlier|or before|and before'],
  [{ kind: 'present' }, 'present|the present|now|date|the present day|ongoing|today'],
  [{ kind: 'unknownDate' }, 'an unknown date|unknown|unknown date|end not known'],
  [
    { kind: 'filler' },
    'in|on|of|the|at|during|year|month|month of|year of|sometime|some time|period|ad|ce|the year|the month of',
  ],
  [
    { kind: 'refused', reason: 'hijri-calendar' },
    "muharram|safar|rabi|rabii|rabi al-awwal|rabi al-thani|rabi ul-awwal|jumada|jumaada|rajab|shaban|sha'ban|shaaban|ramadan|ramadhan|ramazan|shawwal|shawal|dhu al-qadah|dhu al-hijjah|dhul hijjah|dhul-hijjah|dhul qadah|dhu|zulhijja|zulhijjah|ah|hijri|hijra|hijriyah|shamsi|jalali|farvardin|ordibehesht|khordad|tir|mordad|amordad|shahrivar|mehr|aban|azar|dey|bahman|esfand|sh|hamal|sawr|jawza|saratan|asad|sunbula|mizan|aqrab|qaws|jadi|dalw|hut",
  ],
]
