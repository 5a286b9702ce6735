// The last answer in short: its best sentence, the phrase in it that answers, or a shorter summary.
import type { Answered, Citation } from '../../answer.js';
import { type CitedSentence, cite, highlightedPhrase, splitAtMarkers } from '../../ask/citation/cite.js';
import { showAlone } from '../../ask/citation/show-alone.js';
import { quoteSentence } from '../../ask/follow-up/continue-reading.js';
import type { Analyzer } from '../../ports.js';
import type { SummaryForm } from '../../summary/summarize.js';
import type { Article } from '../../text/article.js';
import { normalizeMessage } from '../normalize-message.js';
import type { LastReply } from './find-last-reply.js';

/** What {@link shorten} needs. */
export interface ShortenDependencies {
  readonly analyzer: Analyzer;
  /** An article that may be shown, by its id. */
  readonly findArticle: (articleId: string) => Article | undefined;
  readonly summarize: (article: Article, form: SummaryForm) => Promise<Answered>;
}

/** "Just the number": what a phrase can be, in English, German, Spanish and French. */
const PART =
  /(?:^| )(?:numbers?|figures?|price|cost|date|day|year|time|name|place|amount|percentage|zahl|nummer|datum|tag|jahr|uhrzeit|zeit|name[n]?|ort|preis|betrag|numero|cifra|precio|fecha|dia|ano|hora|nombre|lugar|dato|chiffre|nombre|prix|date|jour|annee|heure|nom|lieu|montant)(?: |$)/u;

/** Undefined if it can't be shorter. */
export async function shorten(
  { question, reply }: LastReply<Answered>,
  message: string,
  parts: ShortenDependencies,
): Promise<Answered | undefined> {
  const summarized =
    reply.intent === 'summary' || reply.summary ? await summarizeAgain(reply, parts) : undefined;
  if (summarized) return summarized;
  const sentences = splitAtMarkers(reply);
  const best = findBest(sentences, { question, reply }, parts.analyzer);
  if (!best) return undefined;
  const cited = best.markers.flatMap((marker) => reply.citations.filter((one) => one.marker === marker));
  const answering = cited.find(({ highlight }) => highlight);
  const phrase = answering && highlightedPhrase(answering);
  const isAlone = sentences.length === 1;
  const { remark, ...own } = reply;
  const base = { ...own, ...(isAlone && remark ? { remark } : {}) };
  if (
    answering &&
    phrase !== undefined &&
    best.text !== phrase &&
    (isAlone || PART.test(normalizeMessage(message)))
  )
    return { ...base, ...citeText(phrase, [answering]) };
  return isAlone ? undefined : { ...base, ...showSentence(best, cited, reply, parts) };
}

/** A shorter summary of the same article. Undefined if there is none. */
async function summarizeAgain(
  { summary, citations }: Answered,
  { findArticle, summarize }: ShortenDependencies,
): Promise<Answered | undefined> {
  const [articleId, ...others] = new Set(citations.map((citation) => citation.articleId));
  const article = articleId === undefined ? undefined : findArticle(articleId);
  if (!article || others.length > 0 || summary?.style === 'oneLine') return undefined;
  return await summarize(article, {
    style: summary?.style === 'brief' ? 'oneLine' : 'brief',
    length: 'short',
  });
}

/** The sentence with the phrase that answers, or else the one that has most words of the question. */
function findBest(
  sentences: readonly CitedSentence[],
  { question, reply: { citations } }: LastReply<Answered>,
  analyzer: Analyzer,
): CitedSentence | undefined {
  const answers = new Set(citations.filter(({ highlight }) => highlight).map(({ marker }) => marker));
  const answering = sentences.find(({ markers }) => markers.some((marker) => answers.has(marker)));
  if (answering) return answering;
  const asked = new Set(analyzer.terms(question, analyzer.detectLanguage(question)));
  const countAsked = ({ text }: CitedSentence) =>
    analyzer.terms(text, analyzer.detectLanguage(question)).filter((term) => asked.has(term)).length;
  return sentences.toSorted((a, b) => countAsked(b) - countAsked(a))[0];
}

/** A sentence without those around it. */
function showSentence(
  { text }: CitedSentence,
  cited: readonly Citation[],
  { engine }: Answered,
  { findArticle }: ShortenDependencies,
): Pick<Answered, 'text' | 'citations'> {
  const [only, ...others] = cited;
  const article = only && findArticle(only.articleId);
  // A model's own words stay as they are.
  if (!article || others.length > 0 || engine !== 'builtin') return citeText(text, cited);
  return cite(showAlone([quoteSentence(article, only)]), () => only.highlight);
}

/** A text with markers for the citations, numbered from 1. */
function citeText(text: string, cited: readonly Citation[]): Pick<Answered, 'text' | 'citations'> {
  const citations = cited.map((citation, at) => ({ ...citation, marker: at + 1 }));
  return { text: `${text} ${citations.map(({ marker }) => `[${marker}]`).join('')}`, citations };
}
