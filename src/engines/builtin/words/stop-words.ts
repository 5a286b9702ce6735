// Stop words by language: function words and question words, which say how something is asked and not what
// about.

const LISTS: Readonly<Record<string, string>> = {
  en: `a an the this that these those i me my we us our you your he him his she her hers it its they them their
    what which who whom whose when where why how is are was were be been being am do does did done doing has have had
    having will would shall should can could may might must and or but if then else of at by for with about against
    between into through to from up down in out on off over under again so than too very not no nor only own same such
    as there here s t re ve ll d m don doesn didn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn ain
    whats whos hows wheres whens dont doesnt didnt isnt please tell any some many much also did`,
  de: `der die das den dem des ein eine einer eines einem einen und oder aber nicht kein keine ist sind war waren wird
    werden wurde wurden hat haben hatte hatten sein seine seiner ihr ihre ihrer er sie es wir ich du man wer wem wen
    wessen was wann wo wohin woher warum wieso weshalb wie welche welcher welches welchen in im an am auf aus bei mit
    nach von vom vor zu zum zur für über unter durch um als auch nur noch so dass daß wenn sich viele viel`,
  fr: `le la les l un une des du de d et ou mais ne pas n est sont était étaient été être a ont avait avaient avoir
    il elle ils elles on nous vous je tu se s ce cette ces cet son sa ses leur leurs qui que qu quoi quel quelle quels
    quelles quand où pourquoi comment combien dans beaucoup en sur sous par pour avec sans à au aux y plus c est-ce t ai`,
  es: `el la los las lo un una unos unas y o pero no es son era eran fue fueron ser ha han había habían haber de del en a
    al por para con sin sobre se su sus le les él ella ellos ellas que qué quién quiénes cuál cuáles cuándo dónde por-qué
    cómo cuánto cuánta cuántos cuántas este esta estos estas ese esa como más cual cuando donde quien quienes cuanto
    porque aunque también muy ya desde hasta entre durante ante bajo según ni sido siendo está están estaba estaban estar
    tiene tienen tenía tenían hay hubo puede pueden podía esto eso aquel aquella aquellos aquellas esos esas otro otra
    otros otras mismo misma cada todo toda todos todas nos me te tan así cuyo cuya ello suyo llama llamaba tipo`,
  it: `il lo la i gli le l un uno una e o ma non è sono era erano essere ha hanno aveva di del della dei delle dello a al
    alla ai da dal dalla in nel nella con su sul per tra fra si suo sua suoi sue che chi cosa quale quali quando dove
    perché come quanto quanta quanti quante lui lei loro questo questa`,
  pt: `o a os as um uma uns umas e ou mas não é são era eram foi foram ser há de do da dos das em no na nos nas por para
    com sem sobre ao à se seu sua seus suas ele ela eles elas que quem qual quais quando onde como quanto quantos
    quantas este esta isso`,
  nl: `de het een en of maar niet geen is zijn was waren wordt werd werden heeft hebben had van in op aan met voor naar
    door over om te uit bij als dat die dit deze hij zij ze wij ik je er wie wat wanneer waar waarom hoe welke welk
    hoeveel`,
  ru: `и или но не в во на по за из от до с со у о об к ко для при это этот эта эти тот та те был была было были быть
    есть он она оно они его её ее их ему ей им мы вы я что кто кого кому кем чем чего когда где куда откуда почему зачем
    как какой какая какое какие какую каком каким сколько который которая которые ли бы же также тоже уже еще ещё только
    лишь даже очень более менее так такой такая такое такие если чтобы потому поэтому однако хотя либо между через после
    перед под над без около время себя себе свой своя свое своё свои своего своей своих своим этого этой этом этих этим
    тех том того той самый самая самое весь все всё всех всего может могут мог являются является являлся которого которой
    которых которому которым которыми котором которую каких какого какому кто-то его-то называется называлась назывался
    стал стала стали`,
  el: `ο η το οι τα του της των τον την τους τις στο στη στην στον στα στους στις και ή αλλά δεν μη με σε από για είναι
    ήταν έχει έχουν είχε να θα που πως ποιος ποια ποιο ποιοι ποιες ποιον ποιους τι πότε πού γιατί πόσο πόσα πόσοι πόσες
    αυτός αυτή αυτό ένας μια ένα ως`,
  ro: `și sau dar nu este sunt era erau fost fi a au avea avut un o unei unui al ale ai cel cea cei cele de din în la cu
    pe pentru prin care ce cine când unde cum câți câte cât câtă lui lor ei el ea se sa său îi i ca acest această aceste
    acești acel acea acele acei aceasta acesta acestea aceștia cărui cărei căror sale săi mai foarte și-a a-și s-a s-au
    i-a l-a l-au fie fiind fusese aveau având pot poate putea până după înainte între asupra despre fără sub peste decât
    deci dacă deși iar ori nici doar tot toate toți toată alt altă alte alți numește numea ului unor unele unii căreia
    căruia cărora fel tip`,
  tr: `ve veya ama ile bir bu şu o de da mi mı mu mü ne kim kimi kime kimin neden niçin nasıl nerede nereye nereden zaman
    kaç hangi hangisi için olarak olan oldu olduğu idi ise gibi en çok ki`,
  ar: `في من إلى على عن مع هو هي هم هذا هذه ذلك التي الذي الذين كان كانت كانوا ما ماذا متى أين لماذا كيف كم أي هل و أو ثم
    قد لا لم لن أن إن بين عند عندما حيث حول خلال بعد قبل حتى منذ تحت فوق دون غير كل بعض أحد إحدى نفس كما مثل لكن بل إذا
    إذ لأن لذلك تلك هؤلاء أولئك هما هن نحن أنت أنا به بها بهم فيه فيها فيهم منه منها منهم عليه عليها عليهم إليه إليها له
    لها لهم لنا وهو وهي وكان وكانت وقد فقد يكون تكون تكن ليس ليست كونها اللذان اللتان اللذين اللاتي ماهو ماهي بما مما عما
    فيما بماذا إنه إنها أنه أنها تم يتم كانا أكثر جدا اسم نوع`,
  hi: `का के की को में से पर और या है हैं था थे थी हो ने यह वह ये वे इस उस क्या कौन किस किसने किसे कब कहाँ कहां क्यों
    कैसे कितने कितनी कितना एक भी तो ही नहीं लिए द्वारा गया गई करने करता जो जिस जिसे जिसने जिसके जिसकी जिसका जिन जिनके
    जिनकी जिनका उन उनके उनकी उनका उनको उसके उसकी उसका उसने उसे इसके इसकी इसका इसने इसे इन इनके इनकी इनका अपने अपनी अपना
    आप हम मैं तुम तक साथ बाद पहले लेकिन किन्तु परन्तु यदि अगर तब जब जहां जहाँ वहां वहाँ यहां यहाँ ऐसे ऐसा ऐसी वैसे बहुत
    अधिक कम सभी सब कुछ कई हर किसी कोई हुआ हुई हुए होता होती होते होना रहा रही रहे सकता सकती सकते जाता जाती जाते जाना दिया
    दी दिए लिया किया किए करते करती करना कर व एवं तथा अथवा बल्कि केवल सिर्फ किसका किसकी किसके कौनसा कौनसी सा सी ओर अन्य
    दूसरे वाला वाली वाले मे नाम प्रकार`,
  vi: `là và của có không được các những một cho với trong ở tại từ đến bởi ai gì nào khi đâu sao như thế bao nhiêu này
    đó đã đang sẽ vì về ra họ nó hắn anh chị ông bà tôi ta chúng mình người rằng thì mà nếu nhưng hay hoặc vẫn còn cũng
    chỉ rất quá lại đều cả mỗi mọi nhiều ít hơn nhất trên dưới ngoài giữa sau trước theo qua lên xuống vào lúc để bị do
    nên bằng đây kia ấy vậy việc sự cái con chiếc điều loại thứ nữa từng chưa phải làm đi tên gọi cùng tới mấy`,
  zh: `的 了 是 在 和 与 或 也 都 不 有 什么 谁 哪 哪个 哪些 哪里 何时 什么时候 为什么 怎么 如何 多少 几 吗 呢 被 把 这 那 他 她 它 们 年 之 于 以 从 对 对于 关于 由 由于 向 往 到 比 让
    使 给 为 为了 因 因为 所以 但 但是 而 而且 并 并且 及 以及 等 等等 则 就 才 又 再 还 还是 仍 已 已经 曾 曾经 正在 将 将会 会 能 可以 可能 应该 必须 要 想 个 些 一个 一些 一种 这个 这些
    那个 那些 这种 其 其中 其他 它们 他们 她们 自己 我 我们 你 你们 本 该 此 每 各 某 上 下 中 里 内 外 前 后 时 期间 之间 来 去 做 进行 最 更 很 非常 太 只 仅 哪种 哪位 哪项 何 为何 何处
    怎样 是否 叫 叫做 称为 名字 着 过 地 得 啊 呀 呗 所 便 且`,
  th: `ที่ ใน ของ และ เป็น คือ ได้ มี การ ความ จาก โดย กับ ให้ อะไร ใคร เมื่อ เมื่อไหร่ ไหน ที่ไหน ทำไม อย่างไร เท่าไร
    กี่ ใด หรือ ไม่ นี้ นั้น ว่า ถูก ซึ่ง อัน แต่ ถ้า หาก เพราะ เพื่อ ด้วย แล้ว ก็ จึง จะ ได้รับ เคย กำลัง อยู่ ต้อง ควร
    อาจ สามารถ ทำ ไป มา ขึ้น ลง ออก เข้า ไว้ อีก ยัง ทั้ง ทุก แต่ละ บาง หลาย มาก น้อย กว่า ที่สุด เท่านั้น เอง ตาม ต่อ
    ต่าง ๆ ถึง ตั้งแต่ ระหว่าง ก่อน หลัง เช่น คน สิ่ง อย่าง เขา เธอ มัน พวก เรา ฉัน คุณ ซึ่งกันและกัน เหล่า นั่น นี่ ไร
    ไหร่ เท่าใด เท่าไหร่ เพียง แค่ ชื่อ เรียก บ้าง ล่ะ ครับ ค่ะ นอก บน ใต้ ณ นับ อะไรบ้าง`,
  ja: `の は が を に で と も た て だ です ます した する いる ある この その あの 何 誰 いつ どこ なぜ どう どの いくつ か`,
  pl: `i lub ale nie jest są był była było były być w we na z ze do od po za o u przez dla to ten ta te kto co kogo czego
    kiedy gdzie dlaczego jak jaki jaka jakie ile który która które się`,
  sv: `och eller men inte är var vara har hade en ett den det de i på av till från med för om som vem vad när var varför hur
    vilken vilket vilka många`,
};

const sets = new Map<string, ReadonlySet<string>>(
  Object.entries(LISTS).map(([language, list]) => [language, new Set(list.trim().split(/\s+/))]),
);
const NONE: ReadonlySet<string> = new Set();

/** ISO 639-1 codes of the languages that have a list. */
export const STOP_WORD_LANGUAGES: readonly string[] = Object.keys(LISTS);

/** Lower-case stop words of a language. `und` has the English ones; a language without a list has none. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  return sets.get(language === 'und' ? 'en' : language) ?? NONE;
}
