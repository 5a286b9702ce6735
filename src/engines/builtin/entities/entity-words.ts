// Words that mark entity types in languages other than English. Months, days, units and currencies come from
// the Unicode locale data (CLDR, through Intl). Short lists cover the rest.
import { tokenize } from '../words/analyzer.js';

/** Terms of one language, in the form that `tokenize` returns. */
export interface EntityWords {
  readonly times: ReadonlySet<string>;
  readonly unitsOfTime: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
  readonly money: ReadonlySet<string>;
  readonly percent: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
  /** Words that come before the name of a place. */
  readonly placeBefore: ReadonlySet<string>;
}

/** Words that the locale data doesn't include. */
interface Lists {
  readonly times: string;
  readonly numbers: string;
  readonly groups: string;
  readonly persons: string;
  readonly placeBefore: string;
}

const LISTS: Readonly<Record<string, Lists>> = {
  de: {
    times:
      'Jahrhundert Jahrzehnt Frühling Sommer Herbst Winter heute gestern morgen seit während vor nach Chr Ära Epoche',
    numbers:
      'eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig fünfzig hundert tausend Million Millionen Milliarde Milliarden hälfte drittel viertel erste zweite dritte vierte doppelt einmal zweimal mehrere',
    groups:
      'Universität Hochschule Schule Institut Unternehmen Firma Gesellschaft Partei Verband Verein Liga Mannschaft Band Kirche Rat Kommission Agentur Ministerium Bank Gericht Armee Gewerkschaft Organisation Gruppe Parlament Senat Polizei Team Sender Stamm Volk Dynastie',
    persons:
      'Herr Frau Dr König Königin Kaiser Prinz Prinzessin Präsident Minister Kanzler Senator Gouverneur Bürgermeister General Professor Papst Bischof Direktor Autor Sänger Schauspieler Dichter Richter Herzog Graf Physiker Chemiker Wissenschaftler Ingenieur',
    placeBefore: 'in im aus nach bei durch von um zwischen',
  },
  es: {
    times:
      'siglo década época era primavera verano otoño invierno hoy ayer mañana desde hasta durante antes después a.C d.C noche tarde',
    numbers:
      'uno dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cuarenta cincuenta cien ciento cientos mil miles millón millones mitad tercio cuarto primero primera segundo segunda tercero tercera doble varios par',
    groups:
      'universidad colegio escuela instituto empresa compañía corporación partido asociación club liga equipo banda iglesia consejo comité comisión agencia ministerio departamento banco tribunal ejército sindicato organización sociedad fundación grupo parlamento congreso senado policía cadena pueblo tribu dinastía',
    persons:
      'señor señora doctor rey reina príncipe princesa presidente ministro canciller senador gobernador alcalde general coronel capitán profesor papa obispo san emperador director autor cantante actor actriz poeta juez duque conde físico químico científico ingeniero líder',
    placeBefore: 'en de desde hacia hasta cerca entre por a del',
  },
  ro: {
    times:
      'secol deceniu epocă eră primăvară vară toamnă iarnă azi ieri mâine din până timpul înainte după anilor anul în î.Hr d.Hr',
    numbers:
      'unu doi două trei patru cinci șase șapte opt nouă zece unsprezece doisprezece douăzeci treizeci cincizeci sută sute mie mii milion milioane miliard miliarde jumătate treime sfert primul prima al doilea treia dublu mai multe',
    groups:
      'universitate colegiu școală institut companie corporație partid asociație club ligă echipă trupă biserică consiliu comitet comisie agenție minister departament bancă tribunal armată sindicat organizație societate fundație grup parlament congres senat poliție rețea popor trib dinastie',
    persons:
      'domnul doamna doctor rege regină prinț prințesă președinte ministru cancelar senator guvernator primar general colonel căpitan profesor papă episcop sfânt împărat director autor cântăreț actor actriță poet judecător duce conte fizician chimist savant inginer lider',
    placeBefore: 'în din la lângă spre între prin de către',
  },
  el: {
    times:
      'αιώνας αιώνα δεκαετία εποχή περίοδος άνοιξη καλοκαίρι φθινόπωρο χειμώνας σήμερα χθες αύριο από μέχρι κατά πριν μετά π.Χ μ.Χ έτος χρονιά χρόνια',
    numbers:
      'ένα δύο τρία τρεις τέσσερα τέσσερις πέντε έξι επτά οκτώ εννέα δέκα έντεκα δώδεκα είκοσι τριάντα πενήντα εκατό χίλια χιλιάδες εκατομμύριο εκατομμύρια δισεκατομμύρια μισό τρίτο τέταρτο πρώτος πρώτη δεύτερος δεύτερη τρίτη διπλάσιο',
    groups:
      'πανεπιστήμιο κολέγιο σχολείο σχολή ινστιτούτο εταιρεία εταιρία κόμμα ένωση σύλλογος λίγκα πρωτάθλημα ομάδα συγκρότημα εκκλησία συμβούλιο επιτροπή υπηρεσία υπουργείο τμήμα τράπεζα δικαστήριο στρατός οργάνωση οργανισμός ίδρυμα κοινοβούλιο βουλή γερουσία αστυνομία δίκτυο λαός φυλή δυναστεία',
    persons:
      'κύριος κυρία δρ βασιλιάς βασίλισσα πρίγκιπας πρόεδρος υπουργός καγκελάριος γερουσιαστής κυβερνήτης δήμαρχος στρατηγός καθηγητής πάπας επίσκοπος άγιος αυτοκράτορας διευθυντής συγγραφέας τραγουδιστής ηθοποιός ποιητής δικαστής δούκας κόμης φυσικός χημικός επιστήμονας ηγέτης',
    placeBefore: 'στη στην στο στον στις στα στους από προς κοντά μεταξύ',
  },
  ru: {
    times:
      'век столетие десятилетие эпоха эра весна лето осень зима сегодня вчера завтра с до во время после назад год года лет н.э',
    numbers:
      'один два две три четыре пять шесть семь восемь девять десять одиннадцать двенадцать двадцать тридцать сорок пятьдесят сто сотни тысяча тысяч миллион миллионов миллиард миллиардов половина треть четверть первый первая второй вторая третий вдвое дважды несколько',
    groups:
      'университет колледж школа институт компания корпорация партия ассоциация клуб лига команда группа церковь совет комитет комиссия агентство министерство департамент банк суд армия союз организация общество фонд парламент конгресс сенат полиция канал сеть племя народ династия',
    persons:
      'господин доктор король королева принц принцесса президент министр канцлер сенатор губернатор мэр генерал полковник капитан профессор папа епископ святой император директор автор певец актер актриса поэт судья герцог граф физик химик учёный ученый инженер лидер хан',
    placeBefore: 'в во на из под около между через до из-за',
  },
  tr: {
    times:
      'yüzyıl çağ dönem ilkbahar yaz sonbahar kış bugün dün yarın beri kadar sırasında önce sonra MÖ MS yılında yılı yıllarında',
    numbers:
      'bir iki üç dört beş altı yedi sekiz dokuz on onbir yirmi otuz kırk elli altmış yetmiş seksen doksan yüz yüzlerce bin binlerce milyon milyar yarısı üçte çeyrek birinci ilk ikinci üçüncü çift birkaç kez',
    groups:
      'üniversite üniversitesi okul okulu enstitü enstitüsü şirket şirketi parti partisi dernek kulüp kulübü lig ligi takım takımı grup grubu kilise kilisesi konsey komite komisyon ajans bakanlık bakanlığı banka mahkeme ordu sendika örgüt kuruluş vakıf parlamento meclis senato polis kanal halk kabile hanedan',
    persons:
      'bay bayan doktor kral kraliçe prens prenses başkan cumhurbaşkanı bakan başbakan şansölye senatör vali belediye general albay kaptan profesör papa piskopos aziz imparator yönetmen yazar şarkıcı oyuncu şair yargıç dük kont fizikçi kimyager bilim insanı lider han',
    placeBefore: '',
  },
  ar: {
    times:
      'قرن القرن عقد العقد عصر فترة ربيع صيف خريف شتاء اليوم أمس غدا منذ حتى خلال قبل بعد عام سنة ميلادي الميلاد',
    numbers:
      'واحد واحدة اثنان اثنين ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثمان تسعة تسع عشرة عشر عشرين ثلاثين أربعين خمسين مئة مائة مئات ألف آلاف مليون ملايين مليار نصف ثلث ربع الأول الأولى الثاني الثانية الثالث ضعف عدة',
    groups:
      'جامعة كلية مدرسة معهد شركة حزب جمعية نادي رابطة دوري فريق فرقة كنيسة مجلس لجنة وكالة وزارة قسم بنك محكمة جيش اتحاد منظمة مؤسسة مجموعة برلمان مجلس شرطة شبكة قناة شعب قبيلة سلالة',
    persons:
      'السيد السيدة الدكتور ملك الملك ملكة أمير أميرة رئيس الرئيس وزير مستشار عضو حاكم عمدة جنرال عقيد قائد أستاذ بابا البابا أسقف قديس إمبراطور الإمبراطور مدير مؤلف كاتب مغني ممثل شاعر قاضي دوق كونت فيزيائي كيميائي عالم مهندس زعيم',
    placeBefore: '',
  },
  hi: {
    times: 'सदी शताब्दी दशक युग काल अवधि वसंत गर्मी सर्दी आज कल से तक दौरान पहले बाद ईसा पूर्व साल वर्ष सन',
    numbers:
      'एक दो तीन चार पांच पाँच छह सात आठ नौ दस ग्यारह बारह बीस तीस चालीस पचास सौ सैकड़ों हजार हज़ार हजारों लाख लाखों करोड़ मिलियन बिलियन अरब आधा आधे तिहाई चौथाई पहला पहली पहले दूसरा दूसरी तीसरा दोगुना कई',
    groups:
      'विश्वविद्यालय कॉलेज स्कूल संस्थान कंपनी निगम पार्टी दल संघ क्लब लीग टीम बैंड चर्च परिषद समिति आयोग एजेंसी मंत्रालय विभाग बैंक अदालत न्यायालय सेना संगठन समाज समूह संसद कांग्रेस सीनेट पुलिस नेटवर्क चैनल जनजाति वंश राजवंश',
    persons:
      'श्री श्रीमती डॉ राजा रानी राजकुमार राजकुमारी राष्ट्रपति मंत्री प्रधानमंत्री चांसलर सीनेटर राज्यपाल गवर्नर महापौर जनरल कर्नल कप्तान प्रोफेसर पोप बिशप संत सम्राट निदेशक लेखक गायक अभिनेता अभिनेत्री कवि न्यायाधीश ड्यूक काउंट भौतिक वैज्ञानिक इंजीनियर नेता खान',
    placeBefore: '',
  },
  vi: {
    times:
      'kỷ niên xuân hạ thu đông hôm nay qua mai từ đến trước sau thời kỳ giai đoạn mùa năm ngày tháng TCN',
    numbers:
      'một hai ba bốn năm sáu bảy tám chín mười mươi trăm nghìn ngàn vạn triệu tỷ nửa rưỡi nhất nhì đầu đôi',
    groups:
      'trường viện công ty đảng hội câu lạc bộ giải đội nhóm ban nhạc thờ đồng ủy cơ quan bộ ngân hàng tòa án quân tổ chức quỹ quốc nghị viện cảnh sát mạng kênh tộc triều hãng',
    persons:
      'ông bà tiến sĩ vua hoàng hậu đế tử chúa tổng thống bộ trưởng tướng thủ nghị sĩ thống đốc thị trưởng đại tá giáo sư giáo hoàng giám mục thánh đạo diễn tác giả ca diễn viên nhà thơ thẩm phán công tước bá tước khoa học kỹ sư lãnh đạo người',
    placeBefore: 'ở tại đến từ trong ngoài gần qua về bắc nam đông tây',
  },
  zh: {
    times: '世纪 年代 时代 时期 春天 夏天 秋天 冬天 今天 昨天 明天 以来 期间 之前 之后 公元前 公元 年 月 日',
    numbers: '半 一半 数百 数千 数万 第一 第二 第三 第四 第五 首 双 倍 亿 万 千 百 十 多',
    groups:
      '大学 学院 学校 研究所 公司 集团 党 协会 俱乐部 联盟 联赛 球队 队 乐队 教会 教堂 委员会 理事会 机构 部 银行 法院 军队 工会 组织 基金会 议会 国会 参议院 警察 频道 部落 民族 王朝',
    persons:
      '先生 女士 博士 国王 女王 王子 公主 总统 部长 总理 参议员 州长 市长 将军 上校 教授 教皇 主教 皇帝 导演 作者 作家 歌手 演员 诗人 法官 公爵 伯爵 物理学家 化学家 科学家 工程师 领袖 汗',
    placeBefore: '在 位于 来自 从 到 于',
  },
  th: {
    times: 'ศตวรรษ ทศวรรษ ยุค สมัย ช่วง ฤดู วันนี้ เมื่อวาน พรุ่งนี้ ตั้งแต่ จนถึง ระหว่าง ก่อน หลัง ค.ศ พ.ศ คริสต์ ปี เดือน วัน',
    numbers: 'หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ ยี่สิบ สามสิบ ร้อย พัน หมื่น แสน ล้าน ครึ่ง แรก ที่สอง ที่สาม คู่ หลาย เท่า',
    groups:
      'มหาวิทยาลัย วิทยาลัย โรงเรียน สถาบัน บริษัท พรรค สมาคม สโมสร ลีก ทีม วง โบสถ์ สภา คณะกรรมการ คณะ หน่วยงาน กระทรวง กรม ธนาคาร ศาล กองทัพ สหภาพ องค์กร องค์การ มูลนิธิ กลุ่ม รัฐสภา วุฒิสภา ตำรวจ เครือข่าย ช่อง เผ่า ชาว ราชวงศ์',
    persons:
      'นาย นาง นางสาว ดร กษัตริย์ ราชินี เจ้าชาย เจ้าหญิง ประธานาธิบดี รัฐมนตรี นายกรัฐมนตรี วุฒิสมาชิก ผู้ว่าการ นายพล พันเอก กัปตัน ศาสตราจารย์ พระสันตะปาปา บิชอป นักบุญ จักรพรรดิ ผู้อำนวยการ ผู้เขียน นักเขียน นักร้อง นักแสดง กวี ผู้พิพากษา ดยุก ดยุค เคานต์ นักฟิสิกส์ นักเคมี นักวิทยาศาสตร์ วิศวกร ผู้นำ ข่าน',
    placeBefore: 'ใน ที่ จาก ณ ใกล้ ระหว่าง เมือง ประเทศ รัฐ แม่น้ำ เกาะ ทวีป',
  },
};

