// The built-in writer: answers in the article's own sentences, the shortest set that answers, in document order.
import { type Evidence, NOT_IN_ARTICLE, type Writer } from '../../core/ports.js';
import { tokenize } from './analyze.js';
import { readQuestionType } from './question-type.js';
import { ANSWER_THRESHOLD } from './weights.js';

const MAX_SENTENCES = 3;
/** A further sentence must be at least this likely, as a share of the best one's relevance. */
const MIN_SHARE = 0.75;
/** Less is asked of a neighbour of the best sentence that holds what the best lacks: "He fears …" after his name. */
const MIN_NEIGHBOUR_SHARE = 0.15;
/** Sentences that share more of their words than this say the same. */
const SAME_SHARE = 0.6;
/** A sentence in the body this likely, as a share of a better one in headline or dek, is quoted in its place. */
const BODY_SHARE = 0.5;

const LEANING =
  /^["“‘«]?(?:he|she|it|they|his|her|their|its|this|that|these|those|er|sie|es|il|elle|ils|elles|él|ella|ellos|он|она|они)(?![\p{L}])/iu;

export function createWriter(): Writer {
  return {
    async *write(question, evidence, { confidence }) {
      if (confidence < ANSWER_THRESHOLD || evidence.length === 0) {
        yield NOT_IN_ARTICLE;
        return;
      }
      for (const { text, number } of choose(question.text, evidence)) yield `${text} [${number}]\n`;
    },
  };
}

/** The shortest set of sentences that answers, in document order. */
function choose(question: string, evidence: readonly Evidence[]): readonly Evidence[] {
  const byRelevance = [...evidence].sort((a, b) => b.relevance - a.relevance);
  const best = preferBody(byRelevance);
  if (!best) return [];
  const chosen = [best];
  const asked = new Set(termsOf(question, best.article.language));
  const missing = new Set(
    [...asked].filter((term) => !termsOf(best.text, best.article.language).includes(term)),
  );
  for (const sentence of byRelevance) {
    if (chosen.length >= MAX_SENTENCES) break;
    const isNeighbour = Math.abs(sentence.number - best.number) === 1;
    const share = isNeighbour ? MIN_NEIGHBOUR_SHARE : MIN_SHARE;
    if (sentence.relevance < best.relevance * share) continue;
    if (isHead(sentence) || sentence.article !== best.article) continue;
    if (chosen.some((one) => isSame(one, sentence))) continue;
    const adds = termsOf(sentence.text, sentence.article.language).filter((term) => missing.has(term));
    if (adds.length === 0) continue;
    for (const term of adds) missing.delete(term);
    chosen.push(sentence);
  }
  for (const sentence of [...chosen]) {
    const before = evidence[evidence.indexOf(sentence) - 1];
    if (
      LEANING.test(sentence.text) &&
      before?.article === sentence.article &&
      !isHead(before) &&
      !chosen.includes(before)
    ) {
      chosen.push(before);
    }
  }
  // A cause is often told in the sentence after the one that names what it caused.
  const after = evidence[evidence.indexOf(best) + 1];
  if (readQuestionType(question) === 'why' && chosen.length === 1 && after?.article === best.article) {
    if (/^(?:because|this|that|the reason|therefore|as a result)/i.test(after.text)) chosen.push(after);
  }
  return chosen.sort((a, b) => a.number - b.number);
}

/** The best sentence, or the best of the body that says nearly the same as a headline or dek. */
function preferBody(byRelevance: readonly Evidence[]): Evidence | undefined {
  const [best] = byRelevance;
  if (!best || !isHead(best)) return best;
  const inBody = byRelevance.find((sentence) => !isHead(sentence) && sentence.article === best.article);
  return inBody && inBody.relevance >= best.relevance * BODY_SHARE ? inBody : best;
}

function isHead({ article, start }: Evidence): boolean {
  return start < article.bodyStart;
}

function isSame(a: Evidence, b: Evidence): boolean {
  const left = new Set(termsOf(a.text, a.article.language));
  const right = new Set(termsOf(b.text, b.article.language));
  const shared = [...left].filter((term) => right.has(term)).length;
  return shared / Math.max(1, Math.min(left.size, right.size)) > SAME_SHARE;
}

function termsOf(text: string, language: string): string[] {
  return tokenize(text, language).flatMap(({ term, isStop }) => (isStop ? [] : [term]));
}
