// A recap of what people asked in a channel or thread: counts, and groups of similar questions. It names nobody.
import type { Analyzer, Clock } from '../ports.js';
import type { TermFrequencies } from '../ranking-ports.js';
import type { AnswerStore, Place, StoredAnswer } from '../store-ports.js';
import { type AskedQuestion, groupQuestions, type RecapTopic } from './group-questions.js';

/** Newer questions come first, so a busy channel's recap covers its latest ones. */
const MAX_QUESTIONS = 500;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Options for {@link recapPlace}. */
export interface RecapOptions {
  readonly library: string;
  readonly place: Place;
  /** How many days it goes back. */
  readonly days: number;
  /** What was asked before isn't covered, however many days it goes back. ISO 8601. */
  readonly notBefore?: string | undefined;
}

export interface Recap {
  /** ISO 8601 times. */
  readonly since: string;
  readonly until: string;
  readonly questions: number;
  readonly answered: number;
  /** How many different people asked. */
  readonly people: number;
  /** Most asked first. */
  readonly topics: readonly RecapTopic[];
  /** The articles that the answers cite, most cited first. */
  readonly articles: readonly RecapArticle[];
  /** Whether there were more questions than a recap reads. */
  readonly isPartial: boolean;
}

export interface RecapArticle {
  readonly articleId: string;
  readonly title: string;
  readonly url?: string | undefined;
  /** How many answers cite it. */
  readonly answers: number;
}

/** What {@link recapPlace} needs. */
export interface RecapDependencies {
  readonly store: Pick<AnswerStore, 'listAsked'>;
  readonly analyzer: Analyzer;
  readonly frequencies: TermFrequencies;
  readonly clock: Clock;
}

/** Covers questions whose answers everyone in the place could see. What only the asker saw isn't counted. */
export function recapPlace(
  { library, place, days, notBefore = '' }: RecapOptions,
  parts: RecapDependencies,
): Recap {
  const { store, clock } = parts;
  const now = clock.now();
  const start = new Date(now.getTime() - days * DAY_MS).toISOString();
  const since = start > notBefore ? start : notBefore;
  const stored = store.listAsked(library, place, since, MAX_QUESTIONS);
  const asked = stored.filter(isQuestion).toReversed();
  const answered = asked.filter(({ answer }) => answer.kind === 'answered');
  return {
    ...{ since, until: now.toISOString() },
    ...{ questions: asked.length, answered: answered.length },
    people: new Set(asked.flatMap(({ userId }) => userId ?? [])).size,
    topics: groupQuestions(asked, parts),
    articles: countArticles(asked),
    isPartial: stored.length === MAX_QUESTIONS,
  };
}

/** Summaries, checked messages, small talk and messages about the last reply aren't questions. */
function isQuestion(stored: StoredAnswer): stored is AskedQuestion {
  const { answer } = stored;
  if (answer.kind === 'not-in-article') return true;
  return answer.kind === 'answered' && answer.summary === undefined && answer.earlierQuestion === undefined;
}

function countArticles(asked: readonly AskedQuestion[]): readonly RecapArticle[] {
  const counts = new Map<string, RecapArticle>();
  for (const { answer } of asked) {
    if (answer.kind !== 'answered') continue;
    const cited = new Map(answer.citations.map((citation) => [citation.articleId, citation]));
    for (const [articleId, { title, url }] of cited) {
      const answers = (counts.get(articleId)?.answers ?? 0) + 1;
      counts.set(articleId, { articleId, title, ...(url === undefined ? {} : { url }), answers });
    }
  }
  return [...counts.values()].toSorted((a, b) => b.answers - a.answers);
}
