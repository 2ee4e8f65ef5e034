import { describe, expect, it } from 'vitest'
import { countryOfName, countryOfNumber } from '../../../src/interchange/countryCodes.ts'
import { sourceKindOfName } from '../../../src/interchange/sourceKindOfName.ts'

describe('countries', () => {
  it.each([
    ['Syria', 'SY'],
    ['DR Congo (Zaire)', 'CD'],
    ['Russia (Soviet Union)', 'RU'],
    ['Yemen (North Yemen)', 'YE'],
    ['Myanmar (Burma)', 'MM'],
    ['Ivory Coast', 'CI'],
    ["Côte d'Ivoire", 'CI'],
    ['Kingdom of eSwatini (Swaziland)', 'SZ'],
    ['Macedonia, FYR', 'MK'],
    ['Cambodia (Kampuchea)', 'KH'],
    ['Bosnia-Herzegovina', 'BA'],
    ['Serbia (Yugoslavia)', 'RS'],
    ['Zimbabwe (Rhodesia)', 'ZW'],
    ['Madagascar (Malagasy)', 'MG'],
    ['United States of America', 'US'],
    ['turkey', 'TR'],
    ['Kosovo', 'XK'],
    ['RU', 'RU'],
    ['Atlantis', undefined],
    ['EU', undefined],
    ['DD', undefined],
    ['', undefined],
  ])('%s is %s', (name, code) => expect(countryOfName(name)).toBe(code))

  it.each([
    ['652', 'SY'],
    ['652.0', 'SY'],
    ['2', 'US'],
    ['365', 'RU'],
    ['680', 'YE'],
    ['9999', undefined],
    ['', undefined],
  ])('number %s is %s', (number, code) => expect(countryOfNumber(number)).toBe(code))
})

describe('the likely kind of a source', () => {
  it.each([
    ['SOHR', 'ngo'],
    ['Human Rights Watch', 'ngo'],
    ['Ministry of Defence', 'state-body'],
    ['Libyan Coast Guard', 'state-body'],
    ['UN News Centre', 'international-body'],
    ['S/1998/581', 'international-body'],
    ['OCHA', 'international-body'],
    ['@somebody', 'social-account'],
    ['Somebody on Twitter', 'social-account'],
    ['SDF Press Office', 'armed-group'],
    ['Reuters', 'media'],
    ['Press Trust of India', 'media'],
    ['El Sol de Tijuana', 'media'],
  ])('%s: %s', (name, kind) => expect(sourceKindOfName(name)).toBe(kind))
})
