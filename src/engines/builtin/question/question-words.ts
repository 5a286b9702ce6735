import type { AnswerType } from './answer-types.js';

// Regular expressions for the question words of languages other than English, used by `answer-type.ts`.
/** For each answer type, alternatives of a regular expression. */
type QuestionPatterns = Partial<Record<AnswerType, string>>;

const WELCHE = 'welche[rsnm]? (?:\\p{L}+ )?';
const QUE = '(?:qué|cuál(?:es)?) (?:(?:es|era|fue|son) )?(?:(?:el|la|los|las) )?';
const QUEL = 'quel(?:le)?s? (?:(?:est|était|sont) )?(?:(?:le|la|les) )?';
const KAKOI = 'как(?:ой|ая|ое|ие|ую|ом|их|ого|им|ими|ому) (?:\\p{L}+ )?';
const POIO = 'ποι(?:α|ο|ος|ον|οι|ες|ου|ας|ους|ων) (?:(?:είναι|ήταν) )?(?:(?:ο|η|το|οι|τα) )?(?:\\p{L}+ )?';
const CARE = '(?:care|ce) (?:(?:este|era|a fost|sunt) )?(?:\\p{L}+ )?';
const HANGI = 'hangi (?:\\p{L}+ )?';
const AYY = 'أ(?:ي|ية) ';
const KIS = '(?:किस|किन|कौन सा|कौन सी|कौन से|कौनसा|कौनसी|कौनसे) (?:\\p{L}[\\p{L}\\p{M}]* )?';
const NAO = ' (?:[\\p{L}]+ )?(?:nào|gì)';
const WHICH_ZH = '(?:哪[一个些座家支种条位片]*|什么|何)';
const WHICH_TH = ' ?(?:ใด|ไหน|อะไร)';

