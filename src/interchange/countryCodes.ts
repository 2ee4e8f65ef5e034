/**
 * Countries as data sets write them → ISO 3166-1 alpha-2. Numbers are those of Gleditsch and Ward, which UCDP
 * uses; states that are gone stand for their successor where there is one. What we cannot tell stays absent.
 */
import { foldText } from '../core/foldText.ts'

/** Gleditsch–Ward number and ISO code, in turns. */
const GLEDITSCH_WARD = `
2 US 20 CA 31 BS 40 CU 41 HT 42 DO 51 JM 52 TT 53 BB 54 DM 55 GD 56 LC 57 VC 58 AG 60 KN 70 MX 80 BZ 90 GT
91 HN 92 SV 93 NI 94 CR 95 PA 100 CO 101 VE 110 GY 115 SR 130 EC 135 PE 140 BR 145 BO 150 PY 155 CL 160 AR
165 UY 200 GB 205 IE 210 NL 211 BE 212 LU 220 FR 221 MC 223 LI 225 CH 230 ES 232 AD 235 PT 255 DE 260 DE 265 DE
290 PL 305 AT 310 HU 316 CZ 317 SK 325 IT 327 VA 331 SM 338 MT 339 AL 340 RS 341 ME 343 MK 344 HR 345 RS 346 BA
347 XK 349 SI 350 GR 352 CY 355 BG 359 MD 360 RO 365 RU 366 EE 367 LV 368 LT 369 UA 370 BY 371 AM 372 GE 373 AZ
375 FI 380 SE 385 NO 390 DK 395 IS 402 CV 403 ST 404 GW 411 GQ 420 GM 432 ML 433 SN 434 BJ 435 MR 436 NE 437 CI
438 GN 439 BF 450 LR 451 SL 452 GH 461 TG 471 CM 475 NG 481 GA 482 CF 483 TD 484 CG 490 CD 500 UG 501 KE 510 TZ
511 TZ 516 BI 517 RW 520 SO 522 DJ 530 ET 531 ER 540 AO 541 MZ 551 ZM 552 ZW 553 MW 560 ZA 565 NA 570 LS 571 BW
572 SZ 580 MG 581 KM 590 MU 591 SC 600 MA 615 DZ 616 TN 620 LY 625 SD 626 SS 630 IR 640 TR 645 IQ 651 EG 652 SY
660 LB 663 JO 666 IL 670 SA 678 YE 680 YE 690 KW 692 BH 694 QA 696 AE 698 OM 700 AF 701 TM 702 TJ 703 KG 704 UZ
705 KZ 710 CN 712 MN 713 TW 731 KP 732 KR 740 JP 750 IN 760 BT 770 PK 771 BD 775 MM 780 LK 781 MV 790 NP 800 TH
811 KH 812 LA 816 VN 817 VN 820 MY 830 SG 835 BN 840 PH 850 ID 860 TL 900 AU 910 PG 920 NZ 935 VU 940 SB 950 FJ
970 KI 971 NR 972 TO 973 TV 983 MH 986 PW 987 FM 990 WS`
const ISO_BY_NUMBER: ReadonlyMap<string, string> = new Map(
  [...GLEDITSCH_WARD.matchAll(/(\d+) ([A-Z]{2})/g)].map((pair) => [pair[1] ?? '', pair[2] ?? '']),
)

/** Names in use that English CLDR does not list. Bracketed parts are tried without as well. */
const ALIASES: Readonly<Record<string, string>> = {
  'united states of america': 'US',
  usa: 'US',
  'great britain': 'GB',
  england: 'GB',
  scotland: 'GB',
  'dr congo': 'CD',
  'democratic republic of congo': 'CD',
  'democratic republic of the congo': 'CD',
  'congo, democratic republic of': 'CD',
  'congo, democratic republic of the': 'CD',
  zaire: 'CD',
  congo: 'CG',
  'republic of congo': 'CG',
  'republic of the congo': 'CG',
  'ivory coast': 'CI',
  "cote d'ivoire": 'CI',
  'bosnia-herzegovina': 'BA',
  'bosnia and herzegovina': 'BA',
  'russian federation': 'RU',
  'soviet union': 'RU',
  burma: 'MM',
  myanmar: 'MM',
  turkey: 'TR',
  turkiye: 'TR',
  'kingdom of eswatini': 'SZ',
  swaziland: 'SZ',
  macedonia: 'MK',
  'macedonia, fyr': 'MK',
  yugoslavia: 'RS',
  'serbia and montenegro': 'RS',
  czechia: 'CZ',
  'czech republic': 'CZ',
  'cape verde': 'CV',
  'east timor': 'TL',
  'syrian arab republic': 'SY',
  'iran, islamic republic of': 'IR',
  'lao pdr': 'LA',
  "lao people's democratic republic": 'LA',
  'viet nam': 'VN',
  'south vietnam': 'VN',
  'north vietnam': 'VN',
  'republic of vietnam': 'VN',
  'republic of korea': 'KR',
  'korea, republic of': 'KR',
  "democratic people's republic of korea": 'KP',
  'moldova, republic of': 'MD',
  'republic of moldova': 'MD',
  'tanzania, united republic of': 'TZ',
  'united republic of tanzania': 'TZ',
  'brunei darussalam': 'BN',
  palestine: 'PS',
  'state of palestine': 'PS',
  'occupied palestinian territory': 'PS',
  'hong kong': 'HK',
  macao: 'MO',
  'south yemen': 'YE',
  'north yemen': 'YE',
  rhodesia: 'ZW',
  uae: 'AE',
  'the gambia': 'GM',
  'the bahamas': 'BS',
  'federated states of micronesia': 'FM',
}

/** Gleditsch–Ward number as in `country_id` → ISO alpha-2; undefined when there is none. */
export function countryOfNumber(cell: string): string | undefined {
  return ISO_BY_NUMBER.get(cell.trim().replace(/\.0+$/, ''))
}

let isoByName: ReadonlyMap<string, string> | undefined

/** English name or alpha-2 code → ISO alpha-2; undefined when it is neither. */
export function countryOfName(cell: string): string | undefined {
  const text = cell.trim()
  isoByName ??= readNames()
  if (/^[A-Z]{2}$/.test(text) && knownCodes().has(text)) return text
  const whole = foldText(text)
  const bare = whole.replaceAll(/\s*\([^)]*\)\s*/g, ' ').trim()
  return isoByName.get(whole) ?? isoByName.get(bare)
}

function readNames(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const isoByFoldedName = new Map(Object.entries(ALIASES))
  for (const code of knownCodes()) {
    const name = names.of(code)
    if (name) isoByFoldedName.set(foldText(name), code)
  }
  return isoByFoldedName
}

let codes: ReadonlySet<string> | undefined

/** Present codes: not those of groups (EU), of states that are gone (DD) or of pseudo-places (XA). */
function knownCodes(): ReadonlySet<string> {
  if (codes) return codes
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const all = letters.flatMap((a) => letters.map((b) => a + b))
  codes = new Set(
    all.filter(
      (code) =>
        !/^(?:AA|AC|CP|CQ|DG|EA|EU|EZ|IC|Q[M-Z]|TA|UN|X[A-JL-Z]|ZZ)$/.test(code) &&
        names.of(code) !== undefined &&
        Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`,
    ),
  )
  return codes
}
