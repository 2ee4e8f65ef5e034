/**
 * Chinese and Japanese names, which are written without a space: 欧阳慧敏 is Miss 欧阳 and 慧敏 to her friends, 佐藤健太郎 is
 * 佐藤さん. One character alone is a word or a part of one, and nobody's; 东方 and 高兴 are everyday words, and people only
 * where they are addressed or spoken of as such.
 */
import { isEverydayHan } from './everydayHan.ts'
import { simplifiedHan } from './hanVariants.ts'

/** Family names of two characters in Chinese, simplified and not. */
const COMPOUND: ReadonlySet<string> = new Set(
  `欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 司徒 令狐 宇文 长孙 長孫 夏侯 端木 百里 东郭 南宫
  南宮 呼延 轩辕 軒轅 独孤 獨孤 拓跋 申屠 闻人 聞人 赫连 赫連 澹台 濮阳 濮陽 淳于 单于 單于 公冶 宗政 太史 钟离 鍾離 鲜于 鮮于
  闾丘 第五 西门 西門 南门 南門`.split(/\s+/),
)
/** The commonest family names of one character. */
const SINGLE = `王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖萧蕭田董潘袁
  蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金贾賈韦韋夏付傅方邹鄒熊白孟秦邱侯江尹薛闫閻段雷龙龍史陶
  贺賀毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向常汤湯康易乔喬赖賴文`
const HAN = /^\p{Script=Han}{3,6}$/u
/** Japanese given names are written in kana too. */
const HAN_AND_KANA = /^(\p{Script=Han}{2,3})([\p{Script=Hiragana}\p{Script=Katakana}ー]{2,5})$/u

/** Behind a name, of somebody. */
const TITLES = '女士 先生 小姐 太太 夫人 さん さま 様 氏 くん ちゃん'.split(' ')
/** Two kana are in many a word. */
const KANA_IN_WORDS = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]{2}$/u

/** What of such a name is somebody by itself: the family name and the given name, with a title where they are words. */
export function partsOfHanName(name: string): readonly string[] {
  return familyAndGiven(name).flatMap((part) =>
    isEverydayHan(simplifiedHan(part)) || KANA_IN_WORDS.test(part)
      ? TITLES.map((title) => part + title)
      : [part],
  )
}

/** The family name and the given name, each if it has two characters and more. */
function familyAndGiven(name: string): readonly string[] {
  const mixed = HAN_AND_KANA.exec(name)
  if (mixed !== null) return [mixed[1] ?? '', mixed[2] ?? '']
  if (!HAN.test(name)) return []
  const [first, two, rest] = [name.charAt(0), name.slice(0, 2), name.slice(2)]
  if (COMPOUND.has(two)) return rest.length < 2 ? [two] : [two, rest]
  if (name.length === 3) return SINGLE.includes(first) ? [name.slice(1)] : [two]
  return [two, rest]
}
