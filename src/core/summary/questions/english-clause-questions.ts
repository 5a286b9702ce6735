// Asks about the parts of an English main clause: when, how long, how much, how many, who, where, why and what.
import { findTimes } from '../styles/dates.js';
import type { Clause } from './english-clause.js';
import { LIGHT_VERB } from './english-patterns.js';
import type { QuestionDraft as Draft } from './generated-question.js';

const UNIT = '(?:second|minute|hour|day|night|week|month|year|decade)s?';
const NUMBER = String.raw`(?:\d[\d.,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|(?:several|a few|many))(?:[ -](?:and a half|to|one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|\d+))*`;
const DURATION = new RegExp(
  `(?<![\\p{L}])(?:for |about |up to |at least |around |another |nearly |almost )*${NUMBER} (?:more )?${UNIT}\\b`,
  'iu',
);
const MONEY =
  /(?:\p{Sc}\s?\d|\d[\d.,]* (?:(?:million|billion|thousand) )?(?:dollars|euros|pounds|crowns|cents|francs|yen|pesos)|(?:two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|forty|fifty|hundred|thousand) (?:dollars|euros|pounds|crowns|cents|francs))/iu;
const REASON =
  / (?:because(?: of)?|(?<!\b(?:is|are|was|were|be) )due to|owing to|after (?=\p{L}+ (?:found|discovered|complained))|so that|in order to) /iu;
const REPORTING =
  /^(?:say|tell|warn|argue|claim|believe|think|fear|hope|expect|announce|explain|add|note|suggest|insist|stress|emphasize)$/;
const TIME_OPENER =
  /^(?:on|in|at|by|until|from|since|before|after|late|early|mid|last|next|this|yesterday|today|tomorrow|tonight)\b/u;
/** More words after the verb make a question hard to read. */
const MAX_REST_WORDS = 12;

/** Drafts that the clause answers, in no order. None if it reports what somebody says. */
export function askAboutClause(
  clause: Clause,
  article: { readonly language: string },
  isPerson: (name: string) => boolean,
): readonly Draft[] {
  const { subject, verb, auxiliary, mainVerb, lemma, rest, restWords, subjectWords } = clause;
  if (restWords.length > MAX_REST_WORDS + 8) return [];
  const isReport =
    (REPORTING.test(lemma) && lemma !== 'announce') || / (?:that|if|whether) /u.test(` ${rest} `);
  if (isReport) return [];
  const ask = (word: string, tail: string) => `${word} ${auxiliary} ${subject} ${mainVerb} ${tail}?`;
  const drafts: Draft[] = [];
  const reason = REASON.exec(` ${rest} `);
  if (reason && reason.index >= 0)
    drafts.push(['why', ask('Why', rest.slice(0, Math.max(0, reason.index - 1)))]);
  const duration = DURATION.exec(rest);
  if (duration) {
    const [before, after] = [rest.slice(0, duration.index), rest.slice(duration.index + duration[0].length)];
    const hasOtherVerb = /(?:^| )(?:and|or|but) /u.test(` ${before} `);
    const isObject = /^(?:last|take|wait|stay|live|run|spend|remain)$/.test(lemma) && before.trim() === '';
    if (isObject) drafts.push(['howLong', ask('How long', '')]);
    else if (
      /^for /iu.test(duration[0].trim()) &&
      isShort(before) &&
      !hasOtherVerb &&
      !/^ (?:old|ago|of)\b/u.test(after)
    )
      drafts.push(['howLong', ask('How long', before)]);
  }
  const money = MONEY.exec(rest);
  if (
    money &&
    money.index < 24 &&
    /^(?:cost|pay|charge|spend|donate|raise|earn|receive|owe|fine)$/.test(lemma)
  ) {
    const purpose = / (?:on|for) (?:the )?[\p{L} -]{3,40}$/u.exec(rest)?.[0] ?? '';
    drafts.push(['howMuch', ask('How much', purpose)]);
  }
  drafts.push(...askWhen(clause, article), ...askHowMany(clause));
  const name = subjectWords
    .filter(({ pos }) => pos === 'PROPN')
    .map(({ text }) => text)
    .join(' ');
  const isPersonSubject =
    subjectWords.at(-1)?.pos === 'PROPN' && (isPerson(name) || isPerson(name.split(' ').slice(-2).join(' ')));
  const isSimple =
    restWords.length >= 3 &&
    restWords.length <= MAX_REST_WORDS &&
    !restWords.some(
      ({ pos, text }) => pos === 'SCONJ' || pos === 'AUX' || /^(?:how|what|as|than)$/.test(text),
    );
  if (
    isPersonSubject &&
    isSimple &&
    !/^(?:is|are|was|were) /u.test(`${verb} `) &&
    !/^(?:say|tell|add|be|have|go|take|make|get|use|come)$/.test(lemma)
  ) {
    drafts.push(['who', `Who ${verb} ${rest}?`]);
  }
  const isPlaced =
    /^(?:bear|bury|base|locate|hold|raise|grow|meet|live|stay)$/.test(lemma) &&
    /^(?:in|at|on|near) (?:the )?\p{Lu}/u.test(rest) &&
    findTimes(rest.split(' ').slice(0, 3).join(' '), article).length === 0;
  if (isPlaced) drafts.push(['where', ask('Where', '')]);
  drafts.push(...askWhat(clause));
  return drafts;
}

