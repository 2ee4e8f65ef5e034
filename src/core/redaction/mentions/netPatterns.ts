/**
 * Addresses of the net and accounts, whoever's they are: mail, links, handles. On the folded copy (foldedCopy.ts).
 */
import type { MentionPattern } from './mentionPattern.ts'

const START = String.raw`(?<![\p{L}\p{N}])`
const END = String.raw`(?![\p{L}\p{N}])`

/** Around an @ or what stands for one. */
export const MAIL_PATTERNS: readonly MentionPattern[] = [
  // A second one that is joined to it goes with it.
  {
    token: '[email]',
    pattern:
      /[\p{L}\p{N}._%+'-]{1,64}\s?(?:@|\[at\]|\(at\)|\(собака\))\s?[\p{L}\p{N}-]+(?:\s?(?:\.|\[dot\]|\(dot\))\s?[\p{L}\p{N}-]+)+(?:@[\p{L}\p{N}.-]*[\p{L}\p{N}])*/gu,
  },
  { token: '[handle]', pattern: /(?<![\p{L}\p{N}@._])@[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}_])?/gu },
]

/** Around a dot, colon or slash between letters. */
export const NET_PATTERNS: readonly MentionPattern[] = [
  {
    token: '[link]',
    pattern:
      /(?:https?|ftps?|hxxps?|tg|magnet|mailto|tel|sip|ipfs|onion):(?:\/\/)?[^\s<>"«»]*[^\s<>"«».,;:!?()'\]]/gu,
  },
  {
    token: '[handle]',
    pattern: new RegExp(
      String.raw`${START}(?:www\.|m\.)?(?:t\.me|telegram\.me|vk\.com|vk\.ru|ok\.ru|facebook\.com|fb\.com|fb\.me|instagram\.com|instagr\.am|twitter\.com|x\.com|youtube\.com|youtu\.be|tiktok\.com|wa\.me|linkedin\.com|livejournal\.com|github\.com|medium\.com|snapchat\.com|threads\.net|rutube\.ru|dzen\.ru|my\.mail\.ru|reddit\.com|discord\.gg)(?:/[^\s<>"«»]*[^\s<>"«».,;:!?()'\]])?`,
      'gu',
    ),
  },
  {
    token: '[link]',
    pattern: new RegExp(
      String.raw`${START}(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:com|net|org|info|biz|gov|edu|int|mil|onion|io|me|tv|app|dev|site|online|xyz|club|news|media|blog|ru|su|рф|by|ua|kz|kg|uz|tj|tm|am|az|ge|md|ee|lv|lt|pl|de|fr|es|it|uk|us|eu|nl|be|ch|at|cz|sk|se|no|fi|dk|tr|il|ir|iq|sy|lb|jo|eg|ye|sa|ae|qa|kw|om|bh|ly|tn|dz|ma|sd|ps|cn|jp|kr|in|pk|af|mx|ar|br|cl|pe|ve|co|cu)${END}(?::\d+)?(?:[/?#][^\s<>"«»]*[^\s<>"«».,;:!?()'\]])?`,
      'gu',
    ),
  },
  {
    token: '[handle]',
    pattern:
      /(?<![\p{L}\p{N}])(?:skype|icq|telegram|телеграм|телеграмм|тг|скайп|аська|whatsapp|viber|signal|wickr|threema|jabber|instagram|инстаграм|twitter|твиттер|ник|логин|nick|login|username|حساب)\s?:\s?([\p{L}\p{N}][\p{L}\p{N}._-]*[\p{L}\p{N}])/gu,
  },
]
