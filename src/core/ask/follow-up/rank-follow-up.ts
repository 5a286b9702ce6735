// Ranks sentences for a follow-up question: what was cited before says where in the article to look.
import type { Turn } from '../../answer.js';
import type { RankedSentence, Ranking } from '../../ranking-ports.js';
import { findSection } from '../../text/headings.js';
import type { FollowUp } from './follow-up.js';

/** Weight of the question on its own; the question joined with the one before has the rest. */
const OWN_WEIGHT = { more: 0.5, why: 0.3, 'who-said': 0.3, dependent: 0.6, independent: 0.85 } as const;
/** A question after a refusal repeats most of that one, so that its own words count for less. */
const AFTER_REFUSAL_SHARE = 0.5;
/** Bonus in log odds for a sentence right after a cited one; it falls with the distance in sentences. */
const NEXT_BONUS = { more: 3, why: 2.6, 'who-said': 2.6, dependent: 2, independent: 1.1 } as const;
/** A sentence before the cited one is less likely to be meant than one after it. */
const BEFORE_SHARE = 0.6;
const DISTANCE_DECAY = 0.75;
const MAX_DISTANCE = 4;
/** Bonus for the rest of the section, as a share of that for the next sentence. */
const SECTION_SHARE = 0.3;
/** Log odds that a sentence loses for having been shown already. */
const SHOWN_PENALTY = { more: 6, why: 1.2, 'who-said': 0, dependent: 0.8, independent: 0.8 } as const;
/** Bonus for a sentence near the cited ones with the kind of thing that is asked for. */
const ANSWER_TYPE_BONUS = 1.6;
/** "When?" most often asks about the very sentence that was shown. */
const BARE_SHOWN_BONUS = 2.2;
/** "And children?" asks about the sentence that was shown if it mentions them. */
const SHOWN_MATCH_BONUS = 1;
/** The next paragraph is about something else more often than the next sentence. */
const PARAGRAPH_SHARE = 0.6;
/** Questions that lean on an answer are answered even if the engine can't tell whether a sentence near by answers. */
const LEANING_CONFIDENCE = 0.4;
/** If it can tell, leaning only makes an answer more likely, in log odds. */
const LEANING_BONUS = 2;
/** An earlier turn counts this much, compared with the last one. */
const EARLIER_TURN_SHARE = 0.4;
/** Bonus for the article that came closest to the last question, if that wasn't answered. */
const CLOSEST_ARTICLE_BONUS = {
  more: 1.5,
  why: 1.5,
  'who-said': 1.5,
  dependent: 1.5,
  independent: 0.5,
} as const;
const MIN_RELEVANCE = 1e-6;

/** A question whose own words find the sentence that was shown, with this answerability, is surely answered by it. */
const SURE_CONFIDENCE = 0.5;
/** Or with this one, and this share of its words in that sentence, if it has the kind of thing that is asked for. */
const LIKELY_CONFIDENCE = 0.3;
const SURE_COVERAGE = 0.5;

/** With a smaller share of the question's own words, a sentence isn't shown again unless it surely answers. */
const MIN_REPEAT_COVERAGE = 0.3;

interface Cited {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly weight: number;
}

/**
 * Combines the ranking of the question on its own with that of the question joined with the one before, and prefers
 * sentences around those that were cited before to those themselves.
 */
