// What kind of thing a question asks for.

/** In the order in which the learned table of kinds has its rows. */
export const QUESTION_TYPES = [
  'who',
  'when',
  'where',
  'number',
  'money',
  'percent',
  'duration',
  'measure',
  'group',
  'why',
  'how',
  'quote',
  'define',
  'act',
  'which',
  'what',
  'other',
] as const;

export type QuestionType = (typeof QUESTION_TYPES)[number];

const whole = (list: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'iu');

/** First match wins, so the more telling come first: "how many", before "who" in "who said how many". */
const ASKING: readonly (readonly [QuestionType, RegExp])[] = [
  [
    'percent',
    whole(
      '(?:what|which) (?:percent|percentage|share|fraction|proportion)|what % of|prozent|pourcentage|porcentaje|процент\\p{L}*|百分比',
    ),
  ],
  [
    'money',
    whole(
      'how much (?:money|did .{1,40} (?:cost|pay|spend|earn|raise)|does .{1,40} cost|(?:is|was|were) .{1,40} (?:worth|paid|spent|sold))|how expensive|what (?:price|cost)',
    ),
  ],
  [
    'duration',
    whole(
      'how long (?:did|does|do|has|have|had|is|was|were|will|would|can|could|until|after|before|ago)|how many (?:years|days|months|weeks|hours|minutes|decades|centuries)|how old|at what age',
    ),
  ],
  ['measure', whole('how (?:far|large|big|tall|high|wide|deep|heavy|fast|hot|cold)|how long')],
  [
    'number',
    whole(
      'how (?:many|much|often)|(?:what|which) (?:number|amount)|wie ?viele?|combien|cuánt[oa]s?|quant[oiae]s?|hoeveel|сколько|πόσ(?:ο|α|οι|ες|ους)|c[aâ]te?|câți|kaç|كم|कितन[ेीा]|bao nhiêu|多少|几|กี่|เท่าไร',
    ),
  ],
  [
    'why',
    whole(
      'why|how come|(?:what|which) (?:caused|causes|(?:is|was|were) the (?:reasons?|causes?)|reasons?|caused?)|what (?:led|made)|for what reason|warum|wieso|weshalb|pourquoi|por qué|perché|waarom|почему|зачем|γιατί|de ce|neden|niçin|لماذا|क्यों|tại sao|vì sao|为什么|ทำไม',
    ),
  ],
  [
    'when',
    whole(
      '(?:what|which) (?:\\p{L}+ )?(?:years?|dates?|days?|months?|decades?|centur(?:y|ies)|season|time|era|period)|when|since when|how recently|wann|quand|cuándo|quando|wanneer|когда|πότε|când|ne zaman|متى|कब|khi nào|何时|什么时候|เมื่อ(?:ไร|ใด|ไหร่)',
    ),
  ],
  [
    'where',
    whole(
      'where|(?:what|which) (?:\\p{L}+ )?(?:city|cities|country|countries|state|states|place|places|town|region|regions|location|continent|county|river|island|area|province|district|nation|village|street|ocean|sea)|wo|woher|wohin|où|dónde|dove|onde|waar|где|куда|откуда|πού|unde|nerede|nereye|أين|कहा[ँं]|ở đâu|哪里|ที่ไหน',
    ),
  ],
  [
    'group',
    whole(
      '(?:what|which) (?:\\p{L}+ )?(?:company|companies|organi[sz]ations?|groups?|team|teams|party|band|university|college|school|agency|church|network|league|club|institution|publication|newspaper|magazine|tribe|people|ethnic group|dynasty|army)',
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
      "who|whos|who's|whom|whose|(?:what|which) (?:\\p{L}+ )?(?:person|president|man|woman|actor|actress|singer|artist|king|queen|emperor|leader|author|writer|scientist|player|character|minister|architect|name|scholar|philosopher|director|general|pope|physicist|mathematician|quarterback|coach|ruler|governor|family|brother|sister)|name|wer|wem|wen|wessen|qui|quién|quiénes|chi|quem|wie|кто|кого|кому|кем|ποιος|ποια|ποιον|cine|kim|من|कौन|किसने|ai|谁|ใคร",
    ),
  ],
  ['how', whole('how|comment|cómo|come|как|πώς|cum|nasıl|كيف|कैसे|như thế nào|如何|怎么|อย่างไร')],
  [
    'define',
    whole(
      "what(?:['’]s| is| are| was| were)|define|meaning of|was (?:ist|sind|war)|qu['’]est-ce|qué (?:es|son|era)|что такое",
    ),
  ],
  ['act', whole('what (?:did|does|do|has|have|had|can|could|will|would|should|must|may|happen\\p{L}*)')],
  [
    'which',
    whole(
      'which|welche[rsnm]?|quel(?:le)?s?|cuál(?:es)?|qual[ei]?|как(?:ой|ая|ое|ие|ую|ом|их)|ποι(?:α|ο|ες|οι)|hangi(?:si)?|care',
    ),
  ],
  [
    'what',
    whole('what|whats|was|que|quoi|qué|che|cosa|что|чего|чем|τι|ce|ne|ماذا|ما|क्या|gì|什么|哪|อะไร|ใด'),
  ],
];

export function readQuestionType(question: string): QuestionType {
  return ASKING.find(([, pattern]) => pattern.test(question))?.[0] ?? 'other';
}
