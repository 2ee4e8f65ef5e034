/**
 * What is printed beside a public contact for the safety of whoever uses it: who can listen in on that way, and that it was
 * not checked for long. One module for the PDF and the preview.
 */
import type { BriefContact } from '../../core/redaction/briefData.ts'
import type { BriefSay } from './briefSay.ts'
import { compareLocalIds } from './localIds.ts'

/** Ways on which somebody else may listen; a site alone is none of them. */
export type InterceptedWay = 'phone' | 'sms' | 'messenger' | 'email'

const MESSENGER =
  /\b(?:signal|whats\s?app|telegram|viber|threema|wire|element|matrix|skype|imo|wechat|messenger)\b|\b(?:wa|t|m|signal)\.me\b|сигнал|вотсап|ватсап|телеграм|вайбер|واتساب|تلغرام|تيليغرام|سيغنال|فايبر/iu
const TEXT_MESSAGE =
  /\bsms\b|\btext(?:s| messages?)\b|смс|эсэмэс|رسائل? (?:نصية|قصيرة)|mensajes? de texto|\btextos?\b/iu

/** The ways of a contact that can be listened in on, each once. */
export function interceptedWays({
  phone,
  site,
  email,
  offers,
}: Pick<BriefContact, 'phone' | 'site' | 'email' | 'offers'>): InterceptedWay[] {
  const said = [phone, site, offers].filter((text) => text !== null).join(' ')
  return [
    ...(phone === null ? [] : (['phone'] as const)),
    ...(phone !== null && TEXT_MESSAGE.test(said) ? (['sms'] as const) : []),
    ...(MESSENGER.test(said) ? (['messenger'] as const) : []),
    ...(email === null ? [] : (['email'] as const)),
  ]
}

/** The organisation's own warning first, then those of its ways, then that it was not checked for long. */
export function contactWarnings(contact: BriefContact, say: BriefSay): string[] {
  return [
    ...(contact.warning === null ? [] : [contact.warning]),
    ...interceptedWays(contact).map((way) => say(`help.intercepted.${way}`)),
    ...(contact.stale ? [say('help.stale')] : []),
  ]
}

/** Those that were checked lately first; among equals by their number in this brief. */
export function contactsInOrder(contacts: readonly BriefContact[]): BriefContact[] {
  return [...contacts].sort((a, b) => Number(a.stale) - Number(b.stale) || compareLocalIds(a.id, b.id))
}
