// Which evidence sentence to quote in place of a writer's sentence that could not be confirmed.
import type { Analyzer } from '../ports.js';
import type { Question } from '../ranking-ports.js';
import type { Evidence } from '../writing-ports.js';
import { splitTables } from './verifier/table/rows.js';
import { isUsable } from './verifier/verify.js';

/** Sentences that a written sentence is compared with besides those it cites. */
const MAX_SIMILAR = 4;
/** Share of a sentence's terms that another sentence must have to be compared with it. */
const MIN_SHARED = 0.6;
/** A sentence this relevant is about the question, even if they share no word. 0 to 1. */
const RELEVANT = 0.25;
const QUESTION = /[?？؟]["”’»)]*\s*$/u;

export interface QuoteChooser {
  /** Evidence that shares most of a sentence's terms, best first, without the cited ones. */
  findSimilar(sentence: string, cited: readonly Evidence[]): readonly Evidence[];
  /** The cited sentence that is closest to the written one, if it is about the question. */
  choose(sentence: string, cited: readonly Evidence[]): Evidence | undefined;
}

/** Analyses the evidence and the question once for all sentences of an answer. */
export function createQuoteChooser(
  evidence: readonly Evidence[],
  { question, analyzer }: { readonly question?: Question | undefined; readonly analyzer: Analyzer },
): QuoteChooser {
  const terms = new Map<Evidence, ReadonlySet<string>>();
  const termsOf = (source: Evidence): ReadonlySet<string> => {
    const known = terms.get(source);
    if (known) return known;
    const fresh = new Set(analyzer.terms(source.text, source.article.language));
    terms.set(source, fresh);
    return fresh;
  };
  const rank = (sentence: string, sources: readonly Evidence[]) => {
    const language = sources[0]?.article.language ?? 'und';
    const own = [...new Set(analyzer.terms(sentence.slice(0, 600), language))];
    return sources
      .map((source) => {
        const there = termsOf(source);
        return { source, shared: own.filter((term) => there.has(term)).length / Math.max(1, own.length) };
      })
      .sort((a, b) => b.shared - a.shared);
  };

  function isAboutQuestion(source: Evidence): boolean {
    if (!question || source.relevance >= RELEVANT) return true;
    // Terms of another language can't be compared.
    if (question.language !== source.article.language) return true;
    const before = evidence.find(
      ({ number, article }) => number === source.number - 1 && article === source.article,
    );
    const there = new Set([...termsOf(source), ...(before ? termsOf(before) : [])]);
    const asked = analyzer.terms(question.text, question.language);
    return asked.length === 0 || asked.some((term) => there.has(term));
  }

  return {
    findSimilar: (sentence, cited) =>
      rank(sentence, evidence)
        .filter(({ source, shared }) => shared >= MIN_SHARED && !cited.includes(source))
        .slice(0, MAX_SIMILAR)
        .map(({ source }) => source),
    choose: (sentence, cited) =>
      rank(
        sentence,
        splitTables(cited).filter((source) => isUsable(source) && !QUESTION.test(source.text)),
      )
        .map(({ source }) => source)
        .find(isAboutQuestion),
  };
}
