// Groups questions that ask about the same, by their words and by what their answers cite. Needs no model.
import type { QuestionAnswer } from '../answer.js';
import type { Analyzer } from '../ports.js';
import type { TermFrequencies } from '../ranking-ports.js';
import type { StoredAnswer } from '../store-ports.js';
import { cosine, type TermVector } from '../summary/selection/term-vectors.js';

/** Questions this similar by their words ask about the same. 0 to 1. */
const SAME_WORDS = 0.55;
/** Questions whose answers cite the same sentence need to share less. */
const SAME_CITATION = 0.2;
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
  readonly cited: ReadonlySet<string>;
  /** Whether it can be understood without the question before it. */
  readonly isClear: boolean;
}

/**
 * Average-link clustering in the order in which the questions were asked: each joins the group that it is most similar to, if
 * any is similar enough.
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
    const scores = group.map((other) => similarity(member, other));
    const score = scores.reduce((sum, one) => sum + one, 0) / group.length;
    if (score >= SAME_WORDS && score > (best?.score ?? 0)) best = { group, score };
  }
  return best?.group;
}

/** 0 to 1. Questions that cite the same sentence and share words count as the same. */
function similarity(a: Member, b: Member): number {
  const words = cosine(a.vector, b.vector);
  const isSameSentence = [...a.cited].some((span) => b.cited.has(span));
  return isSameSentence && words >= SAME_CITATION ? Math.max(words, SAME_WORDS) : words;
}

function toMember(asked: AskedQuestion, analyzer: Analyzer, frequencies: TermFrequencies): Member {
  const { question, answer, previousId } = asked;
  const terms = analyzer.terms(question, analyzer.detectLanguage(question));
  const byTerm = new Map(
    terms.map((term) => [term, Math.log(1 + (frequencies.passages + 1) / (frequencies.count(term) + 1))]),
  );
  const norm = Math.sqrt([...byTerm.values()].reduce((sum, weight) => sum + weight * weight, 0));
  const citations = answer.kind === 'answered' ? answer.citations : [];
  return {
    asked,
    vector: { byTerm, norm },
    cited: new Set(citations.map(({ articleId, start }) => `${articleId} ${start}`)),
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
