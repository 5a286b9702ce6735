// Groups questions that ask about the same, by their words and by the phrases that answer them. Needs no model.
import type { Citation, QuestionAnswer } from '../answer.js';
import { detectMessageLanguage } from '../conversation/message-language.js';
import type { Analyzer } from '../ports.js';
import type { TermFrequencies } from '../ranking-ports.js';
import type { StoredAnswer } from '../store-ports.js';
import { cosine, type TermVector } from '../summary/selection/term-vectors.js';
import type { Span } from '../text/article.js';
import { type AskedKind, readAskedKind } from './asked-kind.js';

/** Questions this similar by their words ask about the same. 0 to 1. */
const SAME_WORDS = 0.55;
/** Questions that the same phrase answers need to share less. */
const SAME_PHRASE = 0.2;
/** “And why?” has too few words of its own, so it counts with the question that it follows up on. */
const MIN_TERMS = 2;
const MAX_LABEL_CHARS = 200;

/** A question about what the articles say, and what came of it. */
export type AskedQuestion = StoredAnswer & { readonly answer: QuestionAnswer };

/** Questions that ask about the same. */
export interface RecapTopic {
  /** The most typical of its questions, in the words of the person who asked it, without mentions of people. */
  readonly question: string;
  readonly count: number;
  /** How many of them the articles answered. */
  readonly answered: number;
}

interface Member {
  readonly asked: AskedQuestion;
  readonly vector: TermVector;
  readonly kind: AskedKind | undefined;
  /** The phrase that answers it in each cited sentence that has one, by article and start of the sentence. */
  readonly phrases: ReadonlyMap<string, Span>;
  /** Whether it can be understood without the question before it. */
  readonly isClear: boolean;
}

/**
 * Average-link clustering in the order in which the questions were asked: each joins the group that it is most similar to, if
 * any is similar enough and has no question that asks for something else.
 * @param asked oldest first
 */
export function groupQuestions(
  asked: readonly AskedQuestion[],
  { analyzer, frequencies }: { readonly analyzer: Analyzer; readonly frequencies: TermFrequencies },
): readonly RecapTopic[] {
  const groups: Member[][] = [];
  const groupOf = new Map<string, Member[]>();
  for (const question of asked) {
    const member = toMember(question, analyzer, frequencies);
    const parent = groupOf.get(question.previousId ?? '');
    const group = (!member.isClear && parent) || findGroup(member, groups) || [];
    if (group.length === 0) groups.push(group);
    group.push(member);
    groupOf.set(question.id, group);
  }
  return groups.map(toTopic).toSorted((a, b) => b.count - a.count);
}

function findGroup(member: Member, groups: readonly Member[][]): Member[] | undefined {
  let best: { readonly group: Member[]; readonly score: number } | undefined;
  for (const group of groups) {
    if (group.some((other) => asksForElse(member, other))) continue;
    const scores = group.map((other) => similarity(member, other));
    const score = scores.reduce((sum, one) => sum + one, 0) / group.length;
    if (score >= SAME_WORDS && score > (best?.score ?? 0)) best = { group, score };
  }
  return best?.group;
}

/**
 * 0 to 1. Questions that the same phrase answers count as the same if they share a few words. The same sentence alone
 * says nothing, because one sentence answers many questions.
 */
function similarity(a: Member, b: Member): number {
  const words = cosine(a.vector, b.vector);
  const isSamePhrase = pairPhrases(a, b).some(overlap);
  return isSamePhrase && words >= SAME_PHRASE ? Math.max(words, SAME_WORDS) : words;
}

/** Whether two questions can't mean the same: one asks who and the other when, or other phrases of a sentence answer them. */
function asksForElse(a: Member, b: Member): boolean {
  if (a.kind !== undefined && b.kind !== undefined && a.kind !== b.kind) return true;
  const pairs = pairPhrases(a, b);
  return pairs.length > 0 && !pairs.some(overlap);
}

/** The phrases of both that are in the same sentence. */
function pairPhrases(a: Member, b: Member): readonly (readonly [Span, Span])[] {
  return [...a.phrases].flatMap(([sentence, phrase]) => {
    const other = b.phrases.get(sentence);
    return other ? [[phrase, other] as const] : [];
  });
}

function overlap([a, b]: readonly [Span, Span]): boolean {
  return a.start < b.end && b.start < a.end;
}

function toMember(asked: AskedQuestion, analyzer: Analyzer, frequencies: TermFrequencies): Member {
  const { question, answer, previousId } = asked;
  const terms = analyzer.terms(question, detectMessageLanguage(question, { analyzer, articleLanguages: [] }));
  const byTerm = new Map(
    terms.map((term) => [term, Math.log(1 + (frequencies.passages + 1) / (frequencies.count(term) + 1))]),
  );
  const norm = Math.sqrt([...byTerm.values()].reduce((sum, weight) => sum + weight * weight, 0));
  const citations: readonly Citation[] = answer.kind === 'answered' ? answer.citations : [];
  return {
    asked,
    vector: { byTerm, norm },
    kind: readAskedKind(question),
    phrases: new Map(
      citations.flatMap(({ articleId, start, highlight }) =>
        highlight ? [[`${articleId} ${start}`, highlight] as const] : [],
      ),
    ),
    isClear: previousId === undefined || byTerm.size >= MIN_TERMS,
  };
}

function toTopic(group: readonly Member[]): RecapTopic {
  return {
    question: withoutPeople(findTypical(group).asked.question),
    count: group.length,
    answered: group.filter(({ asked }) => asked.answer.kind === 'answered').length,
  };
}

/** The clear question that is closest to all others; of equals, the first one. */
function findTypical(group: readonly Member[]): Member {
  const clear = group.filter(({ isClear }) => isClear);
  const closeness = (one: Member) => group.reduce((sum, other) => sum + similarity(one, other), 0);
  const sorted = (clear.length > 0 ? clear : group).toSorted((a, b) => closeness(b) - closeness(a));
  return sorted[0] as Member;
}

/** Mentions name people. https://docs.discord.com/developers/reference#message-formatting */
function withoutPeople(question: string): string {
  const text = question
    .replaceAll(/<@[!&]?\d+>/gu, '…')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return text.length <= MAX_LABEL_CHARS ? text : `${text.slice(0, MAX_LABEL_CHARS - 1).trimEnd()}…`;
}
