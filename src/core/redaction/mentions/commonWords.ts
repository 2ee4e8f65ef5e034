/**
 * Names that are also ordinary words: a mention where they are capitalised, a word where they are not. Russian and
 * English ones are the lower-case words of the dictionaries of A. I. Lebedev (BSD-3-Clause) and SCOWL (its own free
 * licence) that people are called too, by the names of the NETransliteration set (MIT) and by hand; Spanish and French
 * ones are by hand. A word that is missing here is masked in small letters too, which errs on the careful side.
 * Folded (foldText.ts).
 */

const RUSSIAN = `
  авгур август аврора адонис адрон акад аки али аллегри аллен алмаз алоэ аль амер ангел ангстрем анис
  аполлон апостол аптекарь арго ария арка арнаут арт арфист арча аспарагус астроном атлас ауди ахи ахилия
  баба бабий базар бай бак бакен банда банкир банко баннер бар барабан баран барич баронесса батист баш беда
  бедный бей бек белозубый белый беляк береза бес бескровный библ биллион бисер бит благой бланк близнец
  блок блюминг бобби бобер богатый богомолец бозе бойкий бок бокс боксер боле болен бомбарда бондарь бор
  борец борода бородатый бородач борщ бот бош боярин брак брасс брат бригадир бублик бугай буден будка бук
  буль бум бур бурат бурда бурре бурсак бутан буфф буян былина бьеф бьюик бюро вага вальтер вампир ван ванна
  варан вас ваше вашу вебер ведер великий вера верба верже верига вермут верный верховод веселый весна ветер
  ветра видок вика виконт виконтесса виктория вил вина виноград винокур винтер вис вист внук воевода вокал
  вол волк волхв вольный воля вон воробей ворог ворона вороной враз второй выдра высокий гага гад газ гала
  галера галл гардения гарсон гаусс гелий гем ген гений генри геркулес герой герольд герц геттер гиацинт
  гильза главный глаз глас глина глобус глория глупый глухой голос голубь гон гончар горазд горе горн горох
  горчица горький гость град гран гранит грант грек греко гриб грим гроза грозный гром грот грош грязный
  гуль гусак гусь дайка дама дамба дворник дед дейтон дело демон денди дервиш дери деру десятый джем
  джонатан диамант дива дикий дина динар динго динод длинный добрый док докер докладчик доктор долбня доля
  дом дорогой достопамятный достославный дот драгун дрема друг дуб дуда дума дуст дым дьяк еда жар жаркий
  желе железный желудь жук задик заика зак закис заря заутра заяц звезда зеленый земной зил зима златоуст
  золотой зулу зять иван иго идея изабелла или имам император ирис искра ислам казак казан кайзер кайл кайт
  каланча кали калина калмык кальмар кальян каменный камень кампус камыш кана кант каплун капо капор каппа
  капрон капуста кара караван карась карат карлик карп карст кассандра каста каупер кафе кафтан каша керн
  кернер киса кислый клей клерк климакс клопфер кноп князь кобра кобыла кого кои кок кока кокиль кола
  колесник коли колибри колли коло кольцо ком кома коми компаньон конго коник конник констебль копейка корд
  корда корнет король короткий корр коса косой костел котик кошель кошка краснолицый красный кратер крем
  крен кресс креститель кривой крик крис круглый крутой кузен кузнец кука кулон кум курант кусака кучер
  кюммель лаж лай лассо лебедь лев левый легат легкий лес лето ли ликер лилия лимон линкольн линь липси лира
  лис лисий литвин лиф лиц лишка лишний лог лозина лорд лот лох луна лунка лучина любовь люк лютый мазер май
  майор майя мак макинтош макс максвелл максим малек малиновый малый маман мамба мангал мандрагора манера
  манто мари марка маркер марсель март мартен мартини масло матрона матч мах мед медведь мелис мелисса
  мельник мельхиор ментор мера мерседес мерси мертель мессия месяц мета меткий метро миля мимо мина мир
  мирный мирра мисс миссис мистраль митра модерато мок мокрый молодой молоко мор мораль мороз морф москаль
  мудрый мулла мур мурена мутон муха мученичество мучник мюль мясо навальный над надежда нам нега неделя
  нежный немец немой нес нести неф низкий ник николь ним ниша нищий новелла новосел новый нора норманн
  ньютон обрез общий овал оглы огне огонь огородник ода озер около окон окунь олива оливье олимпиада она оно
  орел орлик осень осман острожный острый охотник очко пава пак паккард палладий пан панк пантера пардон
  пароход пас паскаль пасс пассаж пастух патер паук паша пейс пеликан пенни пенс пер первый переда перец
  пери перси песок петрушка пиано пиар пиво пик пила пинающий пинк пирс писарь пламя платье плен плохой пляс
  победа подвижник подкова пожар поздний пойнтер покорный поле поливка полный поляк понарошку пономарь поп
  попа попович посвященный постер пот правый презент прель прем при приблудный принц простой прус прямой
  птаха пуант пул пустой пут пыль пятница пятый рад рада радон раз рай рак ракша рама рампа ранний ребе
  ребер ред редька резкий река рено репа рикошет рис риск риф ровный рог рогач родной роза рой рок рокер
  роллер роль роман рондо росс рота рубаха рубль рук рулон руль рунец рус руст рыба рыбак рыжий сабо сад
  садик сайра сак саке салки сало салон сам самарий самба самбука само сандал сани сард сафари саха сахар
  сахо сван сват светла светлый свобода святой северный седан седина седой сей секвестр секвойя секи села
  селен сем сенна сера серафим сервер сержант серый сестер сет сии сим синий синь сир скала сквайр скит
  скорый скот слава славный сладкий слеза словак сложный слот смелый сметана смех снег сник сок сокол
  соленый солнце соловей соль сом сон сонар соня сопел сорока сот соти софа соя стай стам старик старший
  старый стиль столица стоянка страшный стрелец строй строма суаре сук сука султан сума сухой сюда табак
  табу таи таки тактик талон там танго танк тара тау твердый твист телес темный тенор теплый тер терраса
  тест тестер тиара тильда тирс тихий тишина ткач того токарь том тон тоника топор торба тост трак трепка
  третий триас трон тру труба туба тукан тумба тупой турне турок туя тэг тюк тяжелый тянь узкий уик умер
  умный уран фазенда фанг фарси фас фенхель ферт фидель фил финн фита флик фон фора форс фортуна фофан
  франко фриз фукс фуле фут фюрер хадж хаджи хала халупа хам хан хек хитон хлеб хмель холл холод холодный
  хомяк хорват хороший храбрый хрен цезарь целый цензор центнер цимбалист цинк цыган чайка чалый чан
  чарльстон чек чел черкес черный черт чеснок честный четырехглазый чех чик чип чистый чудотворец чужой шале
  шаль шапка шариат шарф шафран шах шахид шваб швец шевалье шеврон шей шейк шерри шик широкий шнур шоу
  штекер штурм шулер шум щедрый щука эва эге экзарх экспорт эльф эра эрос эрстед эфир юго южный юла юн юна
  юнкер ягель ясный
`

