// Checks a message against the articles: each claim gets a verdict with citations. docs/checking.md has the rules.
import type { CheckedClaim, CheckedMessage, ClosestPassage, Verdict } from '../answer.js';
import type { AnswerOptions } from '../ask/answer-question.js';
import { cite } from '../ask/citation/cite.js';
import { gatherEvidence } from '../ask/citation/evidence.js';
import { readQuestion } from '../ask/read-question.js';
import { retrieve } from '../ask/retrieval/retrieve.js';
import { linkTo } from '../links/link-to-span.js';
import type { Engine } from '../ports.js';
import type { RankedSentence } from '../ranking-ports.js';
import type { PassageIndex } from '../store-ports.js';
import type { Span } from '../text/article.js';
import { splitIntoSentences } from '../text/split-sentences.js';
import type { ClaimChecker, Evidence } from '../writing-ports.js';
import { blankSmallPrint, cleanText } from './clean-text.js';
import { verifySentence } from './verifier/verify.js';

/** Only the first claims of a message are checked. */
const MAX_CLAIMS = 12;
/** A sentence with fewer words or terms makes no claim, such as "Hello everyone!". */
const MIN_WORDS = 3;
const MIN_TERMS = 2;
/** Words, or single characters in scripts without spaces. */
const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{M}\p{N}]+/gu;
const MAX_CLOSEST = 2;
/** More of a message is not read. */
const MAX_CHARS = 6_000;
const QUESTION = /[?？؟]["”’»)]*\s*$/u;

/** A claim's span in the message, its verdict and the evidence for it. */
interface ClaimResult {
  readonly span: Span;
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
  readonly difference?: CheckedClaim['difference'];
}

/**
 * Gives each claim of a message a verdict. `says-so` needs a sentence that says the same, and `says-otherwise` one that
 * says the same but for one word. A claim checker only finds the claims and their sentences: the verifier decides.
 * @throws the signal's reason once it is aborted
 */
export async function checkMessage(
  whole: string,
  options: Pick<AnswerOptions, 'scope' | 'signal' | 'onUsage'>,
  parts: { readonly engine: Engine; readonly index: PassageIndex },
): Promise<CheckedMessage> {
  const message = blankSmallPrint(whole.slice(0, MAX_CHARS));
  const { engine } = parts;
  const { claimChecker } = engine;
  const { scope, signal } = options;
  const claims = splitIntoClaims(message, engine);
  const ranked = new Map<Span, readonly RankedSentence[]>();
  // The reader answers questions. A claim isn't one.
  const withoutReader = { ...parts, engine: { ...engine, reader: undefined } };
  for (const span of claims) {
    const question = readQuestion(cleanText(message.slice(span.start, span.end)), [], engine);
    ranked.set(span, (await retrieve(question, scope, withoutReader, signal)).sentences);
  }
  let results: readonly ClaimResult[] | undefined;
  if (claimChecker && claims.length > 0) {
    const evidence = gatherEvidence(mergeRanked([...ranked.values()]));
    results = await checkByModel(message, evidence, claimChecker, options);
  }
  const byModel = results !== undefined;
  results ??= claims.map((span) => checkClaim(message, span, gatherEvidence(ranked.get(span) ?? [])));
  return {
    kind: 'checked',
    claims: withCitations(message, results, (span) => {
      const overlapping = claims.find(({ start, end }) => start < span.end && span.start < end);
      return toClosest((overlapping && ranked.get(overlapping)) ?? []);
    }),
    engine: byModel && claimChecker ? claimChecker.name : (engine.fallback ?? engine).name,
    ...(claimChecker && claims.length > 0 && !byModel ? { notice: 'model-unavailable' as const } : {}),
  };
}

/** The sentences that claim something. Skips questions, greetings and bare links. */
function splitIntoClaims(message: string, { analyzer }: Engine): readonly Span[] {
  const language = analyzer.detectLanguage(message);
  return splitIntoSentences(message, language)
    .filter(({ start, end }) => {
      const sentence = cleanText(message.slice(start, end));
      const words = sentence.match(WORD)?.length ?? 0;
      if (QUESTION.test(sentence) || words < MIN_WORDS) return false;
      return analyzer.terms(sentence, language).length >= MIN_TERMS;
    })
    .slice(0, MAX_CLAIMS);
}

/** What the verifier says about one claim. */
function checkClaim(message: string, span: Span, evidence: readonly Evidence[]): ClaimResult {
  const claim = cleanText(message.slice(span.start, span.end));
  const verified = verifySentence(claim, evidence);
  if (verified.kind === 'same') return { span, verdict: 'says-so', evidence: [verified.evidence] };
  if (verified.kind === 'unknown') return { span, verdict: 'unconfirmed', evidence: [] };
  return {
    ...{ span, verdict: 'says-otherwise', evidence: [verified.evidence] },
    difference: { claim: verified.claimWords, quote: verified.evidenceWords },
  };
}

/**
 * The claims that the model finds, each compared with the sentences that it names and with the closest ones. Its own
 * verdicts count for nothing: a model may say yes to everything. Undefined if it fails.
 */
async function checkByModel(
  message: string,
  evidence: readonly Evidence[],
  checker: ClaimChecker,
  { signal, onUsage }: Pick<AnswerOptions, 'signal' | 'onUsage'>,
): Promise<readonly ClaimResult[] | undefined> {
  const byNumber = new Map(evidence.map((source) => [source.number, source]));
  try {
    const proposed = await checker.check(message, evidence, { signal, onUsage });
    let searchFrom = 0;
    const results = proposed.slice(0, MAX_CLAIMS).flatMap(({ claim, evidence: numbers }): ClaimResult[] => {
      const start = claim === '' ? -1 : message.indexOf(claim, searchFrom);
      if (start < 0) return [];
      searchFrom = start + claim.length;
      const named = [...new Set(numbers)].flatMap((number) => byNumber.get(number) ?? []);
      return [checkClaim(message, { start, end: searchFrom }, [...new Set([...named, ...evidence])])];
    });
    return results.length > 0 ? results : undefined;
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}

function withCitations(
  message: string,
  results: readonly ClaimResult[],
  closestTo: (span: Span) => readonly ClosestPassage[],
): readonly CheckedClaim[] {
  const { citations } = cite(results.map(({ evidence }) => ({ text: '', evidence })));
  const markerOf = ({ article, start, end }: Evidence) =>
    citations.find((one) => one.articleId === article.id && one.start === start && one.end === end) ?? [];
  return results.map(({ span, verdict, evidence, difference }) => ({
    ...{ claim: message.slice(span.start, span.end), start: span.start, end: span.end, verdict },
    citations: evidence.flatMap(markerOf),
    closest: verdict === 'unconfirmed' ? closestTo(span) : [],
    ...(difference ? { difference } : {}),
  }));
}

/** The best sentences of each list in turn, each once. */
function mergeRanked(lists: readonly (readonly RankedSentence[])[]): readonly RankedSentence[] {
  const merged = new Map<string, RankedSentence>();
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let place = 0; place < longest; place += 1) {
    for (const list of lists) {
      const sentence = list[place];
      const key = sentence && `${sentence.match.article.id} ${sentence.start}`;
      if (sentence && key && !merged.has(key)) merged.set(key, sentence);
    }
  }
  return [...merged.values()];
}

function toClosest(ranked: readonly RankedSentence[]): readonly ClosestPassage[] {
  return ranked.slice(0, MAX_CLOSEST).map(({ match: { article }, start, end, relevance }) => ({
    articleId: article.id,
    title: article.title,
    ...{ start, end, similarity: relevance, text: article.text.slice(start, end) },
    ...linkTo(article, { start, end }),
  }));
}