/** By ISO 639-1 code. */
export const QUESTION_WORDS: Readonly<Record<string, QuestionPatterns>> = {
  de: {
    percent: 'prozent\\p{L}*|welche[rsnm]? anteil',
    money: `wie ?viel geld|wie ?viele? (?:dollar|euro|pfund|mark)|wie teuer|was kostete?n?|${WELCHE}(?:preis|kosten|betrag)`,
    duration:
      'wie lange|wie ?viele (?:jahren?|tagen?|monaten?|wochen|stunden|minuten|jahrzehnten?|jahrhunderten?)|wie alt',
    measure: 'wie (?:weit|groß|hoch|breit|tief|schwer|schnell|heiß|kalt|lang)',
    number: `wie ?viele?n?|wie oft|wie häufig|${WELCHE}(?:anzahl|zahl|menge)`,
    why: `warum|wieso|weshalb|weswegen|${WELCHE}(?:grund|gründen?|ursachen?)|was (?:verursacht\\p{L}*|führte)|wodurch`,
    when: `wann|${WELCHE}(?:jahre?s?|jahrhunderts?|jahrzehnts?|tage?|monate?|datum|zeit|zeitraum|epoche|ära|saison)`,
    where: `wo|woher|wohin|${WELCHE}(?:stadt|städten?|land|ländern?|staate?n?|bundesstaat\\p{L}*|orte?n?|regione?n?|gegend|kontinent\\p{L}*|fluss|flüssen?|inseln?|provinz|gebiete?n?|bezirke?n?|nation|dorf|straße|ozean|meer)`,
    group: `${WELCHE}(?:unternehmen|firmen?|gesellschaft|organisatione?n?|gruppen?|team|mannschaft|partei|band|universität|hochschule|schulen?|agentur|kirche|netzwerk|sender|verein|institution|zeitung|zeitschrift|stamm|volk|völker|dynastie|armee)`,
    quote: 'was sagten?|wie (?:nannten?|bezeichneten?|beschrieb(?:en)?)',
    who: `wer|wem|wen|wessen|${WELCHE}(?:personen?|präsident\\p{L}*|mann|frau|schauspieler\\p{L}*|sänger\\p{L}*|künstler\\p{L}*|könig\\p{L}*|kaiser\\p{L}*|herrscher\\p{L}*|autor\\p{L}*|schriftsteller\\p{L}*|wissenschaftler\\p{L}*|spieler\\p{L}*|minister\\p{L}*|architekt\\p{L}*|philosoph\\p{L}*|direktor\\p{L}*|general|papst|physiker\\p{L}*|trainer\\p{L}*|gouverneur\\p{L}*)|wie (?:heißt|heißen|hieß|hießen)|namen?`,
    how: 'wie|auf welche weise',
    definition: 'was (?:ist|sind|war|waren|bedeutet)',
    action:
      'was (?:tun|tut|tat|taten|macht\\p{L}*|geschah|passiert\\p{L}*|kann|können|konnte\\p{L}*|muss|müssen|soll\\p{L}*|hat|haben|hatten?)',
    what: 'was|welche[rsnm]?|wofür|worauf|woran|worin|wozu|womit|worüber',
  },
  es: {
    percent: 'porcentaje|qué (?:parte|proporción|fracción)|por ciento',
    money: `cuánto (?:dinero|cuestan?|costó|costaron|vale|valía|pagó|pagaron|gastó)|${QUE}(?:precio|coste|costo)`,
    duration:
      'cuánto (?:tiempo|duró|dura|tardó)|cuántos (?:años|días|meses|minutos|siglos)|cuántas (?:horas|semanas|décadas)|qué edad',
    measure: `cuánto (?:mide|pesa)|a qué (?:distancia|altura|velocidad|temperatura)|${QUE}(?:tamaño|altura|longitud|distancia|superficie|velocidad|temperatura)|qué tan`,
    number: `cuánt[oa]s?|${QUE}(?:número|cantidad)|con qué frecuencia`,
    why: `por qué|${QUE}(?:razón|razones|motivos?|causas?)|qué (?:causó|causa|provocó|provoca|llevó|hizo que)|a qué se (?:debe|debió|debía)`,
    when: `cuándo|${QUE}(?:año|años|fecha|día|mes|siglo|década|época|período|periodo|temporada|momento)`,
    where: `dónde|adónde|${QUE}(?:ciudad|ciudades|país|países|estados?|lugar|lugares|regi(?:ón|ones)|continente|río|isla|zonas?|provincia|distrito|condado|naci(?:ón|ones)|pueblo|calle|océano|mar)`,
    group: `${QUE}(?:empresas?|compañías?|organizaci(?:ón|ones)|grupos?|equipos?|partido|banda|universidad|escuela|agencia|iglesia|cadena|liga|club|instituci(?:ón|ones)|periódico|revista|tribu|pueblos|dinastía|ejército)`,
    quote: 'qué (?:dijo|dijeron|dice)|cómo (?:describió|describe|calificó)',
    who: `quién|quiénes|${QUE}(?:persona|presidente|hombre|mujer|actor|actriz|cantante|artista|rey|reina|emperador|líder|autora?|escritora?|científic[oa]s?|jugador|ministro|arquitecto|filósofo|director|general|papa|físico|gobernador|gobernante|nombre)|cómo se (?:llama|llaman|llamaba|llamaban|llamó)|nombre`,
    how: 'cómo|de qué (?:manera|forma|modo)',
    definition: '(?:qué|cuál|cuáles) (?:es|son|era|eran|fue|fueron|significa)',
    action:
      'qué (?:hizo|hace|hacen|hicieron|pasó|pasa|ocurre|ocurrió|sucede|sucedió|puede|pueden|debe|deben|tiene|tienen|había|ha|han)',
    what: 'qué|cuál|cuáles|que',
  },
  ro: {
    percent: 'procent\\p{L}*|ce (?:parte|proporție|fracție)|la sută',
    money: `câți bani|cât (?:a costat|costă|costau|s-a plătit|valorează)|${CARE}(?:prețul?|costul?|suma)`,
    duration:
      'cât timp|cât (?:a durat|durează)|câ(?:ți|te) (?:ani|zile|luni|săptămâni|ore|minute|decenii|secole)|ce vârstă',
    measure: `cât de|la ce (?:distanță|înălțime|viteză|temperatură)|${CARE}(?:dimensiunea|înălțimea|lungimea|suprafața|viteza|temperatura)`,
    number: `câ(?:ți|te|t|tă|tor)|${CARE}(?:numărul|număr|cantitatea?)`,
    why: `de ce|din ce (?:cauză|motiv)|${CARE}(?:motivul|motivele|motiv|cauza|cauzele)|ce (?:a cauzat|cauzează|a provocat|provoacă|a determinat)`,
    when: `când|(?:în|din) ce (?:an|ani|lună|zi|secol|deceniu|perioadă|dată|moment)|${CARE}(?:anul?|data|secolul?|deceniul?|luna|ziua|perioada?)`,
    where: `unde|${CARE}(?:oraș(?:ul|e)?|țar[ăa]|țări|stat(?:ul|e)?|loc(?:ul|uri)?|regiun(?:e|ea|i)|continent(?:ul)?|râul?|insul[ăa]|zon[ăae]|provinci[ae]|județ|națiun[ei]|stradă|ocean(?:ul)?)`,
    group: `${CARE}(?:compani[ei]|firm[ăe]|organizați[ei]|grup(?:uri|ul)?|echip[ăae]|partid|trup[ăa]|universitate|școal[ăa]|agenți[ei]|biseric[ăa]|rețea|lig[ăa]|club|instituți[ei]|ziar|revist[ăa]|trib|popor|dinasti[ei]|armat[ăa])`,
    quote: 'ce (?:a spus|au spus|spune)|cum (?:a descris|descrie)',
    who: `cine|cui|pe cine|${CARE}(?:persoan[ăa]|președinte(?:le)?|bărbat|femeie|actor|cântăreț|artist|rege(?:le)?|regin[ăa]|împărat(?:ul)?|lider(?:ul)?|autor(?:ul)?|scriitor(?:ul)?|om de știință|jucător|ministru|arhitect|filosof|director|general|pap[ăa]|fizician|guvernator|conducător(?:ul)?|nume(?:le)?)|cum (?:se numește|se numea|se numesc|se numeau|s-a numit)|numele`,
    how: 'cum|în ce (?:fel|mod)',
    definition: '(?:ce|care) (?:este|e|sunt|era|erau|a fost|au fost|înseamnă)',
    action: 'ce (?:face|fac|a făcut|au făcut|se întâmplă|s-a întâmplat|poate|pot|trebuie|are|au|a|aveau)',
    what: 'ce|care|căr(?:ui|ei|or)',
  },
  el: {
    percent: 'ποσοστό|τοις εκατό',
    money: 'πόσα (?:χρήματα|λεφτά|δολάρια|ευρώ)|πόσο (?:κοστίζ\\p{L}+|κόστισ\\p{L}+|στοίχισ\\p{L}+)',
    duration:
      'πόσο (?:καιρό|χρόνο|διάστημα|διήρκεσε|διαρκεί)|πόσ(?:α|ες|ους) (?:χρόνια|έτη|μέρες|ημέρες|μήνες|εβδομάδες|ώρες|λεπτά|δεκαετίες|αιώνες)|πόσων ετών',
    measure:
      'πόσο (?:μακριά|μεγάλ\\p{L}+|ψηλ\\p{L}+|βαθ\\p{L}+|γρήγορ\\p{L}+|απέχει|ζυγίζει)|ποι(?:α|ο) (?:είναι|ήταν) (?:η έκταση|το μέγεθος|το ύψος|το μήκος)',
    number: `πόσ(?:ο|α|οι|ες|ους|ων|η|ος)|${POIO}(?:αριθμός|ποσότητα)|πόσο συχνά`,
    why: `γιατί|${POIO}(?:λόγος|λόγο|λόγοι|αιτία|αίτιο)|τι (?:προκάλεσε|προκαλεί|οδήγησε)|λόγο`,
    when: `πότε|${POIO}(?:έτος|χρονιά|ημερομηνία|ημέρα|μέρα|μήνα|αιώνα|δεκαετία|περίοδο|εποχή|χρόνο)|τι χρονιά`,
    where: `πού|από πού|${POIO}(?:πόλη|πόλεις|χώρα|χώρες|πολιτεία|κράτος|μέρος|περιοχή|περιοχές|ήπειρος?|ποταμός|νησί|επαρχία|έθνος|χωριό|δρόμος|ωκεανός|τοποθεσία)`,
    group: `${POIO}(?:εταιρεία|εταιρία|εταιρείες|οργανισμός|οργάνωση|ομάδα|ομάδες|κόμμα|συγκρότημα|πανεπιστήμιο|σχολή|σχολείο|υπηρεσία|εκκλησία|δίκτυο|πρωτάθλημα|ίδρυμα|εφημερίδα|περιοδικό|φυλή|λαός|δυναστεία|στρατός)`,
    quote: 'τι (?:είπε|είπαν|λέει)|πώς (?:περιέγραψε|χαρακτήρισε|αποκάλεσε)',
    who: `ποιος|ποιον|ποιοι|ποιους|ποιανού|${POIO}(?:πρόσωπο|άτομο|άνδρας|γυναίκα|βασίλισσα|όνομα)|πώς (?:ονομάζ\\p{L}+|ονομαζ\\p{L}+|λέγ\\p{L}+|έλεγαν|λένε)|όνομα`,
    how: 'πώς|πως|με ποιον τρόπο',
    definition: '(?:τι|ποι(?:α|ο|ες)) (?:είναι|ήταν|σημαίνει|εστί)',
    action: 'τι (?:έκαν\\p{L}+|κάν\\p{L}+|συνέβη|συμβαίνει|μπορ\\p{L}+|πρέπει|έχ\\p{L}+|είχ\\p{L}+)',
    what: 'τι|ποι(?:α|ο|ες|ου|ας|ων)',
  },
  ru: {
    percent: 'процент\\p{L}*|как(?:ая|ую) (?:доля|долю|часть)',
    money:
      'сколько (?:денег|стоит|стоил\\p{L}*|долларов|рублей|евро|заплатил\\p{L}*)|какова (?:цена|стоимость)',
    duration:
      'как долго|сколько (?:времени|лет|дней|месяцев|недель|часов|минут|десятилетий|веков|длил\\p{L}+|длит\\p{L}+)',
    measure:
      'как (?:далеко|быстро|глубоко|высоко)|насколько|каков[аоы]? (?:площадь|размер\\p{L}*|высота|длина|расстояние|скорость|температура|масса)',
    number: `сколько|скольк\\p{L}+|${KAKOI}(?:количеств\\p{L}+|число)|каково (?:количество|число)|как часто`,
    why: `почему|зачем|отчего|${KAKOI}(?:причин\\p{L}*)|каков[аы] причин[аы]|что (?:вызвал\\p{L}*|вызывает|привел\\p{L}*|послужило)|из-за чего`,
    when: `когда|${KAKOI}(?:год\\p{L}*|дат[аыу]|день|дня|месяц\\p{L}*|век\\p{L}*|столети\\p{L}+|десятилети\\p{L}+|период\\p{L}*|врем\\p{L}+|сезон\\p{L}*|эпох\\p{L}+)`,
    where: `где|куда|откуда|${KAKOI}(?:город\\p{L}*|стран\\p{L}+|штат\\p{L}*|мест\\p{L}+|регион\\p{L}*|континент\\p{L}*|рек\\p{L}+|остров\\p{L}*|област\\p{L}+|провинци\\p{L}+|район\\p{L}*|округ\\p{L}*|деревн\\p{L}+|улиц\\p{L}+|океан\\p{L}*|мор\\p{L}+)`,
    group: `${KAKOI}(?:компани\\p{L}+|организаци\\p{L}+|групп\\p{L}+|команд\\p{L}+|парти\\p{L}+|университет\\p{L}*|школ\\p{L}+|агентств\\p{L}+|церк\\p{L}+|сет[ьи]|телеканал\\p{L}*|лиг\\p{L}+|клуб\\p{L}*|учреждени\\p{L}+|газет\\p{L}+|журнал\\p{L}*|плем\\p{L}+|народ\\p{L}*|династи\\p{L}+|арми\\p{L}+)`,
    quote:
      'что (?:сказал\\p{L}*|заявил\\p{L}*|говорил\\p{L}*)|как (?:назвал\\p{L}*|описал\\p{L}*|охарактеризовал\\p{L}*)',
    who: `кто|кого|кому|кем|ком|чь[яеию]\\p{L}*|чей|${KAKOI}(?:человек\\p{L}*|президент\\p{L}*|актер\\p{L}*|певе?ц\\p{L}*|художник\\p{L}*|корол\\p{L}+|император\\p{L}*|лидер\\p{L}*|автор\\p{L}*|писател\\p{L}+|учен\\p{L}+|игрок\\p{L}*|министр\\p{L}*|философ\\p{L}*|генерал\\p{L}*|физик\\p{L}*|правител\\p{L}+)|как (?:звали|зовут|назыв\\p{L}+)|имя`,
    how: 'как|каким образом',
    definition: 'что (?:такое|это|означает|значит|является|было|представляет)|каков[аоы]?',
    action:
      'что (?:сделал\\p{L}*|делал\\p{L}*|делают?|произошло|происходит|случилось|может|могут|должн\\p{L}+)',
    what: 'что|чего|чем|чему|как(?:ой|ая|ое|ие|ую|ом|их|ого|им|ими|ому)|котор(?:ый|ая|ое|ые|ую|ом)',
  },
  tr: {
    percent: 'yüzde (?:kaç\\p{L}*|ne kadar\\p{L}*)|ne kadarlık|hangi oran\\p{L}*|yüzdesi',
    money:
      'kaç (?:dolar\\p{L}*|lira\\p{L}*|euro\\p{L}*)|ne kadar (?:para|ödedi|ödendi|harca\\p{L}+)|kaça|fiyatı|maliyeti',
    duration:
      'ne kadar (?:süre\\p{L}*|zaman\\p{L}*|sürdü|sürer)|kaç (?:yıl\\p{L}*|gün\\p{L}*|ay|hafta\\p{L}*|saat\\p{L}*|dakika\\p{L}*|yüzyıl\\p{L}*)|kaç yaşında',
    measure:
      'ne kadar (?:uzak\\p{L}*|büyük\\p{L}*|yüksek\\p{L}*|geniş\\p{L}*|derin\\p{L}*|ağır\\p{L}*|hızlı)|kaç (?:metre|kilometre|mil|derece|kilo\\p{L}*)',
    number: 'kaç\\p{L}*|ne kadar\\p{L}*|sayısı|ne sıklıkla',
    why: 'neden|niçin|niye|sebebi|nedeni|neye yol|ne sebep',
    when: `ne zaman\\p{L}*|${HANGI}(?:yıl\\p{L}*|tarih\\p{L}*|gün\\p{L}*|ay\\p{L}{0,3}|yüzyıl\\p{L}*|dönem\\p{L}*|sezon\\p{L}*|çağ\\p{L}*)|kaç yılında`,
    where: `nere\\p{L}*|${HANGI}(?:şehir\\p{L}*|şehr\\p{L}*|kent\\p{L}*|ülke\\p{L}*|eyalet\\p{L}*|yer\\p{L}*|bölge\\p{L}*|kıta\\p{L}*|nehir\\p{L}*|ada\\p{L}*|il\\p{L}{0,3}|ilçe\\p{L}*|köy\\p{L}*|okyanus\\p{L}*|deniz\\p{L}*)`,
    group: `${HANGI}(?:şirket\\p{L}*|kuruluş\\p{L}*|örgüt\\p{L}*|grup\\p{L}*|grub\\p{L}*|takım\\p{L}*|parti\\p{L}*|üniversite\\p{L}*|okul\\p{L}*|ajans\\p{L}*|kilise\\p{L}*|kanal\\p{L}*|lig\\p{L}*|kulüp\\p{L}*|kurum\\p{L}*|gazete\\p{L}*|dergi\\p{L}*|kabile\\p{L}*|halk\\p{L}*|hanedan\\p{L}*|ordu\\p{L}*)`,
    quote: 'ne (?:dedi|söyledi)|nasıl (?:tanımla\\p{L}+|adlandır\\p{L}+)',
    who: `kim|kimi|kime|kimin|kimler\\p{L}*|kimden|kiminle|kimdi\\p{L}*|${HANGI}(?:kişi\\p{L}*|başkan\\p{L}*|kral\\p{L}*|imparator\\p{L}*|lider\\p{L}*|yazar\\p{L}*|bilim insan\\p{L}*|oyuncu\\p{L}*|sanatçı\\p{L}*|bakan\\p{L}*|general\\p{L}*)|adı|ismi|adları`,
    how: 'nasıl\\p{L}*|ne şekilde',
    definition: 'nedir|neydi|nelerdir|nelerdi|ne demek\\p{L}*|ne anlama',
    action: 'ne (?:yap\\p{L}+|oldu|olur|olmuştur|etti)',
    what: 'ne|neyi|neye|neyin|neler\\p{L}*|neyle|hangi\\p{L}*',
  },
  ar: {
    percent: 'نسبة|النسبة|المئة|المائة',
    money: 'كم (?:من )?(?:المال|دولار\\p{L}*|كلف\\p{L}*|تكلف\\p{L}*)|ما (?:هو )?(?:سعر|ثمن|تكلفة)',
    duration: `كم (?:من الوقت|من الزمن|استمر\\p{L}*|استغرق\\p{L}*|سنة|عام\\p{L}*|يوم\\p{L}*|شهر\\p{L}*|أسبوع\\p{L}*|ساعة|دقيقة|قرن\\p{L}*)|كم عدد (?:السنوات|الأعوام|الأيام|الأشهر|الساعات)|كم كان عمر`,
    measure:
      'كم (?:يبلغ|تبلغ|يبعد|تبعد|طول|ارتفاع|مساحة|حجم)|ما (?:هي |هو )?(?:مساحة|طول|ارتفاع|حجم|سرعة|مسافة)',
    number: 'كم|بكم|ما (?:هو )?(?:عدد|مقدار|كمية)',
    why: 'لماذا|لم|ما (?:هو |هي |الذي )?(?:سبب|السبب|أسباب|الأسباب|أدى|تسبب)',
    when: `متى|${AYY}(?:عام|سنة|تاريخ|يوم|شهر|قرن|عقد|فترة|وقت|موسم|عصر)|ما (?:هو )?(?:تاريخ|العام)`,
    where: `أين|${AYY}(?:مدينة|بلد|دولة|ولاية|مكان|منطقة|قارة|نهر|جزيرة|مقاطعة|إقليم|قرية|شارع|محيط|بحر)|ما (?:هي )?(?:المدينة|الدولة|المنطقة|الولاية)`,
    group: `${AYY}(?:شركة|منظمة|مجموعة|فريق|حزب|فرقة|جامعة|مدرسة|وكالة|كنيسة|شبكة|قناة|دوري|نادي|مؤسسة|صحيفة|مجلة|قبيلة|شعب|سلالة|جيش)|ما (?:هي )?(?:الشركة|المنظمة|المجموعة|المؤسسة)`,
    quote: 'ماذا (?:قال|قالت|قالوا)|كيف (?:وصف|وصفت)|بماذا',
    who: `^\\P{L}*من|من (?:هو|هي|هم|الذي|التي|الذين)|لمن|${AYY}(?:شخص|رئيس|ملك|امبراطور|إمبراطور|قائد|كاتب|عالم|لاعب|ممثل|فنان|وزير)|ما (?:هو |كان )?(?:اسم|أسماء)|ماذا (?:يسمى|تسمى|يدعى|تدعى)`,
    how: 'كيف|كيفية',
    definition: 'ما (?:هو|هي|هم|هما|كان|كانت|معنى|المقصود)',
    action: 'ماذا (?:فعل\\p{L}*|يفعل\\p{L}*|حدث|يحدث|يمكن|يجب)',
    what: 'ما|ماذا|أي|أية|بم|مم|فيم',
  },
  hi: {
    percent: 'प्रतिशत|फीसदी|फ़ीसदी',
    money: 'कितने (?:रुपये|रुपए|डॉलर|पैसे)|कितना (?:पैसा|खर्च|भुगतान)|कीमत|लागत',
    duration:
      'कितने (?:समय|साल|सालों|वर्ष|वर्षों|दिन|दिनों|महीने|महीनों|सप्ताह|घंटे|मिनट|दशक|दशकों)|कितनी (?:देर|उम्र)|कब तक',
    measure: 'कितनी (?:दूर|दूरी|ऊंचाई|ऊँचाई|लंबाई|गहराई|तेज)|कितना (?:बड़ा|ऊंचा|ऊँचा|लंबा|चौड़ा|गहरा|भारी)|क्षेत्रफल',
    number: 'कितन[ेीा]|कितनों|संख्या|कितनी बार',
    why: `क्यों|${KIS}(?:कारण|वजह)|क्या कारण|कारण क्या`,
    when: `कब|${KIS}(?:वर्ष|साल|तारीख|तिथि|दिन|महीने|सदी|शताब्दी|दशक|समय|काल|अवधि|युग|मौसम|सीजन)`,
    where: `कहा[ँं]|${KIS}(?:शहर|शहरों|देश|देशों|राज्य|राज्यों|जगह|स्थान|क्षेत्र|क्षेत्रों|महाद्वीप|नदी|द्वीप|प्रांत|जिले|राष्ट्र|गाँव|गांव|सड़क|महासागर|समुद्र)`,
    group: `${KIS}(?:कंपनी|कंपनियों|संगठन|संगठनों|समूह|समूहों|टीम|दल|पार्टी|बैंड|विश्वविद्यालय|स्कूल|एजेंसी|चर्च|नेटवर्क|लीग|क्लब|संस्था|संस्थान|अखबार|पत्रिका|जनजाति|वंश|सेना)`,
    quote: 'क्या कहा|क्या कहते|क्या कहकर',
    who: `कौन|किसने|किसे|किसका|किसकी|किसके|किनके|किन्होंने|${KIS}(?:व्यक्ति|राष्ट्रपति|राजा|सम्राट|नेता|लेखक|वैज्ञानिक|खिलाड़ी|अभिनेता|कलाकार|मंत्री|जनरल)|नाम`,
    how: `कैसे|कैसा|कैसी|${KIS}(?:तरह|प्रकार)`,
    definition: 'क्या (?:है|हैं|था|थी|थे|होता है|होती है)|क्या अर्थ|क्या मतलब',
    action: 'क्या (?:किया|करता|करते|करती|करना|हुआ|होता|कर|हो)',
    what: 'क्या|किस|किन|कौन ?स[ाीे]|किसमें|किससे',
  },
  vi: {
    percent: 'phần trăm|tỷ lệ|tỉ lệ',
    money: 'bao nhiêu (?:tiền|đô la|đô|đồng|usd|euro)|giá bao nhiêu|chi phí',
    duration: 'bao lâu|(?:bao nhiêu|mấy) (?:năm|ngày|tháng|tuần|giờ|phút|thập kỷ|thế kỷ|tuổi)',
    measure:
      'bao (?:xa|cao|rộng|sâu)|(?:cao|rộng|sâu|nặng|dài|lớn|nhanh|xa) (?:bao nhiêu|như thế nào|thế nào)|diện tích',
    number: 'bao nhiêu|mấy|số lượng|thường xuyên',
    why: 'tại sao|vì sao|(?:lý|lí) do|nguyên nhân|điều gì (?:khiến|gây|dẫn|đã khiến|đã gây|đã dẫn)|sao lại',
    when: `khi nào|bao giờ|lúc nào|hồi nào|(?:năm|ngày|tháng|thế kỷ|thập kỷ|thập niên|thời gian|thời điểm|thời kỳ|giai đoạn|mùa)${NAO}`,
    where: `ở đâu|đâu|tới đâu|đến đâu|(?:nơi|nước|quốc gia|thành phố|bang|tiểu bang|tỉnh|vùng|khu vực|châu lục|lục địa|sông|con sông|đảo|quận|hạt|làng|đường|đại dương|biển|địa điểm)${NAO}`,
    group: `(?:công ty|tổ chức|nhóm|đội|đảng|ban nhạc|trường đại học|đại học|trường|cơ quan|nhà thờ|mạng|kênh|giải|câu lạc bộ|tờ báo|tạp chí|bộ tộc|dân tộc|triều đại|quân đội|hãng)${NAO}`,
    quote: 'nói gì|gọi (?:.{1,40} )?là gì|mô tả (?:.{1,40} )?(?:như thế nào|là gì)',
    who: `ai|(?:người|vị|nhân vật|vua|hoàng đế|tổng thống|nhà lãnh đạo|nhà khoa học|tác giả|cầu thủ|ca sĩ|diễn viên|bộ trưởng|tướng)${NAO}|tên`,
    how: 'như thế nào|thế nào|làm sao|làm thế nào|bằng cách nào|ra sao',
    definition: 'là gì|là những gì|nghĩa là gì|là cái gì',
    action: 'làm gì|xảy ra|(?:có thể|phải|nên) .{0,30}gì',
    what: 'gì|nào|những gì|cái gì',
  },
  zh: {
    percent: '百分之几|百分之多少|百分比|比例|比率|占.{0,6}多少',
    money: '多少(?:钱|美元|欧元|英镑|元|资金)|价格|费用|成本|花费',
    duration:
      '多久|多长时间|多少(?:年|天|个?月|周|小时|分钟|世纪)|几(?:年|天|个月|个?小时|周)(?!代)|多大年纪|几岁|多少岁',
    measure: '多(?:远|长|高|宽|深|重|快|大|厚)|面积',
    number: '多少|几(?!乎|何|率)|数量|人数|多频繁|多常',
    why: '(?<![名称作成认视为])为什么|为何|为啥|原因|何以|什么(?:导致|造成|引起|促使)|因为什么',
    when: `什么时候|何时|什么时间|${WHICH_ZH}(?:年|天|日|月|个?月份?|世纪|年代|时期|时代|日期|朝代?|季|赛季)|几(?:月|号|年)|多少年代`,
    where: `哪里|哪儿|何处|何地|什么地方|在哪(?!些|种|一|个|年|天|场)|${WHICH_ZH}(?:国家|城市|州|省|地区|地方|地点|大陆|大洲|洲|河流?|岛屿?|区|县|村|街道?|大洋|海|区域|国)`,
    group: `${WHICH_ZH}(?:公司|组织|团体|团队|球队|队伍?|政党|党|乐队|大学|学院|学校|机构|教会|教堂|网络|频道|联盟|俱乐部|报纸|杂志|部落|民族|族群|人群|王朝|军队|企业)`,
    quote: '说了?什么|(?:称为|称作|描述为|形容为|叫做|称之为)什么|如何(?:描述|形容|称呼)',
    who: `谁|何人|哪[位个些]人|什么人|${WHICH_ZH}(?:人物|总统|国王|皇帝|领袖|领导人|作家|作者|科学家|球员|演员|歌手|艺术家|部长|将军|教皇|物理学家|哲学家)|名字|叫什么|姓名|名称`,
    how: '怎么|怎样|如何|怎么样|何种方式',
    definition: '是什么|什么是|是指什么|是哪|指的是什么|意思',
    action: '做了?什么|发生了?什么|(?:能|可以|必须|应该|会).{0,6}什么',
    what: '什么|哪|何',
  },
  th: {
    percent: 'ร้อยละ|เปอร์เซ็นต์|สัดส่วน',
    money: '(?:เงิน|ราคา|ค่าใช้จ่าย|มูลค่า).{0,20}(?:เท่าไร|เท่าไหร่|เท่าใด|กี่)|กี่(?:ดอลลาร์|บาท|ยูโร)',
    duration:
      'นาน(?:เท่าไร|เท่าไหร่|เท่าใด|แค่ไหน|เพียงใด)|กี่(?:ปี|วัน|เดือน|สัปดาห์|ชั่วโมง|นาที|ศตวรรษ|ทศวรรษ)|อายุ(?:เท่าไร|เท่าไหร่|เท่าใด|กี่)',
    measure: '(?:ไกล|ใหญ่|สูง|กว้าง|ลึก|หนัก|เร็ว|ยาว|ขนาด|พื้นที่|อุณหภูมิ|ความเร็ว)(?:เท่าไร|เท่าไหร่|เท่าใด|แค่ไหน|เพียงใด|กี่)',
    number: 'กี่|เท่าไร|เท่าไหร่|เท่าใด|จำนวน|มากน้อยแค่ไหน|บ่อยแค่ไหน',
    why: `ทำไม|เหตุใด|เพราะอะไร|เพราะเหตุใด|(?:สาเหตุ|เหตุผล).{0,12}(?:ใด|อะไร)|อะไร(?:ทำให้|เป็นสาเหตุ|คือสาเหตุ|เป็นเหตุ)`,
    when: `เมื่อ(?:ไร|ใด|ไหร่)|ตอนไหน|(?:ปี|วัน|วันที่|เดือน|ศตวรรษ|ศตวรรษที่|ทศวรรษ|ช่วง|ช่วงเวลา|เวลา|ยุค|สมัย|ฤดูกาล)(?:${WHICH_TH}|เท่าไร|เท่าไหร่)|ค\\.ศ\\. ?(?:ใด|อะไร)`,
    where: `ที่ไหน|ที่ใด|ไหนบ้าง|(?:ประเทศ|เมือง|รัฐ|จังหวัด|ภูมิภาค|พื้นที่|บริเวณ|สถานที่|ทวีป|แม่น้ำ|เกาะ|มณฑล|เขต|หมู่บ้าน|ถนน|มหาสมุทร|ทะเล|แห่ง)${WHICH_TH}`,
    group: `(?:บริษัท|องค์กร|องค์การ|กลุ่ม|ทีม|พรรค|วง|มหาวิทยาลัย|โรงเรียน|หน่วยงาน|โบสถ์|เครือข่าย|ช่อง|ลีก|สโมสร|สถาบัน|หนังสือพิมพ์|นิตยสาร|ชนเผ่า|ชาว|ราชวงศ์|กองทัพ)${WHICH_TH}`,
    quote: 'กล่าว(?:ว่า)?(?:อะไร|อย่างไร)|พูด(?:ว่า)?อะไร|เรียก.{0,30}ว่า(?:อะไร|อย่างไร)',
    who: `ใคร|ผู้ใด|(?:คน|บุคคล|ผู้|กษัตริย์|จักรพรรดิ|ประธานาธิบดี|ผู้นำ|นักวิทยาศาสตร์|นักเขียน|ผู้เล่น|นักแสดง|นักร้อง|รัฐมนตรี)${WHICH_TH}|ชื่อ`,
    how: 'อย่างไร|ยังไง|วิธี(?:ใด|ไหน)',
    definition: '(?:คือ|เป็น|หมายถึง)(?:อะไร|สิ่งใด)|อะไรคือ',
    action: 'ทำอะไร|เกิดอะไร|(?:สามารถ|ต้อง|ควร).{0,20}อะไร',
    what: 'อะไร|ใด|ไหน|สิ่งใด',
  },
  fr: {
    percent: `pourcentage|${QUEL}(?:part|proportion)`,
    money: `combien (?:d['’]argent|coûte\\p{L}*|a coûté|vaut|vaut)|${QUEL}(?:prix|coût|montant)`,
    duration: "combien (?:de temps|d['’]années|de jours|de mois|de semaines|d['’]heures|de siècles)|quel âge",
    measure: `${QUEL}(?:taille|hauteur|longueur|distance|superficie|vitesse|température|altitude)|à quelle (?:distance|hauteur|vitesse)`,
    number: `combien|${QUEL}(?:nombre|quantité)`,
    why: `pourquoi|${QUEL}(?:raisons?|causes?|motifs?)|qu['’]est-ce qui (?:a causé|cause|a provoqué)`,
    when: `quand|${QUEL}(?:années?|dates?|jours?|mois|siècles?|décennies?|époques?|périodes?|saisons?|moment)`,
    where: `où|${QUEL}(?:villes?|pays|états?|lieux?|endroits?|régions?|continents?|fleuves?|rivières?|îles?|provinces?|zones?|districts?|nations?|villages?|rues?|océans?|mers?)`,
    group: `${QUEL}(?:entreprises?|sociétés?|organisations?|groupes?|équipes?|partis?|universités?|écoles?|agences?|églises?|chaînes?|ligues?|clubs?|institutions?|journal|journaux|magazines?|tribus?|peuples?|dynasties?|armées?)`,
    quote: "qu['’]a(?:-t-\\p{L}+)? .{0,40}dit|que dit|comment .{1,60}(?:décrit|qualifié)",
    who: `qui|${QUEL}(?:personnes?|présidente?|homme|femme|act(?:eur|rice)|roi|reine|empereur|dirigeant|auteur|écrivain|scientifique|joueur|ministre|philosophe|général|pape|gouverneur|noms?)|comment (?:s['’]appel\\p{L}+|se nomm\\p{L}+)|nom`,
    how: 'comment|de quelle (?:manière|façon)',
    definition: "qu['’]est-ce qu\\p{L}*|que signifie|qu['’]est",
    action: 'que (?:fait|font|faisait|peut|peuvent|doit|doivent)|que se passe',
    what: 'que|quoi|quel(?:le)?s?|laquelle|lequel',
  },
  it: {
    percent: 'percentuale|quale (?:parte|quota)',
    money: 'quanto (?:costa|costò|costava|denaro|è costato|vale)|quanti (?:soldi|euro|dollari)|prezzo',
    duration: 'quanto (?:tempo|dura|durò)|quant[ie] (?:anni|giorni|mesi|settimane|ore|minuti|secoli)|che età',
    measure:
      'quanto (?:è|era) (?:alt[oa]|lung[oa]|larg[oa]|grande|lontan[oa]|profond[oa])|quanto (?:dista|pesa|misura)',
    number: 'quant[oiae]|quale numero|quante volte',
    why: 'perché|come mai|(?:quale|qual|quali) (?:è |sono )?(?:il |la |le |i )?(?:motiv[oi]|ragion[ei]|caus[ae])|cosa (?:ha causato|causa)',
    when: '(?:in )?(?:che|quale) (?:anno|data|giorno|mese|secolo|decennio|periodo|epoca|stagione)|quando',
    where:
      'dove|(?:che|quale|quali) (?:città|paese|paesi|stat[oi]|luogo|regione|regioni|continente|fiume|isola|zona|provincia|nazione|oceano|mare)',
    group:
      '(?:che|quale|quali) (?:aziend[ae]|società|compagnia|organizzazion[ei]|grupp[oi]|squadr[ae]|partito|università|scuola|agenzia|chiesa|rete|lega|club|istituzione|giornale|rivista|tribù|popolo|dinastia|esercito)',
    quote: '(?:che )?cosa (?:ha detto|disse|dice)',
    who: 'chi|(?:che|quale) (?:persona|presidente|uomo|donna|attore|attrice|cantante|artista|re|regina|imperatore|leader|autore|scrittore|scienziato|giocatore|ministro|generale|papa)|come si chiam\\p{L}+|nome',
    how: 'come|in che modo',
    definition: "(?:che )?(?:cos['’]è|cosa (?:è|sono|era|significa))",
    action: 'cosa (?:fa|fanno|fece|ha fatto|può|possono|deve|è successo|succede)',
    what: 'che|cosa|qual[ei]?',
  },
  pt: {
    percent: 'percentagem|porcentagem|percentual',
    money: 'quanto (?:dinheiro|custa|custou|custava|vale)|quantos (?:dólares|euros|reais)|preço',
    duration:
      'quanto tempo|quant[oa]s (?:anos|dias|meses|semanas|horas|minutos|séculos|décadas)|que idade|qual a idade',
    measure:
      'quanto (?:mede|pesa)|a que (?:distância|altura|velocidade)|qual (?:é |era )?(?:o tamanho|a altura|a área|a distância)',
    number: 'quant[oa]s?|qual (?:é |era )?o número',
    why: 'por que|por quê|porque|porquê|(?:qual|quais) (?:é |foi |são )?(?:o |a |os |as )?(?:motivos?|razão|razões|causas?)|o que causou',
    when: 'quando|(?:que|qual) (?:ano|data|dia|mês|século|década|período|época|temporada)',
    where:
      'onde|aonde|(?:que|qual|quais) (?:cidades?|país|países|estados?|lugar|lugares|regi(?:ão|ões)|continente|rio|ilha|zona|província|nação|oceano|mar)',
    group:
      '(?:que|qual|quais) (?:empresas?|companhia|organização|organizações|grupos?|equipes?|equipas?|partido|universidade|escola|agência|igreja|rede|liga|clube|instituição|jornal|revista|tribo|povo|dinastia|exército)',
    quote: 'o que (?:disse|disseram|diz)',
    who: 'quem|(?:que|qual) (?:pessoa|presidente|homem|mulher|ator|atriz|cantor|artista|rei|rainha|imperador|líder|autor|escritor|cientista|jogador|ministro|general|papa)|como se chama\\p{L}*|nome',
    how: 'como|de que (?:maneira|forma|modo)',
    definition: '(?:o que|qual|quais) (?:é|são|era|eram|foi|foram|significa)',
    action: 'o que (?:faz|fazem|fez|fizeram|aconteceu|acontece|pode|podem|deve)',
    what: 'que|quê|qual|quais',
  },
  nl: {
    percent: 'procent|percentage|welk (?:deel|aandeel)',
    money: 'hoeveel (?:geld|kost\\p{L}*|euro|dollar)|hoe duur|welke prijs',
    duration:
      'hoe lang (?:duurt|duurde|is|was|heeft)|hoeveel (?:jaar|jaren|dagen|maanden|weken|uur|uren|minuten|eeuwen)|hoe oud',
    measure: 'hoe (?:ver|groot|hoog|breed|diep|zwaar|snel|heet|koud|lang)',
    number: 'hoeveel|hoe vaak|welk aantal',
    why: 'waarom|waardoor|welke redene?n?|wat veroorzaakt\\p{L}*|wat is de (?:reden|oorzaak)',
    when: 'wanneer|welke? (?:jaar|datum|dag|maand|eeuw|decennium|periode|tijd|seizoen)',
    where:
      'waar|waarheen|waarvandaan|welke? (?:stad|steden|land|landen|staat|plaats|regio|gebied|continent|rivier|eiland|provincie|dorp|straat|oceaan|zee)',
    group:
      'welke? (?:bedrijf|bedrijven|organisaties?|groep|groepen|team|ploeg|partij|band|universiteit|school|kerk|netwerk|zender|club|instelling|krant|tijdschrift|stam|volk|dynastie|leger)',
    quote: 'wat (?:zei|zeiden|zegt)',
    who: 'wie|wiens|welke? (?:persoon|president|man|vrouw|acteur|zanger|kunstenaar|koning|koningin|keizer|leider|auteur|schrijver|wetenschapper|speler|minister|generaal|paus)|hoe heet\\p{L}*|naam',
    how: 'hoe',
    definition: 'wat (?:is|zijn|was|waren|betekent)',
    action: 'wat (?:doet|doen|deed|deden|gebeurt|gebeurde|kan|kunnen|moet)',
    what: 'wat|welke?',
  },
  ja: {
    percent: '何(?:パーセント|％|%)|割合',
    money: 'いくら|何(?:円|ドル|ユーロ)',
    duration: 'どのくらいの期間|どれくらいの期間|何(?:年間|日間|か月|ヶ月|週間|時間|分間)|何歳',
    measure: 'どのくらい(?:遠|大き|高|広|深|重|速|長)|何(?:メートル|キロ)',
    number: 'いくつ|何(?:人|個|回|匹|台|本|件|名)|どのくらい|どれくらい',
    why: 'なぜ|何故|どうして|理由|原因',
    when: 'いつ|何(?:年|月|日|世紀|時)|どの(?:年|時代|世紀|時期)',
    where: 'どこ|どの(?:国|都市|町|州|県|地域|場所|大陸|川|島)',
    group: 'どの(?:会社|企業|組織|団体|チーム|政党|大学|学校|機関|新聞|民族)',
    who: '誰|だれ|どなた|名前|何という人',
    how: 'どのように|どうやって|どうすれば',
    definition: '(?:とは|は)何(?:です|か|だ)|何ですか',
    what: '何|どれ|どの|どんな',
  },
};

/** Languages written without spaces. Their patterns can't rely on word boundaries. */
export const UNSPACED_LANGUAGES: ReadonlySet<string> = new Set(['zh', 'th', 'ja']);
