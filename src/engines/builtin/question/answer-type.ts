// What kind of thing a question asks for.

import type { AnswerType } from './answer-types.js';
import { QUESTION_WORDS, UNSPACED_LANGUAGES } from './question-words.js';

type Patterns = readonly (readonly [AnswerType, RegExp])[];

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
    'deed',
    whole(
      'what (?:did|do|does|will|would|can|could|should|must|had|has|have|was|were|is|are) .{1,60} (?:do|doing|done)|what (?:had |has |have |will |would )?happen\\p{L}*',
    ),
  ],
  [
    'feel',
    whole(
      'how (?:did|does|do|has|have|had|is|are|was|were|will|would|must|might) .{1,80} (?:feel|felt|feeling)|(?:what|which) (?:feelings?|emotions?|mood)',
    ),
  ],
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
      "who|whos|who's|whom|whose|(?:what|which) (?:\\p{L}+ )?(?:person|president|man|woman|actor|actress|singer|artist|king|queen|emperor|leader|author|writer|scientist|player|character|minister|architect|name|scholar|philosopher|director|general|pope|physicist|mathematician|quarterback|coach|ruler|governor|family|brother|sister)|(?:what|which) .{1,40} names?|name",
    ),
  ],
  ['how', whole('how')],
  ['define', whole("what(?:['’]s| is| are| was| were)|define|meaning of")],
  ['act', whole('what (?:did|does|do|has|have|had|can|could|will|would|should|must|may)')],
  ['which', whole('which')],
  ['what', whole('what|whats')],
];

/** Words that ask, and as often only open a clause: "What did he say when …". */
const CLAUSE_OPENER =
  /^(?:who|whom|whose|when|where|why|how|wer|wo|wie|qui|quand|où|comment|chi|quando|dove|come|quem|onde|como|wie|waar|hoe|кто|когда|где|как|cine|când|unde|cum)$/iu;
/** "When Cyprus was conquered, who led …": a clause before the question. */
const CLAUSE_BEFORE =
  /^\W*(?:when|where|while|if|as|after|before|once|since)(?! (?:did|do|does|is|are|was|were|will|would|can|could|has|have|had|should|must|may|might)(?![\p{L}]))[^,]*,(?=.*(?:who|wh[aeoy]\w*|how)(?!\p{L}))/iu;

/** How a language asks. */
interface Asking {
  /** Matches where any of the patterns does: most languages are passed over by one expression. */
  readonly any: RegExp;
  readonly patterns: Patterns;
}

const FOREIGN: ReadonlyMap<string, Asking> = new Map(
  Object.entries(QUESTION_WORDS).map(([language, asking]) => {
    const compile = UNSPACED_LANGUAGES.has(language) ? (list: string) => new RegExp(list, 'u') : whole;
    const lists = Object.entries(asking) as [AnswerType, string][];
    const any = compile(lists.map(([, list]) => list).join('|'));
    return [language, { any, patterns: lists.map(([type, list]) => [type, compile(list)] as const) }];
  }),
);

/** @param language ISO 639-1 code of the question, as far as it is known */
export function classifyAnswerType(question: string, language = 'und'): AnswerType {
  const text = question.replace(CLAUSE_BEFORE, '');
  const own = findType(text, FOREIGN.get(language)?.patterns ?? []) ?? findType(text, ENGLISH);
  if (own || language === 'en') return own ?? 'other';
  // A short question's language is a guess: what it does not know may be another's.
  for (const [other, { any, patterns }] of FOREIGN)
    if (other !== language && any.test(text)) return findType(text, patterns) ?? 'other';
  return 'other';
}

/** The first type that asks; a word that only opens a clause does so where no other type asks before it. */
function findType(text: string, patterns: Patterns): AnswerType | undefined {
  let opener: { readonly type: AnswerType; readonly index: number } | undefined;
  for (const [type, pattern] of patterns) {
    const found = pattern.exec(text);
    if (!found || (opener && found.index >= opener.index)) continue;
    if (!CLAUSE_OPENER.test(found[0])) return type;
    opener = { type, index: found.index };
  }
  return opener?.type;
}
