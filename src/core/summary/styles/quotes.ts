// Who said what: quotations of an article, word for word, with their speakers.
import { findDanglingOpening } from '../../excerpt/dangling-references.js';
import { findSpeakerName } from '../../excerpt/editor-brackets.js';
import type { Article, Span } from '../../text/article.js';
import { countWords } from '../../text/count-words.js';
import type { Candidate, ReadArticle } from '../candidates.js';
import { type DraftLine, makeLine } from '../line.js';
import { cosine } from '../selection/term-vectors.js';
import { findNamedEntities, type NamedEntity } from './names.js';

/** Shorter quotations are single words or titles. */
const MIN_WORDS = 5;
const MAX_SIMILARITY = 0.7;
const QUOTATION = /["“„«][^"“”„«»]{12,}["”“»]/gu;
const SPEECH =
  /(?<!\p{L})(?:said|says|say|told|tells|added|adds|asked|asks|warned|warns|argued|argues|explained|explains|announced|wrote|writes|tweeted|asserted|remarked|noted|recalled|joked|insisted|stated|testified|commented|continued|concluded|replied|sagte|sagt|erklärte|erklärt|betonte|betont|warnte|warnt|meinte|meint|so|dijo|dice|afirmó|explicó|declaró|señaló|dit|a déclaré|affirme|explique|a expliqué|a dit|assure)(?!\p{L})/iu;

const SPEAKER_LABEL = /(?:^|\n)(\p{Lu}[^\n:]{1,40}):\s+$/u;

interface Quotation {
  readonly candidate: Candidate;
  readonly speaker: string;
  readonly parts: readonly Span[];
}

/** In document order. The label is the speaker. */
export function quoteLines(read: ReadArticle, maxLines: number): readonly DraftLine[] {
  const { article, candidates } = read;
  const entities = findNamedEntities(
    article,
    candidates.map(({ sentence }) => sentence),
  );
  const found = candidates
    .flatMap((candidate) => [...readQuotation(article, candidate, entities), ...readTurn(article, candidate)])
    .sort((a, b) => b.candidate.score - a.candidate.score);
  const chosen: Quotation[] = [];
  for (const one of found) {
    if (chosen.length === maxLines) break;
    const repeats = chosen.some(
      ({ candidate, parts }) =>
        parts[0]?.start === one.parts[0]?.start ||
        cosine(candidate.vector, one.candidate.vector) > MAX_SIMILARITY,
    );
    if (!repeats) chosen.push(one);
  }
  return chosen
    .toSorted((a, b) => a.candidate.sentence.start - b.candidate.sentence.start)
    .map(({ parts, speaker }) => makeLine(article, parts, speaker));
}

function readQuotation(
  article: Article,
  candidate: Candidate,
  entities: readonly NamedEntity[],
): readonly Quotation[] {
  const { start, end } = candidate.sentence;
  const sentence = article.text.slice(start, end);
  const spans = [...sentence.matchAll(QUOTATION)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));
  const [first] = spans;
  if (!first) return [];
  const quoted = spans.map((span) => sentence.slice(span.start, span.end));
  if (countWords(quoted.join(' ')) < MIN_WORDS || pointsElsewhere(quoted[0] ?? '', article.language))
    return [];
  const outside = blank(sentence, spans);
  // A sentence with two quotations and much around them reports, it doesn't quote.
  if (!SPEECH.test(outside) || countWords(outside) > 20) return [];
  const speaker = findSpeaker(article, { start, end }, outside, entities);
  if (speaker === undefined) return [];
  const parts = spans
    .flatMap((span) => withoutComma(sentence, span))
    .map((span) => ({ start: start + span.start, end: start + span.end }));
  return [{ candidate, speaker, parts }];
}

/** "Ada Brandt: We will cut 34 trees." in an interview or transcript. */
function readTurn({ text }: Article, candidate: Candidate): readonly Quotation[] {
  const { start, end } = candidate.sentence;
  const speaker = SPEAKER_LABEL.exec(text.slice(Math.max(0, start - 60), start))?.[1];
  if (speaker === undefined || !candidate.isStandalone || candidate.words < MIN_WORDS) return [];
  return [{ candidate, speaker, parts: [{ start, end }] }];
}

/** `"… river again,"` without the comma that only joins it to "said". */
function withoutComma(sentence: string, { start, end }: Span): readonly Span[] {
  if (sentence[end - 2] !== ',') return [{ start, end }];
  return [
    { start, end: end - 2 },
    { start: end - 1, end },
  ];
}

/** The person named next to the verb of speech, or whom the pronoun there stands for. */
function findSpeaker(
  article: Article,
  span: Span,
  outside: string,
  entities: readonly NamedEntity[],
): string | undefined {
  const verb = SPEECH.exec(outside)?.index ?? 0;
  const named = entities
    .flatMap(({ name, shortName }) => {
      const at = outside.indexOf(name) >= 0 ? outside.indexOf(name) : outside.search(wholeWord(shortName));
      return at < 0 ? [] : [{ name, distance: Math.abs(at - verb) }];
    })
    .toSorted((a, b) => a.distance - b.distance)[0];
  const pronoun = /(?<!\p{L})(?:he|she)(?!\p{L})/iu.exec(outside);
  const isPronounCloser = pronoun && named && Math.abs(pronoun.index - verb) < named.distance;
  if (named && !isPronounCloser) return named.name;
  if (!pronoun || article.language !== 'en') return undefined;
  const found = findSpeakerName(article, span, (last) =>
    entities.some(({ kind, shortName }) => kind === 'person' && shortName === last),
  );
  return found && article.text.slice(found.start, found.end);
}

/** "They are not dangerous": nobody knows what "they" are. */
function pointsElsewhere(quotation: string, language: string): boolean {
  if (findDanglingOpening(quotation) !== undefined) return true;
  const inner = quotation.replace(
    /^["“„«]\s*(?:and|but|so|well|yes|no|yeah|because|und|aber|y|pero|et|mais)?,?\s*/iu,
    '',
  );
  return language === 'en' && /^(?:he|she|it|they|this|that|these|those|his|her|their)\b/iu.test(inner);
}

function blank(sentence: string, spans: readonly Span[]): string {
  let outside = sentence;
  for (const { start, end } of spans)
    outside = outside.slice(0, start) + ' '.repeat(end - start) + outside.slice(end);
  return outside;
}

const wholeWord = (word: string): RegExp =>
  new RegExp(`(?<!\\p{L})${word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?!\\p{L})`, 'u');
