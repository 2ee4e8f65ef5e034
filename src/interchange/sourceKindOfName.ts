/**
 * The likely kind of a source, told from its name alone; a first guess the researcher corrects. Said of names in
 * data sets, where nearly everything is an outlet.
 */
import type { SourceKind } from '../core/vocabularyCodes.ts'

/** First match wins; the order settles names such as "UN Human Rights Office". */
const PATTERNS: readonly (readonly [SourceKind, RegExp])[] = [
  [
    'social-account',
    /^@|\bon (?:twitter|x|facebook|telegram|instagram|youtube)$|\b(?:twitter|facebook|telegram)\b/iu,
  ],
  [
    'international-body',
    /\b(?:UN|U\.N\.|United Nations|UN[A-Z]{2,8}|OCHA|OHCHR|IOM|WHO|WFP|MINUSCA|MINUSMA|MONUSCO|MONUC|AMISOM|ATMIS|UNHCR|UNICEF|OSCE|ICTR|ICTY|ICC|ICRC|NATO|ISAF|African Union|European Union|Security Council|International Criminal Tribunal)\b|^[SAE]\/(?:CN|\d{4}|HRC)/u,
  ],
  ['armed-group', /\b(?:SDF|YPG|PKK|FARC|ELN|LTTE|Taliban|Taleban|rebels?|insurgents?|militia)\b/u],
  [
    'state-body',
    /\b(?:Ministry|Ministerio|Ministère|Minist(?:er|re) of|Government|Gobierno|Army|Armed Forces|Defen[cs]e Forces?|Border Patrol|Coast ?guard|Navy|Police|Policía|Polícia|Gendarmerie|Prosecutor|Attorney|Medical Examiner|Coroner|Sheriff|Consulate|Embassy|Secretar[ií]a|Presidency|Office of the President|Parliament|State Department|DoD|MoD)\b/iu,
  ],
  ['media', /\b(?:News|Press|Times|Radio|TV|Herald|Gazette|Newspaper|Diario|Noticias|Nouvelles)\b/iu],
  [
    'ngo',
    /\b(?:SOHR|SOH|VDC|SN4HR|SNHR|HRW|ICG|MSF|NPWJ|PROVEA|INSEC|B'?Tselem|BtSelem|Airwars|Air Wars|SATP|ACLED|CIMP|Amnesty|Human Rights|Derechos Humanos|Observatory|Observatoire|Observatorio|Crisis (?:Watch|Group)|Red Crescent|Red Cross|Noche y Niebla|Security Tracker|Nigeria Watch|Memorial|Mediazona|Free Burma Rangers|Without Borders|Sans Fronti[eè]res|Foundation|Association|Committee|Council|Commission|Institute|Project|Network|NGO|Mixed Migration|MHub|4mi|Alarm ?Phone|Caminando Fronteras|Documentation|Rescue|Aid|Caritas|Medair|Solidarity|Justice|Centre for|Center for)\b|^MemoryBook$/iu,
  ],
]

/** `media` when nothing else fits. */
export function sourceKindOfName(name: string): SourceKind {
  return PATTERNS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'media'
}