export function rankFollowUp(
  own: Ranking,
  joined: Ranking,
  followUp: FollowUp,
  turns: readonly Turn[],
): Ranking {
  const { kind, isBare } = followUp;
  const last = turns.at(-1);
  // A question with a subject of its own may still be about what was answered before the refusal.
  const leansOnLast = isBare || followUp.isElliptic || /^(?:more|why|who-said)$/.test(kind);
  const isAfterRefusal = last !== undefined && (last.citations ?? []).length === 0 && leansOnLast;
  const cited = listCited(turns, isAfterRefusal);
  const ownByKey = new Map(own.sentences.map((sentence) => [keyOf(sentence), sentence]));
  const inOrder = [...joined.sentences].sort((a, b) => a.start - b.start);
  const places = new Map<string, readonly RankedSentence[]>();
  for (const { match } of inOrder) {
    const { id } = match.article;
    if (!places.has(id))
      places.set(
        id,
        inOrder.filter((one) => one.match.article.id === id),
      );
  }
  const sentences = joined.sentences
    .map((sentence) => {
      const alone = ownByKey.get(keyOf(sentence));
      const weight = isBare ? 0 : OWN_WEIGHT[kind] * (isAfterRefusal ? AFTER_REFUSAL_SHARE : 1);
      const base =
        weight * logit(alone?.relevance ?? MIN_RELEVANCE) + (1 - weight) * logit(sentence.relevance);
      const { bonus, isShown } = measureProximity(sentence, cited, places, NEXT_BONUS[kind]);
      const signals = alone?.signals ?? sentence.signals;
      const isNear = bonus > 0 || isShown;
      const typeBonus = signals?.hasAnswerType && isNear ? ANSWER_TYPE_BONUS : 0;
      const penalty = isShown ? penalizeShown(followUp, signals) : 0;
      const isClosest = isAfterRefusal && sentence.match.article.id === last.closestArticleId;
      const articleBonus = isClosest ? CLOSEST_ARTICLE_BONUS[kind] : 0;
      const relevance = sigmoid(base + bonus + typeBonus + articleBonus - penalty);
      return { ...sentence, signals, isNear, isShown, relevance };
    })
    .sort((a, b) => b.relevance - a.relevance);
  const [best] = sentences;
  const isRepeat =
    best?.isShown === true && !answersAgain(best, own, followUp) && isOffTopic(best, own, followUp);
  // Only the words of the question before speak for a repeat, so they don't count for what is found instead.
  const found = isRepeat ? sentences.filter(({ isShown }) => !isShown) : sentences;
  // "Where is it, and is there a sauna?": the words of the first part don't answer the second one.
  const isPart = last?.isSameMessage === true && !isBare;
  const isUnknown = kind === 'dependent' && isPart && isUnmatched(own) && !isUnmatched(joined);
  const standsAlone = kind === 'independent' || isUnknown || isRepeat || best?.signals?.lacksAnswer === true;
  const confidence = standsAlone ? own.confidence : Math.max(own.confidence, joined.confidence);
  // After a refusal, there is no answer to lean on.
  const leans = !standsAlone && !isAfterRefusal && best?.isNear && best.signals?.hasAnswerType !== false;
  return {
    // The threshold and the translation are those of the question itself.
    ...own,
    ...{ sentences: found, paragraphs: joined.paragraphs },
    confidence: leans ? leanOnAnswer(confidence) : confidence,
    unmatched: standsAlone ? own.unmatched : leans ? undefined : joined.unmatched,
  };
}

/**
 * Whether a sentence that was shown says nothing to the question's own words, and lacks what is asked for, or the question
 * alone surely finds another one.
 */
function isOffTopic(
  shown: RankedSentence,
  { sentences: [first], confidence }: Ranking,
  { kind, isBare }: FollowUp,
): boolean {
  const { signals } = shown;
  if (signals?.lacksAnswer) return true;
  if (!signals || isBare || kind === 'why' || kind === 'who-said') return false;
  const findsAnother = first !== undefined && keyOf(first) !== keyOf(shown) && confidence >= SURE_CONFIDENCE;
  return signals.coverage < MIN_REPEAT_COVERAGE && (signals.hasAnswerType === false || findsAnother);
}