const UNITS_OF_TIME = ['second', 'minute', 'hour', 'day', 'week', 'month', 'year'] as const;
const UNITS = [
  ...(['kilometer', 'meter', 'centimeter', 'millimeter', 'mile', 'yard', 'foot', 'inch'] as const),
  ...(['acre', 'hectare', 'kilogram', 'gram', 'pound', 'ounce', 'liter', 'gallon'] as const),
  ...(['celsius', 'fahrenheit', 'degree'] as const),
];
const CURRENCIES = [
  'USD',
  'EUR',
  'GBP',
  'JPY',
  'INR',
  'RUB',
  'CNY',
  'TRY',
  'THB',
  'VND',
  'RON',
  'MXN',
  'AUD',
  'CHF',
];
/** Together these amounts select every plural form. */
const AMOUNTS = [1, 2, 5, 21];

const cache = new Map<string, EntityWords>();

/** Returns undefined for English, whose words are in `entity-types.ts`, and for languages without lists. */
export function entityWordsOf(language: string): EntityWords | undefined {
  const lists = LISTS[language];
  if (!lists) return undefined;
  const before = cache.get(language);
  if (before) return before;
  const termsOf = (texts: readonly string[]): ReadonlySet<string> =>
    new Set(
      texts.flatMap((text) =>
        tokenize(text, language).flatMap(({ term, surface }) => (/\p{N}/u.test(surface) ? [] : [term])),
      ),
    );
  const format = (options: Intl.NumberFormatOptions) =>
    AMOUNTS.map((amount) => new Intl.NumberFormat(language, options).format(amount));
  const unit = (name: string) => format({ style: 'unit', unit: name, unitDisplay: 'long' });
  const unitsOfTime = termsOf(UNITS_OF_TIME.flatMap(unit));
  const words: EntityWords = {
    times: new Set([...termsOf([...calendarNames(language), lists.times]), ...unitsOfTime]),
    unitsOfTime,
    units: termsOf(UNITS.flatMap(unit)),
    money: termsOf(
      CURRENCIES.flatMap((currency) => format({ style: 'currency', currency, currencyDisplay: 'name' })),
    ),
    percent: termsOf(unit('percent')),
    numbers: termsOf([lists.numbers]),
    groups: termsOf([lists.groups]),
    persons: termsOf([lists.persons]),
    placeBefore: termsOf([lists.placeBefore]),
  };
  cache.set(language, words);
  return words;
}

/** Days of the week, and months in both the form used in dates and the standalone form. */
function calendarNames(language: string): readonly string[] {
  const options: readonly Intl.DateTimeFormatOptions[] = [
    { month: 'long', day: 'numeric' },
    { month: 'long' },
    { weekday: 'long' },
  ];
  return options.flatMap((option) => {
    const format = new Intl.DateTimeFormat(language, { ...option, calendar: 'gregory', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month) =>
      format
        .formatToParts(Date.UTC(2001, month, 1 + month))
        .flatMap(({ type, value }) => (type === 'month' || type === 'weekday' ? [value] : []))
        .join(' '),
    );
  });
}
