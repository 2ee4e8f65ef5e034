/**
 * Numbers that lead to somebody, whoever it is: phones in the writings of many countries, papers, cards, devices,
 * addresses of machines. On the folded copy (foldedCopy.ts): small letters, digits 0–9.
 */
import type { MentionPattern } from './mentionPattern.ts'

const digitsOf = (found: string): number => found.replace(/\D/g, '').length
const isPhoneLength = (found: string): boolean => digitsOf(found) >= 8 && digitsOf(found) <= 17

export const PHONE_PATTERNS: readonly MentionPattern[] = [
  // With a plus, whatever it is joined to (another one too), or 00: any country.
  {
    token: '[phone]',
    pattern:
      /(?:(?<!\p{N})\+|(?<![\p{L}\p{N}])00)\s?\d[\d\s()./\-‐‑–]{5,24}\d(?:\+\s?\d[\d\s()./\-‐‑–]{5,24}\d)*(?!\p{N})/gu,
    holds: (found) => found.replace(/^\+/, '').split('+').every(isPhoneLength),
  },
  // With a plus right after a number, a year for example: only what is too long to be a sum.
  {
    token: '[phone]',
    pattern: /(?<=\p{N})\+\s?\d[\d\s()./\-‐‑–]{8,24}\d(?!\p{N})/gu,
    holds: (found) => digitsOf(found) >= 10 && isPhoneLength(found),
  },
  // Russian and kin: 8 (916) 123-45-67, 8-916-1234567.
  {
    token: '[phone]',
    pattern:
      /(?<![\p{L}\p{N}.,])[78][\s-]?\(?\d{3,5}\)?[\s-]?\d{1,3}(?:[\s‐‑–-]?\d{2,3}){1,2}(?![\p{L}\p{N}])/gu,
    holds: (found) => digitsOf(found) === 11,
  },
  // A code in brackets.
  {
    token: '[phone]',
    pattern: /(?<![\p{L}\p{N}])\(\d{2,5}\)\s?\d{1,4}(?:[\s.‐‑–-]?\d{2,4}){1,3}(?![\p{L}\p{N}])/gu,
    holds: (found) => digitsOf(found) >= 6,
  },
  // Groups with dashes, dots or spaces: 123-45-67, 555-867-5309, 06 12 34 56 78, 091-2345678.
  {
    token: '[phone]',
    pattern: /(?<![\p{L}\p{N}.,/-])(?:0\d{1,4}|\d{2,4})(?:[-‐‑–]\d{2,4}){2,4}(?![\p{L}\p{N}-])/gu,
    holds: (found) => digitsOf(found) >= 7 && !/^(?:1[5-9]|20)\d\d\D\d\d?\D\d\d?$/.test(found),
  },
  {
    token: '[phone]',
    pattern: /(?<![\p{L}\p{N}.,/-])(?<!\d\s)0\d{1,4}(?:[\s./‐‑–-]\d{2,4}){2,4}(?![\p{L}\p{N}-])/gu,
    holds: (found) => digitsOf(found) >= 9,
  },
  {
    token: '[phone]',
    pattern: /(?<![\p{L}\p{N}.,/-])(?<!\d\s)0\d{1,4}[\s./‐‑–-]?\d{6,8}(?![\p{L}\p{N}-])/gu,
    holds: (found) => digitsOf(found) >= 9,
  },
  {
    token: '[phone]',
    pattern: /(?<![\p{L}\p{N}.,/-])[679]\d{2}(?:\s\d{2,3}){2,3}(?![\p{L}\p{N}-])/gu,
    holds: (found) => digitsOf(found) >= 9 && digitsOf(found) <= 10,
  },
  // After a word that says so.
  {
    token: '[phone]',
    pattern:
      /(?<![\p{L}\p{N}])(?:телефон[а-я]*|тел|моб|сот|факс|phone|tel|mob|mobile|cell|call|fax|whatsapp|viber|telefono|movil|telephone|portable|هاتف|الهاتف|جوال|موبايل|تلفون|رقم)\s?[.:№]*\s*([+(]?\d[\d\s().‐‑–-]{3,20}\d)(?!\p{N})/gu,
  },
]

export const PAPER_PATTERNS: readonly MentionPattern[] = [
  // Series and number of a Russian passport, SNILS, IBAN, cards in groups of four.
  {
    token: '[id]',
    pattern: /(?<![\p{L}\p{N}.,])\d{2}\s?\d{2}\s?(?:№|no\.?|n|номер)?\s?\d{6}(?![\p{L}\p{N}])/gu,
  },
  { token: '[id]', pattern: /(?<![\p{L}\p{N}])\d{3}-\d{3}-\d{3}[\s-]\d{2}(?![\p{L}\p{N}])/gu },
  {
    token: '[id]',
    pattern: /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:\s?[a-z0-9]{4}){3,7}(?:\s?[a-z0-9]{1,3})?(?![\p{L}\p{N}])/gu,
  },
  {
    token: '[id]',
    pattern: /(?<![\p{L}\p{N}.,])\d{4}(?:[\s-]\d{4}){2,3}(?:[\s-]\d{1,4})?(?![\p{L}\p{N}])/gu,
  },
  {
    token: '[id]',
    pattern: /(?<![\p{L}\p{N}])[12]\s?\d{2}\s?\d{2}\s?\d{2,3}\s?\d{3}\s?\d{3}(?:\s?\d{2})?(?![\p{L}\p{N}])/gu,
  },
  { token: '[id]', pattern: /(?<![\p{L}\p{N}])\d{2}-\d{6}-\d{6}-\d(?![\p{L}\p{N}])/gu },
  // Nine digits and more in a row: papers, tax numbers, IMEI, accounts, phones without signs.
  { token: '[id]', pattern: /(?<![\p{L}\p{N}.,])\d{9,34}(?![\p{L}\p{N}])/gu },
  // A letter or two and six digits or more: passports of many countries.
  { token: '[id]', pattern: /(?<![\p{L}\p{N}])[a-zа-я]{1,3}\s?(?:№\s?)?\d{6,9}(?![\p{L}\p{N}])/gu },
  {
    token: '[id]',
    pattern:
      /(?<![\p{L}\p{N}])(?:паспорт[а-я]*|удостоверени[а-я]+|снилс|инн|огрн|imei|imsi|passport|id card|national id|id no|id|nin|ssn|dni|nie|cedula|cni|pasaporte|passeport|جواز|الجواز|هويه|الهويه|الرقم الوطني)(?:\s+(?:сери[а-я]+|номер|number|no|num|numero|سفر|رقم))?\s?[.:№#]*\s?([a-zа-я]{0,3}[\s-]?\d[\d\s/№-]{3,20}\d)/gu,
  },
  {
    token: '[id]',
    pattern:
      /(?<![\p{L}\p{N}-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![\p{L}\p{N}-])/gu,
  },
  {
    token: '[link]',
    pattern: /(?<![\p{N}.])(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?(?![\p{N}.]\d)/gu,
    holds: (found) =>
      found
        .split(/[.:]/)
        .slice(0, 4)
        .every((part) => Number(part) < 256),
  },
  { token: '[id]', pattern: /(?<![\p{L}\p{N}:])(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![\p{L}\p{N}:])/gu },
]