/** Whether a sentence that was shown surely answers the question on the question's own terms. */
function answersAgain(
  sentence: RankedSentence,
  { sentences: [first], confidence }: Ranking,
  { isBare, isElliptic }: FollowUp,
): boolean {
  const { signals } = sentence;
  if (!signals || signals.lacksAnswer || signals.hasAnswerType === false) return false;
  if (isBare) return signals.hasAnswerType === true;
  if (isElliptic && signals.coverage > 0) return true;
  const isLikely = confidence >= LIKELY_CONFIDENCE;
  if (signals.hasAnswerType === true && signals.coverage >= SURE_COVERAGE && isLikely) return true;
  return first !== undefined && keyOf(first) === keyOf(sentence) && confidence >= SURE_CONFIDENCE;
}

/** Whether no word of the question is in the article. */
function isUnmatched({ confidence, unmatched }: Ranking): boolean {
  return confidence === 0 || unmatched !== undefined;
}

/** A confidence of 0 means that the question has no words to search for. */
function leanOnAnswer(confidence: number): number {
  return confidence === 0 ? LEANING_CONFIDENCE : sigmoid(logit(confidence) + LEANING_BONUS);
}

/** Log odds that a sentence loses, or gains if negative, for having been shown already. */
function penalizeShown(
  { kind, isBare, isElliptic, asksWhat }: FollowUp,
  signals: RankedSentence['signals'],
): number {
  if (!isBare)
    return signals && signals.coverage > 0 && isElliptic ? -SHOWN_MATCH_BONUS : SHOWN_PENALTY[kind];
  // "When?" after a sentence without a date, or "What did she do there?", asks for something new.
  return signals?.hasAnswerType === false || asksWhat ? SHOWN_PENALTY[kind] : -BARE_SHOWN_BONUS;
}

/** What the turns cited, the last answered one with full weight if the question can lean on it. */
function listCited(turns: readonly Turn[], isAfterRefusal: boolean): readonly Cited[] {
  const answered = turns.filter(({ citations = [] }) => citations.length > 0);
  return answered.flatMap((turn) => {
    const { citations = [] } = turn;
    const weight = turn === answered.at(-1) && !isAfterRefusal ? 1 : EARLIER_TURN_SHARE;
    return citations.map(({ articleId, start, end }) => ({ articleId, start, end, weight }));
  });
}

function measureProximity(
  { match: { article }, start, end }: RankedSentence,
  cited: readonly Cited[],
  places: ReadonlyMap<string, readonly RankedSentence[]>,
  nextBonus: number,
): { readonly bonus: number; readonly isShown: boolean } {
  const inOrder = places.get(article.id) ?? [];
  const place = inOrder.findIndex((sentence) => sentence.start === start);
  const section = findSection(article, start);
  let bonus = 0;
  let isShown = false;
  for (const one of cited) {
    if (one.articleId !== article.id) continue;
    const other = inOrder.findIndex((sentence) => sentence.start < one.end && sentence.end > one.start);
    if (start < one.end && end > one.start) {
      isShown ||= one.weight === 1;
      continue;
    }
    const distance = place - other;
    const isSameSection = one.start >= section.start && one.end <= section.end;
    const size = Math.abs(distance);
    const isApart = /\n\s*\n/.test(article.text.slice(Math.min(end, one.end), Math.max(start, one.start)));
    const apart = isApart ? PARAGRAPH_SHARE : 1;
    const share =
      other < 0 || size > MAX_DISTANCE || !isSameSection
        ? isSameSection
          ? SECTION_SHARE
          : 0
        : apart * DISTANCE_DECAY ** (size - 1) * (distance > 0 ? 1 : BEFORE_SHARE);
    bonus = Math.max(bonus, nextBonus * share * one.weight);
  }
  return { bonus, isShown };
}

function keyOf({ match, start }: RankedSentence): string {
  return `${match.article.id} ${start}`;
}

/** The logarithm of the odds. Bounded, because relevance and confidence may be 0 or 1. */
export function logit(probability: number): number {
  const bounded = Math.min(1 - MIN_RELEVANCE, Math.max(MIN_RELEVANCE, probability));
  return Math.log(bounded / (1 - bounded));
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}