/** "… on 3 March 2031" → "When will …?" */
function askWhen(
  { subject, auxiliary, mainVerb, rest, lemma }: Clause,
  article: { readonly language: string },
): readonly Draft[] {
  const [date] = findTimes(rest, article);
  if (!date || lemma === 'say' || lemma === 'tell') return [];
  const before = rest
    .slice(0, date.start)
    .replace(/(?:^| )at (?:about |around )?\d[\d.:]*(?: ?[ap]\.?m\.?)?(?= on $| $|$)/iu, '')
    .replace(/(?:\s*(?:on|in|at|by|until|from|since|before|late|early|mid))?(?:\s+the)?\s*$/iu, '');
  const lead = rest.slice(before.length, date.end).trim().toLowerCase();
  // "except the Saturday group"
  if (before !== '' && !TIME_OPENER.test(lead)) return [];
  if (
    !isShort(before) ||
    / (?:and|how|what|why|who|which|that|since|after|before|when|while|because|if|but) /u.test(` ${before} `)
  )
    return [];
  if (/^until/.test(lead)) return [['howLong', `Until when ${auxiliary} ${subject} ${mainVerb} ${before}?`]];
  if (/^since/.test(lead)) return [['when', `Since when ${auxiliary} ${subject} ${mainVerb} ${before}?`]];
  return [['when', `When ${auxiliary} ${subject} ${mainVerb} ${before}?`]];
}

/** "Forty volunteers have signed up" → "How many volunteers have signed up?" */
function askHowMany({
  subjectWords,
  verb,
  rest,
  restWords,
  subject,
  auxiliary,
  mainVerb,
  lemma,
}: Clause): readonly Draft[] {
  const [first, ...others] = subjectWords;
  const isNumber = (text: string) =>
    new RegExp(`^${NUMBER}$`, 'iu').test(text) && !/^(?:an?|one)$/iu.test(text);
  const noun = others.map(({ text }) => text).join(' ');
  const isOnePlural = others.slice(0, -1).every(({ text }) => !/s$/u.test(text));
  if (
    first &&
    isOnePlural &&
    isNumber(first.text) &&
    others.length > 0 &&
    /s$/.test(noun) &&
    isShort(rest) &&
    !/^of /.test(noun)
  ) {
    return [['howMany', `How many ${noun} ${verb} ${rest}?`]];
  }
  const [number, counted, after] = restWords;
  if (!number || !counted || !isNumber(number.text) || counted.pos !== 'NOUN' || !/s$/.test(counted.text))
    return [];
  if (/^(?:be|say|cost|last|take|pay)$/.test(lemma) || new RegExp(`^${UNIT}$`, 'u').test(counted.text))
    return [];
  const tail =
    after?.pos === 'ADP' && restWords.length <= MAX_REST_WORDS
      ? restWords
          .slice(2)
          .map(({ text }) => text)
          .join(' ')
      : '';
  return [['howMany', `How many ${counted.text} ${auxiliary} ${subject} ${mainVerb} ${tail}?`]];
}

/** What somebody does, wants to do, or is accused of. */
function askWhat({ subject, auxiliary, mainVerb, lemma, verb, restWords, rest }: Clause): readonly Draft[] {
  const [first] = restWords;
  if (
    /^(?:is|are|was|were)$/.test(auxiliary) &&
    !/^(?:accuse|charge|convict|suspect|plan|expect)$/.test(lemma)
  )
    return [];
  // "plans to spend the money" → "What does Vasquez plan to do?"
  const infinitive =
    /^(.*?\b(?:plan|decide|want|agree|hope|promise|vow|refuse|intend|offer|threaten|vote|propose)d? )to \p{Ll}+$/u.exec(
      mainVerb,
    );
  if (infinitive) return [['what', `What ${auxiliary} ${subject} ${infinitive[1]}to do?`]];
  // "was accused of fraud" → "What was Jacobs accused of?"
  const isBlamed =
    /^(?:is|are|was|were|has been|have been) /u.test(verb) &&
    /^(?:accuse|charge|convict|suspect)$/.test(lemma);
  if (isBlamed && (first?.text === 'of' || first?.text === 'with')) {
    return [['what', `What ${auxiliary} ${subject} ${mainVerb} ${first.text}?`]];
  }
  if (
    !/^(?:find|announce|propose|demand|recommend|discover|choose|launch|introduce|develop|design|invent|create|approve|ban|warn|reject|publish|build|win|release|order|call|raise)$/.test(
      lemma,
    )
  )
    return [];
  const end = restWords.findIndex(({ pos }) => /^(?:ADP|SCONJ|CCONJ|VERB|PART|AUX)$/.test(pos));
  const object = end < 0 ? restWords : restWords.slice(0, end);
  const isNoun = /^(?:DET|NOUN|ADJ|NUM)$/.test(object[0]?.pos ?? '') && object.at(-1)?.pos === 'NOUN';
  if (!isNoun || LIGHT_VERB.test(lemma) || !isShort(rest) || / (?:and|that) /u.test(rest)) return [];
  const isPhrase = end >= 0 && restWords[end]?.pos === 'ADP' && restWords[end]?.text !== 'of';
  const tail = isPhrase ? rest.slice((restWords[end]?.start ?? 0) - (first?.start ?? 0)) : '';
  return [['what', `What ${auxiliary} ${subject} ${mainVerb} ${tail}?`]];
}

const isShort = (text: string): boolean => text.trim().split(/\s+/u).length <= MAX_REST_WORDS;