const ENGLISH = `
  abbe abbey abbot abyss ache acorn ado agate ago aha aka akin alley aloe alp amber angel angst angstrom
  anon ante apple april argent aria art ash asparagus aspen assassination aster atlas augur autumn ave aye
  babel baby backer bacon baker ball banister bank banker banks banner banning bar barbie bare bash bass
  basso batiste battle bean bear beater beck bee belay bell belladonna belt betting bias bidder bile bilk
  bill billion binder bio bishop bismuth bite biz black blackjack blah blanch blaze blood bloomer blue bluet
  bluff blunt bob bobby bock bodega bolster bombard bomber bone boo bookie boom boring borne borrow bowler
  box boxer brain bran brandy brass bray brigadier bright brindle brink brook brother brown brunt buck
  buckwheat buddy buff buffalo buggy bureau burn bush butane butcher butt butterfly cabana cafe campus can
  canal cannon caprice carmine carp carrel carter case cast cedar censor cert chafe champ chance chancellor
  chandler chard charity chase checker chevron chit christian chum church cirri clementine cliff climax
  clinger clothier cobra coca cockney cola collar common commons conquest constable cont converse cooper
  cope copper cord cornet corny corr corrie cote cotton cousin covey coward craft crane cravat creme cress
  crone cross crouch crystal culture curb curl cutler dace dado dag dahlia daisy dale dame dapper darkie
  davenport davit dawn day daze dean dear dearness deck deep delft demur deny derrick dervish desire dial
  dicey dicker dieter dilly dimple dingo ditch diva doll dot doughty downer drag drake draw dray dread
  dreamer dresser drew drill dung dunning dusty duty dyer eager effendi eldritch emo emperor enrich ester
  eve ever export eye fab faith falconer fanning far farina father fee fender feta field fielder fields
  fighting filbert fin fisher flair flick flint flip florin fly foot fora ford foreman form fossa foster
  fountain frank fray freshwater friar frog from frosty fruit fuhrer fur furlong furry gad gaga gainer gala
  galley gardenia garland gay gearing geezer gene genie gentian gentle giro glade glen glitter glory goose
  gore gorgon gosh grace graham gram gran grant gray green grey grill grout guild gut guy haft hag haj hake
  hall halter handler hank hardy hare hark harrow harsh haven hawthorn hazy heard heath hector hem hemming
  hen hepper herd herring hill hipper hoc holler honor hope hora horse hove huddle hula hulk hull hum humble
  hunt hunter hunting hurry imam innocent iris iron ivy jack jade jam jato jelly jenny jetty jock
  joint joy junco june junior kamikaze kana kappa keen kibble killing kin kind king kipping kiss kitsch
  knight knoll koan krone laird lake lame land landau lane lapin lass lasso laurel lawless lea leaf lemme
  leotard levy lien light lily linden line ling lira little lock loco loge logic lolly long lord lot lotto
  lounge love low lower lucky lunch lupus lute mach mackintosh macro made mademoiselle magic magus mail
  major mallow mane manger manly manner maple march maria mark marker marten martin martinet maser mask
  mason mass matte maxima may maze meadow meager medley meet meg mellow mentor merchant mercy messiah met
  meta metro mica mien mike mile miler miles milt mimosa min mine minor mistral mix moll molly moneymaker
  monger moody moral morrow most mourning mouse mouser mouton mower mule mull munch murder musk mustard mutt
  nee nestle newton nice nimrod noble nomad north nosher nun offer opal orchard out padre page palazzi pan
  pant pap par pardon parent parry parsley paschal pass passage pat patience paw payer pea peace pearl peaty
  peek pelagic pence penny pep philander piano picot pierce pilgrim pimiento pink pinto pita pivot place
  platen plea plimsoll plumb point pol pole pollack polling pommy pope popper porter pose posse poster posy
  pound pray prey price prime prince prudence puff pump punk punt purser putsch queen rabbit rack rad radon
  raft raid raider rainwater rasp ray razor reading red redwood reedy reef reeve reign resit rib rice rich
  ricochet riddle rip rivers rivet roar rob rocky roller roman romeo rood roof roost rose rosin rosy rota
  rover rowan rowdy ruby ruck rush rusty safari said sale salon salt samba sampler sandal sandy sarky sass
  sat savage savant savory savoy savvy sawyer scabies scolding scullion sedan see self selvage semen semi
  sender senna sequester sergeant serious serpentine serrate server servo set settle seven sexton shade
  share sharp shaver shear shepherd shield shogun short show shrapnel side siege sill silly simper singleton
  sink sire siren sit six skeet skin slander sloth smith smoke smoky snick snore sober sofa sol sole sou
  spanner speaker spear squire stab stagger stamp stark stead steamboat sterling sticky stone strain stratus
  striker strode strong strum strut sublet success suckle sue sultana summer sun sunny sunshine swede sweet
  swift swimmer syrup tab tali tally talon tang tango tank taylor teach tee teller tenor tequila terrace
  tester the thou throne thrush thug tiara tie tiger tile till timothy tiny togs tome topper tower trampler
  travail trick tricky tromp trotter trout troy truck true trundle turban turtledove tusk twain twink twist
  unlucky urban usher vampire vandal vanilla veal vend vent verger vial vibe victor victory villi viscount
  viscountess vitamin vol wader wain walk wan ward warden warn was wasabi water way wedding weight weir
  welcome weld wheat whistler white widen wiener will wing winning winy wisdom wise wit withe wolf womble
  won wood woodbine woods woody world you young zinger`

const SPANISH = `
  alba amparo angel asuncion aurora blanca blanco bravo caballero calvo campos casas clara concepcion
  consuelo cortes cruz cuesta delgado dolores esperanza estrella flores franco fuentes gloria guerra herrera
  iglesias jesus justo leon luna luz mar mercedes milagros modesto molina mora moreno nieves pascual pastor
  paz pena pilar prieto ramos remedios rey reyes rios rocio rojas rosa rubio salas santos serrano socorro
  sol soledad soto torres vega victoria`

const FRENCH = `
  abbe aime ami amour ange berger blanc blanche bon boucher boulanger brun claire clement colin constant
  desire dupont fleur fontaine france gentil grand juste leblanc lebrun legrand lenoir leroux marchand
  marguerite marin mercier meunier moulin noel noir olive parfait petit pierre prince prosper reine riviere
  roche roi rose roux sage victoire vincent violette`

/** All of them, folded. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  [RUSSIAN, ENGLISH, SPANISH, FRENCH].flatMap((words) => words.trim().split(/\s+/)),
)

/** Is a folded name also an ordinary word? */
export function isCommonWord(folded: string): boolean {
  return COMMON_WORDS.has(folded)
}
