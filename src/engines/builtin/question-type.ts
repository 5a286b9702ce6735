// What kind of thing a question asks for.
import { QUESTION_WORDS, UNSPACED_LANGUAGES } from './question-words.js';

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

type Patterns = readonly (readonly [QuestionType, RegExp])[];

const whole = (list: string) =>
  new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${list})(?![\\p{L}\\p{M}\\p{N}])`, 'iu');

/** First match wins, so the more telling come first: "how many", before "who" in "who said how many". */
const ENGLISH: Patterns = [
  ['percent', whole('(?:what|which) (?:percent|percentage|share|fraction|proportion)|what % of')],
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
  ['number', whole('how (?:many|much|often)|(?:what|which) (?:number|amount)')],
  [
    'why',
    whole(
      'why|how come|(?:what|which) (?:caused|causes|(?:is|was|were) the (?:reasons?|causes?)|reasons?|caused?)|what (?:led|made)|for what reason',
    ),
  ],
  [
    'when',
    whole(
      '(?:what|which) (?:\\p{L}+ )?(?:years?|dates?|days?|months?|decades?|centur(?:y|ies)|season|time|era|period)|when|since when|how recently',
    ),
  ],
  [
    'where',
    whole(
      'where|(?:what|which) (?:\\p{L}+ )?(?:city|cities|country|countries|state|states|place|places|town|region|regions|location|continent|county|river|island|area|province|district|nation|village|street|ocean|sea)',
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
      "who|whos|who's|whom|whose|(?:what|which) (?:\\p{L}+ )?(?:person|president|man|woman|actor|actress|singer|artist|king|queen|emperor|leader|author|writer|scientist|player|character|minister|architect|name|scholar|philosopher|director|general|pope|physicist|mathematician|quarterback|coach|ruler|governor|family|brother|sister)|name",
    ),
  ],
  ['how', whole('how')],
  ['define', whole("what(?:['’]s| is| are| was| were)|define|meaning of")],
  ['act', whole('what (?:did|does|do|has|have|had|can|could|will|would|should|must|may|happen\\p{L}*)')],
  ['which', whole('which')],
  ['what', whole('what|whats')],
];

/** How a language asks. */
interface Asking {
  /** Matches where any of the patterns does: most languages are passed over by one expression. */
  readonly any: RegExp;
  readonly patterns: Patterns;
}

const FOREIGN: ReadonlyMap<string, Asking> = new Map(
  Object.entries(QUESTION_WORDS).map(([language, asking]) => {
    const compile = UNSPACED_LANGUAGES.has(language) ? (list: string) => new RegExp(list, 'u') : whole;
    const lists = Object.entries(asking) as [QuestionType, string][];
    const any = compile(lists.map(([, list]) => list).join('|'));
    return [language, { any, patterns: lists.map(([type, list]) => [type, compile(list)] as const) }];
  }),
);

/** @param language ISO 639-1 code of the question, as far as it is known */
export function readQuestionType(question: string, language = 'und'): QuestionType {
  const own = findType(question, FOREIGN.get(language)?.patterns ?? []) ?? findType(question, ENGLISH);
  if (own || language === 'en') return own ?? 'other';
  // A short question's language is a guess: what it does not know may be another's.
  for (const [other, { any, patterns }] of FOREIGN)
    if (other !== language && any.test(question)) return findType(question, patterns) ?? 'other';
  return 'other';
}

function findType(question: string, patterns: Patterns): QuestionType | undefined {
  for (const [type, pattern] of patterns) if (pattern.test(question)) return type;
  return undefined;
}
