/** Spanish words of dates. */
import type { LexiconEntry } from './lexeme.ts'

const MONTHS = [
  'ene|enero',
  'feb|febrero',
  'mar|marzo',
  'abr|abril',
  'may|mayo',
  'jun|junio',
  'jul|julio',
  'ago|agosto',
  'sep|sept|set|septiembre|setiembre',
  'oct|octubre',
  'nov|noviembre',
  'dic|diciembre',
]
const WEEKDAYS = [
  'dom|domingo',
  'lun|lunes',
  'martes',
  'mié|miércoles',
  'jue|jueves',
  'vie|viernes',
  'sáb|sábado',
]

export const SPANISH_LEXICON: readonly LexiconEntry[] = [
  ...MONTHS.map((names, index): LexiconEntry => [{ kind: 'month', value: index + 1 }, names]),
  ...WEEKDAYS.map((names, index): LexiconEntry => [{ kind: 'weekday', value: index }, names]),
  [{ kind: 'season', value: 1 }, 'primavera'],
  [{ kind: 'season', value: 2 }, 'verano|estío'],
  [{ kind: 'season', value: 3 }, 'otoño'],
  [{ kind: 'season', value: 4 }, 'invierno'],
  [{ kind: 'quarter' }, 'trimestre|trim|t'],
  [{ kind: 'ordinal', value: 1, isDigits: false }, 'primer|primero|primera'],
  [{ kind: 'ordinal', value: 2, isDigits: false }, 'segundo|segunda'],
  [{ kind: 'ordinal', value: 3, isDigits: false }, 'tercer|tercero|tercera'],
  [{ kind: 'ordinal', value: 4, isDigits: false }, 'cuarto|cuarta'],
  [{ kind: 'ordinal', value: 'last', isDigits: false }, 'último|última'],
  [
    { kind: 'part' },
    'principios|a principios|comienzos|a comienzos|inicios|a inicios|comienzo|inicio|al comienzo|al inicio|mediados|a mediados|a mitad|finales|a finales|fines|a fines|fin|al final|primeros días|en los primeros días|últimos días|en los últimos días',
  ],
  [{ kind: 'partUnit' }, 'mitad|semana|quincena'],
  [
    { kind: 'about' },
    'hacia|alrededor de|alrededor del|aproximadamente|aprox|cerca de|cerca del|en torno a|en torno al|sobre|sobre el',
  ],
  [
    { kind: 'uncertain' },
    'posiblemente|probablemente|quizá|quizás|tal vez|acaso|presumiblemente|incierto|incierta|fecha incierta|fecha dudosa',
  ],
  [{ kind: 'between' }, 'entre'],
  [{ kind: 'and' }, 'y'],
  [{ kind: 'from', isStrong: true }, 'desde|a partir de|a partir del|a contar de|a contar desde'],
  // "De abril de 2017" alone goes on from a sentence that is not there.
  [{ kind: 'from', isStrong: false }, 'de|del'],
  [{ kind: 'to', sign: 'word', isTight: false }, 'a|al'],
  [
    { kind: 'boundary', value: 'since' },
    'no antes de|no antes del|como muy pronto|como muy pronto en|como muy pronto el',
  ],
  [
    { kind: 'boundary', value: 'until' },
    'hasta|no después de|no después del|no más tarde de|no más tarde del|a más tardar|a más tardar en|a más tardar el|como muy tarde|como muy tarde en|como muy tarde el',
  ],
  [
    { kind: 'boundary', value: 'before' },
    'antes|antes de|antes del|anterior a|anterior al|previo a|previo al',
  ],
  [{ kind: 'boundary', value: 'after' }, 'después|después de|después del|posterior a|posterior al|tras'],
  [
    { kind: 'onwards' },
    'en adelante|y después|o después|y posterior|o posterior|y posteriormente|o más tarde|y más tarde|y sigue|hasta hoy|hasta ahora|hasta la fecha|hasta la actualidad|hasta el presente',
  ],
  [{ kind: 'orEarlier' }, 'o antes|y antes|o anterior|y anterior'],
  [{ kind: 'present' }, 'hoy|ahora|presente|la fecha|la actualidad|nuestros días'],
  [
    { kind: 'unknownDate' },
    'fecha desconocida|una fecha desconocida|desconocida|desconocido|sin final conocido|sin comienzo conocido',
  ],
  [{ kind: 'decadeWord', isSure: true }, 'década de|década de los|década de los años|década'],
  [{ kind: 'decadeWord', isSure: false }, 'años'],
  [
    { kind: 'filler' },
    'en|el|la|los|las|año|año de|mes|mes de|día|durante|durante el|en el transcurso de|período|periodo|período de|periodo de',
  ],
  [{ kind: 'refused', reason: 'hijri-calendar' }, 'hégira|hegírico|hegírica|moharram|saban|shawwal'],
]
