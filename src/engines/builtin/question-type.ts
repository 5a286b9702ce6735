// What kind of thing a question asks for, and whether a sentence holds such a thing that the question does not.
import type { Token } from './analyze.js';

export type QuestionType = 'who' | 'when' | 'where' | 'number' | 'why' | 'quote' | 'other';

const whole = (list: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'iu');

/** First match wins, so the more telling come first: "how many", before "who" in "who said how many". */
const ASKING: readonly (readonly [QuestionType, RegExp])[] = [
  [
    'number',
    whole(
      'how (?:many|much|old|long|far|large|big|tall|high|often|fast)|what (?:percentage|percent|number|amount|share|fraction)|wie ?viele?|combien|cuánt[oa]s?|quant[oiae]s?|hoeveel|сколько|πόσ(?:ο|α|οι|ες|ους)|c[aâ]te?|câți|kaç|كم|कितन[ेीा]|bao nhiêu|多少|几|กี่|เท่าไร',
    ),
  ],
  [
    'why',
    whole(
      'why|how come|what (?:caused|causes|is the reason|was the reason)|warum|wieso|weshalb|pourquoi|por qué|perché|waarom|почему|зачем|γιατί|de ce|neden|niçin|لماذا|क्यों|tại sao|vì sao|为什么|ทำไม',
    ),
  ],
  [
    'when',
    whole(
      '(?:in )?(?:what|which) (?:year|date|day|month|decade|century|season|time)|when|since when|how recently|wann|quand|cuándo|quando|wanneer|когда|πότε|când|ne zaman|متى|कब|khi nào|何时|什么时候|เมื่อ(?:ไร|ใด|ไหร่)',
    ),
  ],
  [
    'where',
    whole(
      'where|(?:in )?(?:what|which) (?:city|country|state|place|town|region|location|continent)|wo|woher|wohin|où|dónde|dove|onde|waar|где|куда|откуда|πού|unde|nerede|nereye|أين|कहा[ँं]|ở đâu|哪里|ที่ไหน',
    ),
  ],
  [
    'quote',
    whole(
      '(?:what|how) (?:did|does|do|has|have|had|was|is) .{1,60}(?:say|said|call|called|describe|described|tell|told|assert|remark|claim)|quote',
    ),
  ],
  [
    'who',
    whole(
      "who|whos|who's|whom|whose|(?:what|which) (?:person|president|man|woman|actor|company|team|name)|name|wer|wem|wen|wessen|qui|quién|quiénes|chi|quem|wie|кто|кого|кому|кем|ποιος|ποια|ποιον|cine|kim|من|कौन|किसने|ai|谁|ใคร",
    ),
  ],
];

const NUMBER_WORD = whole(
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|half|third|quarter|once|twice|several|zwei|drei|vier|fünf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco|два|три|четыре|пять|δύο|τρεις|doi|trei|iki|üç',
);
const TIME = whole(
  "(?:1[0-9]|20)\\d\\d(?:s|'s)?|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|yesterday|tomorrow|century|decades?|(?:last|next|this|past) (?:year|week|month|night|summer|winter|spring|fall|decade)|(?:years?|months?|weeks?|days?|hours?) (?:ago|later|after|before)|(?:two|three|four|five|six|\\w+)-(?:week|day|month|year)|deadline|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|januar|februar|märz|juni|juli|oktober|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|siglo|siècle|jahrhundert|года?|году|век[ае]?|lea",
);
const REASON = whole(
  'because|because of|due to|owing to|since|as a result|therefore|so that|in order to|caused by|leading to|led to|thanks to|reason|after|fear(?:s|ing)?|concern(?:s|ed)?|weil|wegen|da|um|parce que|car|en raison|à cause|porque|debido|ya que|perché|a causa|потому|из-за|так как|επειδή|λόγω|pentru că|deoarece|datorită|çünkü|nedeniyle|لأن|بسبب|क्योंकि|vì|do|因为|由于|เพราะ',
);
const PLACE =
  /(?<![\p{L}])(?:in|at|from|near|to|across|outside|around|of|en|à|au|aux|im|aus|nach|bei|в|из|на|στη[νς]?|στο[νυ]?|în|la|a|de)\s+(?:the\s+|la\s+|el\s+|der\s+|den\s+)?\p{Lu}/u;
const QUOTED = /["“”«»„‘]/u;

export function readQuestionType(question: string): QuestionType {
  return ASKING.find(([, pattern]) => pattern.test(question))?.[0] ?? 'other';
}

/** 1 where the sentence holds a thing of the asked kind that the question does not name; 0 where it holds none. */
export function holdsAskedThing(
  type: QuestionType,
  sentence: string,
  tokens: readonly Token[],
  asked: ReadonlySet<string>,
): number {
  switch (type) {
    case 'number':
      return tokens.some(({ surface, term }) => /\p{N}/u.test(surface) && !asked.has(term))
        ? 1
        : NUMBER_WORD.test(sentence)
          ? 0.7
          : 0;
    case 'when':
      return TIME.test(sentence)
        ? 1
        : tokens.some(({ surface, term }) => /^\p{N}{4}$/u.test(surface) && !asked.has(term))
          ? 1
          : 0;
    case 'why':
      return REASON.test(sentence) ? 1 : 0;
    case 'where':
      return PLACE.test(sentence) && newNames(tokens, asked) > 0 ? 1 : 0;
    case 'who':
      return newNames(tokens, asked) > 0 ? 1 : 0;
    case 'quote':
      return QUOTED.test(sentence) ? 1 : 0;
    default:
      return 0.5;
  }
}

/** Capitalised words, past the sentence's first, that the question does not hold. */
function newNames(tokens: readonly Token[], asked: ReadonlySet<string>): number {
  return (
    tokens.filter(
      ({ surface, term, isStop }, index) =>
        index > 0 && !isStop && /^\p{Lu}/u.test(surface) && !asked.has(term),
    ).length +
    (tokens[0] &&
    tokens[1] &&
    /^\p{Lu}/u.test(tokens[0].surface) &&
    /^\p{Lu}/u.test(tokens[1].surface) &&
    !tokens[0].isStop &&
    !asked.has(tokens[0].term)
      ? 1
      : 0)
  );
}
