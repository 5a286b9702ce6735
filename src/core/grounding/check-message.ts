// Checks a message against the articles: each of its claims gets a verdict, with footnotes. docs/checking.md has the rules.
import type { CheckedClaim, CheckedMessage, ClosestPassage, Verdict } from '../answer.js';
import type { AnswerOptions } from '../ask/answer-question.js';
import { cite } from '../ask/cite.js';
import { gatherEvidence } from '../ask/evidence.js';
import { readQuestion } from '../ask/read-question.js';
import { retrieve } from '../ask/retrieve.js';
import type { ClaimChecker, Engine, Evidence, PassageIndex, RankedSentence } from '../ports.js';
import type { Span } from '../text/article.js';
import { splitIntoSentences } from '../text/split-sentences.js';
import { createAttributor, STRONG_ANCHORS, STRONG_COVERAGE } from './attribute-evidence.js';

/** More claims of one message are not looked at. */
const MAX_CLAIMS = 12;
/** A sentence with fewer words, or content words, claims nothing: "Hello everyone!" */
const MIN_WORDS = 3;
const MIN_TERMS = 2;
/** Words, or signs where a script writes words without spaces. */
const WORD = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{M}\p{N}]+/gu;
const CLOSEST_SHOWN = 2;
/** "Says otherwise" needs a sentence that holds so much of the claim: all but what it says otherwise. */
const MATCHING_COVERAGE = 0.75;
/** A model's "says otherwise" needs evidence that shares so many words, numbers and names with the claim. */
const SHARED_ANCHORS = 2;
const QUESTION = /[?？؟]["”’»)]*\s*$/u;

/** A verdict with what it rests on. */
interface Judged {
  readonly span: Span;
  readonly verdict: Verdict;
  readonly evidence: readonly Evidence[];
}

/**
 * Gives each claim of a message a verdict. Without a judge "says so" needs strong support, and "says otherwise" a clear
 * conflict in an otherwise matching sentence. A judge's verdicts are shown only where the same check bears them out; a
 * judge that fails is done without.
 * @throws whatever the signal's reason is, once it is aborted
 */
export async function checkMessage(
  message: string,
  options: Pick<AnswerOptions, 'scope' | 'signal' | 'onUsage'>,
  parts: { readonly engine: Engine; readonly index: PassageIndex },
): Promise<CheckedMessage> {
  const { engine } = parts;
  const { claimChecker } = engine;
  const { scope, signal } = options;
  const claims = splitIntoClaims(message, engine);
  const ranked = new Map<Span, readonly RankedSentence[]>();
  for (const span of claims) {
    const question = readQuestion(message.slice(span.start, span.end), [], engine);
    ranked.set(span, (await retrieve(question, scope, parts, signal)).sentences);
  }
  let judged: readonly Judged[] | undefined;
  if (claimChecker && claims.length > 0) {
    const evidence = gatherEvidence(mergeRanked([...ranked.values()]));
    judged = await askJudge(message, evidence, claimChecker, engine, options);
  }
  const byModel = judged !== undefined;
  judged ??= claims.map((span) =>
    judgeByRules(message, span, gatherEvidence(ranked.get(span) ?? []), engine),
  );
  return {
    kind: 'checked',
    claims: withCitations(message, judged, (span) => {
      const own = claims.find(({ start, end }) => start < span.end && span.start < end);
      return closestOf((own && ranked.get(own)) ?? []);
    }),
    engine: byModel && claimChecker ? claimChecker.name : (engine.fallback ?? engine).name,
    ...(claimChecker && claims.length > 0 && !byModel ? { notice: 'model-unavailable' as const } : {}),
  };
}

/** Sentences that claim something: no questions, greetings and lone links. */
function splitIntoClaims(message: string, { analyzer }: Engine): readonly Span[] {
  const language = analyzer.detectLanguage(message);
  return splitIntoSentences(message, language)
    .filter(({ start, end }) => {
      const sentence = message.slice(start, end).replace(/<[@#:][^>]*>|https?:\S+/gu, ' ');
      const words = sentence.match(WORD)?.length ?? 0;
      if (QUESTION.test(sentence) || words < MIN_WORDS) return false;
      return analyzer.terms(sentence, language).length >= MIN_TERMS;
    })
    .slice(0, MAX_CLAIMS);
}

function judgeByRules(
  message: string,
  span: Span,
  evidence: readonly Evidence[],
  { analyzer }: Engine,
): Judged {
  const claim = message.slice(span.start, span.end);
  const attributor = createAttributor(evidence, { analyzer, language: analyzer.detectLanguage(message) });
  const judgements = evidence.map((source) => ({ source, ...attributor.verify(claim, [source]) }));
  const strong = judgements
    .filter(({ flaws, coverage, anchors, isComparable }) => {
      const isEnough = coverage >= STRONG_COVERAGE && anchors >= STRONG_ANCHORS;
      return flaws.length === 0 && isComparable && isEnough;
    })
    .sort((a, b) => b.coverage - a.coverage)[0];
  if (strong) return { span, verdict: 'says-so', evidence: [strong.source] };
  const against = judgements
    .filter(({ flaws, conflicts, coverage, anchors, isComparable }) => {
      const isClear = flaws.length === 1 && flaws.every((flaw) => conflicts.includes(flaw));
      return isClear && isComparable && coverage >= MATCHING_COVERAGE && anchors >= STRONG_ANCHORS;
    })
    .sort((a, b) => b.coverage - a.coverage)[0];
  if (against) return { span, verdict: 'says-otherwise', evidence: [against.source] };
  return { span, verdict: 'does-not-say', evidence: [] };
}

/** The judge's verdicts as far as they are borne out; undefined where it fails. */
async function askJudge(
  message: string,
  evidence: readonly Evidence[],
  judge: ClaimChecker,
  { analyzer }: Engine,
  { signal, onUsage }: Pick<AnswerOptions, 'signal' | 'onUsage'>,
): Promise<readonly Judged[] | undefined> {
  const byNumber = new Map(evidence.map((source) => [source.number, source]));
  const attributor = createAttributor(evidence, { analyzer, language: analyzer.detectLanguage(message) });
  try {
    const proposed = await judge.check(message, evidence, { signal, onUsage });
    let from = 0;
    const judged = proposed
      .slice(0, MAX_CLAIMS)
      .flatMap(({ claim, verdict, evidence: numbers }): Judged[] => {
        const start = claim === '' ? -1 : message.indexOf(claim, from);
        if (start < 0) return [];
        from = start + claim.length;
        const cited = [...new Set(numbers)].flatMap((number) => byNumber.get(number) ?? []);
        const span = { start, end: from };
        const supporting = attributor.attribute(claim, cited);
        if (verdict === 'says-so' && supporting.length > 0) return [{ span, verdict, evidence: supporting }];
        const against = cited.filter(
          (source) => attributor.verify(claim, [source]).anchors >= SHARED_ANCHORS,
        );
        if (verdict === 'says-otherwise' && supporting.length === 0 && against.length > 0) {
          return [{ span, verdict, evidence: against.slice(0, 3) }];
        }
        return [{ span, verdict: 'does-not-say', evidence: [] }];
      });
    return judged.length > 0 ? judged : undefined;
  } catch {
    signal?.throwIfAborted();
    return undefined;
  }
}

function withCitations(
  message: string,
  judged: readonly Judged[],
  closestTo: (span: Span) => readonly ClosestPassage[],
): readonly CheckedClaim[] {
  const { citations } = cite(judged.map(({ evidence }) => ({ text: '', evidence })));
  const markerOf = ({ article, start, end }: Evidence) =>
    citations.find((one) => one.articleId === article.id && one.start === start && one.end === end) ?? [];
  return judged.map(({ span, verdict, evidence }) => ({
    ...{ claim: message.slice(span.start, span.end), start: span.start, end: span.end, verdict },
    citations: evidence.flatMap(markerOf),
    closest: verdict === 'does-not-say' ? closestTo(span) : [],
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

function closestOf(ranked: readonly RankedSentence[]): readonly ClosestPassage[] {
  return ranked.slice(0, CLOSEST_SHOWN).map(({ match: { article }, start, end, relevance }) => ({
    articleId: article.id,
    title: article.title,
    ...{ start, end, similarity: relevance, text: article.text.slice(start, end) },
    ...(article.url === undefined ? {} : { url: article.url }),
  }));
}
