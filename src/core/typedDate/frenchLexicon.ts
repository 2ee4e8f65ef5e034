/** French words of dates. The lexer parts "d’avril" and "jusqu’à" at the apostrophe. */
import type { LexiconEntry } from './lexeme.ts'

const MONTHS = [
  'jan|janv|janvier',
  'fév|févr|février',
  'mars',
  'avr|avril',
  'mai',
  'juin',
  'juil|juillet',
  'août',
  'sept|septembre',
  'oct|octobre',
  'nov|novembre',
  'déc|décembre',
]
const WEEKDAYS = [
  'dim|dimanche',
  'lun|lundi',
  'mardi',
  'mer|mercredi',
  'jeu|jeudi',
  'ven|vendredi',
  'sam|samedi',
]

export const FRENCH_LEXICON: readonly LexiconEntry[] = [
  ...MONTHS.map((names, index): LexiconEntry => [{ kind: 'month', value: index + 1 }, names]),
  ...WEEKDAYS.map((names, index): LexiconEntry => [{ kind: 'weekday', value: index }, names]),
  [{ kind: 'season', value: 1 }, 'printemps|au printemps'],
  [{ kind: 'season', value: 2 }, 'été'],
  [{ kind: 'season', value: 3 }, 'automne'],
  [{ kind: 'season', value: 4 }, 'hiver'],
  [{ kind: 'quarter' }, 'trimestre|trim|t'],
  [{ kind: 'ordinal', value: 1, isDigits: false }, 'premier|première'],
  [{ kind: 'ordinal', value: 2, isDigits: false }, 'deuxième|second|seconde'],
  [{ kind: 'ordinal', value: 3, isDigits: false }, 'troisième'],
  [{ kind: 'ordinal', value: 4, isDigits: false }, 'quatrième'],
  [{ kind: 'ordinal', value: 'last', isDigits: false }, 'dernier|dernière'],
  [
    { kind: 'part' },
    'début|au début|début des|au début des|milieu des|au milieu des|fin des|à la fin des|tout début|mi|milieu|au milieu|fin|la fin|à la fin|premiers jours|les premiers jours|dans les premiers jours|derniers jours|les derniers jours|dans les derniers jours',
  ],
  [{ kind: 'partUnit' }, 'moitié|semaine|quinzaine|décade'],
  [
    { kind: 'about' },
    'vers|environ|env|autour de|autour du|autour d|aux alentours de|aux alentours du|aux alentours d|aux environs de|aux environs du|aux environs d|approximativement',
  ],
  [
    { kind: 'uncertain' },
    'peut-être|probablement|possiblement|sans doute|vraisemblablement|incertain|incertaine|date incertaine|date douteuse',
  ],
  [{ kind: 'between' }, 'entre'],
  [{ kind: 'and' }, 'et'],
  [
    { kind: 'from', isStrong: true },
    'depuis|dès|à partir de|à partir du|à partir d|à compter de|à compter du|à compter d',
  ],
  [{ kind: 'from', isStrong: false }, 'de|du|d'],
  [{ kind: 'to', sign: 'word', isTight: false }, 'à|au|aux'],
  [{ kind: 'boundary', value: 'since' }, 'au plus tôt|au plus tôt en|au plus tôt le|pas avant'],
  [
    { kind: 'boundary', value: 'until' },
    'jusqu à|jusqu au|jusqu en|jusque en|jusque|au plus tard|au plus tard en|au plus tard le|pas après|d ici|d ici à|d ici au',
  ],
  [{ kind: 'boundary', value: 'before' }, 'avant|antérieur à|antérieure à|antérieur au|antérieure au'],
  [{ kind: 'boundary', value: 'after' }, 'après|postérieur à|postérieure à|postérieur au|postérieure au'],
  [
    { kind: 'onwards' },
    'et après|ou après|et plus tard|ou plus tard|et au-delà|et suivants|et suivantes|en cours|jusqu à présent|jusqu à aujourd hui|jusqu à maintenant|jusqu à ce jour|à ce jour|à nos jours|à aujourd hui',
  ],
  [{ kind: 'orEarlier' }, 'ou avant|et avant|ou plus tôt|et plus tôt'],
  [{ kind: 'present' }, 'aujourd hui|maintenant|présent|ce jour|nos jours'],
  [{ kind: 'unknownDate' }, 'date inconnue|une date inconnue|inconnue|inconnu|fin inconnue|début inconnu'],
  [{ kind: 'decadeWord', isSure: true }, 'décennie|décennie de|décennie des années'],
  [{ kind: 'decadeWord', isSure: false }, 'années'],
  [
    { kind: 'filler' },
    'le|la|les|l|an|année|mois|mois de|mois d|au mois de|au mois d|au cours de|au cours du|au cours d|au cours des|courant|pendant|durant|dans|période|en date du',
  ],
  [
    { kind: 'refused', reason: 'hijri-calendar' },
    'hégire|de l hégire|hégirien|hégirienne|mouharram|moharram|rabia|joumada|djoumada|radjab|redjeb|chaabane|chaban|ramadhan|chawwal|dhou|zou',
  ],
]
