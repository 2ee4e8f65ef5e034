/**
 * What a key of somebody's JSON says its value is: an author, a time of entry, a file. In five languages, since people
 * name their columns in their own; however the words of a key are joined (`createdBy`, `created-by`, `created by`).
 */
import { foldText } from '../../core/foldText.ts'

const whole = (...words: readonly string[]): RegExp => new RegExp(`^(?:${words.map(foldPattern).join('|')})$`)
const part = (...words: readonly string[]): RegExp => new RegExp(words.map(foldPattern).join('|'))
/** A pattern as the keys it is held against are folded. */
const foldPattern = (words: string): string => foldText(words).replaceAll(/\s+/g, '')

const KINDS = {
  id: whole(
    'id|.+_id|u?uid|guid|ref|reference|key|ulid|oid|object_?id|record|ident|identifiant|identificador|clave|clé|cle',
    'ид|.+_ид|код|معرف|المعرف',
  ),
  named: whole(
    '(?:pseudonym|alias|person|witness|victim|label|code|handle|who|subject|source|name|token|informant)s?',
    'p_?id|victime?s?|víctimas?|testigos?|témoins?|personnes?|personas?|свидетель|потерпевший|лицо|الشاهد|الضحيه',
  ),
  author: whole(
    'authors?|(?:created|updated|modified|entered|edited|recorded|uploaded|submitted|imported|added|changed)_?by(?:_.+)?',
    '(?:coded|reported|signed|prepared|written|drafted|verified|checked|approved|compiled|transcribed|translated)_?by(?:_.+)?',
    'coder|transcriber|исполнитель|составил[аи]?|оператор|хто_вн[іи]с(?:ла)?|نویسنده|ثبت_کننده',
    'editor|user(?:_?(?:name|id))?|owner|analyst|researcher|reviewer|last_?modified_?by|assignee|collector',
    'enumerator|interviewer|(?:cread|registrad|ingresad|editad|modificad|documentad|capturad|subid)[oa]_por|autora?',
    'usuari[oa]|investigadora?|entrevistadora?|(?:créé|saisi|modifié|enregistré|rédigé|ajouté)e?_par|auteure?|autrice',
    'utilisateur|utilisatrice|enquêteur|enquêtrice|rédacteur|rédactrice|автор|редактор|исследователь|интервьюер',
    'пользователь|сотрудник|(?:кем_)?(?:внес(?:ла|ено)?|создал[ао]?|изменил[аи]?|добавил[аи]?)(?:_кем)?|кто_внес',
    'кем_(?:внесено|создано|изменено|добавлено)|(?:أدخل|أنشأ|عدل|سجل)(?:ه|ها|_بواسطة)|المؤلف|المستخدم|الباحث|المحرر',
  ),
  time: whole(
    '(?:created|updated|modified|entered|recorded|imported|saved|exported|generated|inserted|deleted|uploaded|accessed|submitted|received|last_?modified|last_?edited|last_?updated|last_?seen|first_?seen|entry|submission)(?:_?(?:at|on|time|date))?',
    'timestamp|ts|[mc]time|(?:date|time)_(?:of_)?(?:entry|entered|created|creation|added|recorded|upload)',
    'data_entry_date|fecha_(?:de_)?(?:actualización|registro|creación|ingreso|modificación|carga|captura)|horodatage',
    '(?:cread|actualizad|registrad|modificad|ingresad|capturad)o(?:_el)?',
    '(?:saisi|créé|modifié|enregistré|ajouté)e?_(?:le|à)|date_de_(?:saisie|création|modification|mise_à_jour|enregistrement)',
    '(?:дата|время)_(?:внесения|создания|изменения|записи|добавления|ввода|обновления)|внесено|создано|обновлено',
    '(?:وقت|تاريخ)_(?:الإدخال|الإنشاء|التعديل|التسجيل|الإضافة|التحديث)',
  ),
  hour: whole('hour|time|time_of_day|clock|hora|heure|час|время|година|ساعه|الساعه|وقت|الوقت|ساعت'),
  reason: part(
    '(?:redact(?:ed|ion)?|withh[eo]ld|suppress(?:ed|ion)?|removed|removal|masked|hidden|omitted).*(?:reason|because|why|note|cause)',
    '^(?:(?:redaction|removal|masking)_?)?reasons?$|^why|^withheld$|^redact(?:ed|ions?)$|^suppression$|^anonymi[sz]ation$',
    '^caviardage$|^скрытие$|(?:motivo|razón|motif|raison)_.*(?:omisión|ocultamiento|retrait|caviardage|suppression)',
    'причина_(?:скрытия|удаления|изъятия)|سبب_(?:الحجب|الإخفاء|الحذف)',
  ),
  leftOut: whole(
    '(?:withheld|omitted|excluded|skipped|suppressed|removed|hidden|left_?out|redacted)(?:_?(?:count|rows|records|total|number))?',
    'not_?shown|rows_?withheld|records_?withheld|(?:omitid|ocult|ocultad|excluid|retirad)[oa]s?',
    '(?:omis|masqué|exclu|retiré|caviardé)e?s?|скрыто|пропущено|исключено|изъято|не_показано|محجوبة?|مستبعدة?|محذوفة?',
  ),
  place: part(
    'geo_?hash|plus_?code|^olc$|^h3|^s2|quad_?key|what3words|^w3w$|mgrs|^utm|^tile$|maidenhead|locator$',
  ),
  placeLike: part('geo|place|cell|loc|where|grid|point|area|hash|lugar|lieu|место|الموقع|المكان'),
  coordinate: whole(
    'lat|lon|lng|long|latitude?|longitude?|coordinates?|coords?|coord|x|y|point|position|latitud|longitud|coordenadas?',
    'coordonnées?|широта|долгота|координаты?|(?:خط_)?العرض|(?:خط_)?الطول|الإحداثيات',
  ),
  file: part(
    'file_?name|original_?(?:file|name)|^path$|file_?path|^file$|^fichier$|nom_(?:du_)?fichier|^archivo$|nombre_(?:del_)?archivo',
    '^файл$|имя_файла|^الملف$|اسم_الملف',
  ),
  zone: whole(
    'time_?zone(?:_?offset)?|tz|utc_?offset|offset|zone_horaire|fuseau(?:_horaire)?|huso(?:_horario)?|zona_horaria',
    'часовой_пояс|зона|пояс|المنطقة_الزمنية|التوقيت',
  ),
  zoneLike: part('^z$|zone|^tz|^utc|^gmt|offset|fuseau|^huso|^зона|пояс$'),
  weekday: whole(
    'week_?day|day_of_(?:the_)?week|dow|jour(?:_de_la)?_semaine|día(?:_de_la)?_semana|день_недели|يوم_الأسبوع',
  ),
  number: whole(
    'id|no|nr|num|number|index|row|n|seq|serial|ref|.+_id|label|pseudonym|name|case|(?:case|file|row|record|entry|item)_(?:no|nr|num|number)',
    'номер|строка|дело|número|fila|expediente|caso|numéro|ligne|dossier|n°|№|رقم|الرقم|رقم_(?:الحالة|الملف)',
  ),
  date: whole(
    'when|date|day|month|year|quarter|period|time|start|from|season|fecha|año|anio|mes|cuándo|cuando|année|mois|quand',
    'год|дата|месяц|период|когда|السنة|التاريخ|الشهر|الفترة',
  ),
  count: whole(
    'total|count|number_?of_?(?:rows|records|incidents)|records|rows|total_?(?:rows|records|incidents|count|results)',
    'cuenta|número|registros|nombre|enregistrements|всего|итого|записей|количество|المجموع|العدد|الإجمالي',
  ),
  /** What is counted in large numbers, and what is called. */
  amount: part(
    'phone|^(?:tel|mobile|fax|cell|whats_?app|telegram|viber|signal|inn|iban|account)(?:_|$)|amount|(?:^|_)(?:sum|price|cost|value|salary|budget|population|money|area|size|bytes)(?:_|$)',
    'teléfono|móvil|celular|monto|importe|suma|precio|población|téléphone|portable|montant|somme|prix|population',
    'телефон|сумма|цена|население|бюджет|счет|هاتف|جوال|مبلغ|سكان',
  ),
  /** Who, or where. */
  somebody: part(
    'name|witness|victim|person|source|suspect|detainee|who|address|phone|mail|village|town|city|street|nombre|nom|prénom|apellido|testigo|víctima',
    'dirección|témoin|adresse|ville|имя|фамилия|фио|свидетель|потерпевш|адрес|село|город|اسم|شاهد|ضحيه|عنوان|قريه|مدينه',
  ),
  length: part('(?:name|text|title|nom|nombre|имя|الاسم)_?(?:len|length|chars)$'),
} as const satisfies Readonly<Record<string, RegExp>>

export type KeyKind = keyof typeof KINDS

const known = new Map<string, ReadonlySet<KeyKind>>()
/** Does a key say that its number is how many or how much, or what somebody or something is called by? */
export const countsOrCalls = (kinds: ReadonlySet<KeyKind>): boolean =>
  (kinds.has('amount') || kinds.has('count') || kinds.has('id')) && !kinds.has('date') && !kinds.has('time')

/** A file may have a key of its own for every row; those are not kept. */
const MOST_KNOWN = 2_000

/** Everything that a key may say of its value. */
export function keyKinds(key: string): ReadonlySet<KeyKind> {
  const before = known.get(key)
  if (before !== undefined) return before
  const folded = foldText(key.replace(/([\p{Ll}\p{N}])(?=\p{Lu})/gu, '$1_'))
    .replace(/[\s.:-]+/g, '_')
    .replace(/^_+|_+$/g, '')
  const kinds = new Set(KIND_NAMES.filter((kind) => KINDS[kind].test(folded)))
  if (known.size < MOST_KNOWN) known.set(key, kinds)
  return kinds
}

const KIND_NAMES = Object.keys(KINDS) as KeyKind[]
