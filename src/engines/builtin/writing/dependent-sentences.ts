// Finds the sentence that another one leans on, such as the one that says who "he" is, or what "Yes." means.
import { findShortlyAnswered } from '../../../core/excerpt/attribute-speech.js';
import { quoteAlone } from '../../../core/excerpt/quote-alone.js';
import type { Evidence } from '../../../core/writing-ports.js';
import { isHeadline, isNextInParagraph } from './sentences.js';

/** Opens a sentence that can't be understood without the previous one. */
const DEPENDENT_OPENER =
  /^["“‘«„]?(?:he|she|it|they|his|her|their|its|this|that|these|those|both|neither|the other (?:one|thing|reason|problem|point|two)|here|there they|then|meanwhile|however|instead|otherwise|therefore|as a result|consequently|for this reason|since then|ever since|seitdem|seither|desde entonces|depuis lors|er|sie|es(?! gibt)|der andere|die andere|das andere|beide|dies|diese|dieser|dieses|das (?:ist|war|sei|hat|hatte|wird|wurde|kann|geht|gilt|heißt|macht|sagt)|dafür|damit|davon|dort|dagegen|stattdessen|deshalb|darum|trotzdem|il|elle|ils|elles|cela|ceci|c['’]est|tous deux|toutefois|cependant|c['’]est pourquoi|él|ella|ellos|ellas|esto|eso|la otra|el otro|ambos|ambas|sin embargo|por eso|allí|она|он|они|поэтому)(?![\p{L}])/iu;
/** "…," she said: the speaker is named only by a pronoun. */
const PRONOUN_SPEAKER =
  /[,.!?]["”’»]\s*(?:he|she|they)\s+(?:said|says|told|added|explained|asserted|argued|warned|noted|insisted|recalled|wrote|asked|replied|thinks?)\b/iu;
/** A quotation, or its end, without who says it: "A little." */
const ONLY_SPEECH = /^["“„«]?[^"“”„«»]*["”“»]$/u;
const SPEECH_MARK = /["“”„«»]/u;
/** How many sentences back to look, as long as each leans on the one before. */
const MAX_SENTENCES_BACK = 2;
/** A sentence of one word says nothing alone: "Yes." */
const ONE_WORD = /^[^\p{L}\p{N}]*[\p{L}’']+[^\p{L}\p{N}]*$/u;

/**
 * The sentences that this one leans on, in the same paragraph; empty if it stands alone, or if it can be shown with names
 * for its pronouns. A sentence of one word leans on the next one, and so does one such as "It does." below a question.
 */
export function findSupport(sentence: Evidence, evidence: readonly Evidence[]): readonly Evidence[] {
  if (ONE_WORD.test(sentence.text) || findShortlyAnswered(sentence.article, sentence)) {
    const after = evidence[evidence.indexOf(sentence) + 1];
    return after && isNextInParagraph(sentence, after) ? [after] : [];
  }
  const support: Evidence[] = [];
  let current = sentence;
  while (support.length < MAX_SENTENCES_BACK && isDependent(current)) {
    const before = evidence[evidence.indexOf(current) - 1];
    if (!before || isHeadline(before) || !isNextInParagraph(before, current)) break;
    // What somebody says doesn't name the person whom the next sentence is about.
    if (ONLY_SPEECH.test(before.text) && !SPEECH_MARK.test(current.text)) break;
    support.push(before);
    current = before;
  }
  return support;
}

function isDependent(sentence: Evidence): boolean {
  const leans = DEPENDENT_OPENER.test(sentence.text) || PRONOUN_SPEAKER.test(sentence.text);
  return leans && !isShownAlone(sentence);
}

/** Whether names in brackets, or the lack of its connective, make it readable on its own. */
function isShownAlone(sentence: Evidence): boolean {
  const parts = quoteAlone(sentence.article, sentence);
  return parts !== undefined && (parts.length > 1 || parts[0]?.start !== sentence.start);
}

/** Starts of sentences without which the one before is only half of a rule. */
const HALF_RULE: Readonly<Record<string, RegExp>> = {
  en: /^(?:after (?:that|this)|afterwards|beyond that|from then on|otherwise|if not)(?![\p{L}\p{N}])/iu,
  de: /^(?:danach|darüber hinaus|ansonsten|andernfalls|sonst|ab dann|wenn nicht)(?![\p{L}\p{N}])/iu,
  es: /^(?:después|a partir de ahí|de lo contrario|en caso contrario|si no)(?![\p{L}\p{N}])/iu,
  fr: /^(?:après|ensuite|au-delà|sinon|dans le cas contraire)(?![\p{L}\p{N}])/iu,
};

/** The next sentence of the paragraph, if this one is half of a rule without it: "The first hour is free. After that, …" */
export function findContinuation(sentence: Evidence, evidence: readonly Evidence[]): readonly Evidence[] {
  const next = evidence[evidence.indexOf(sentence) + 1];
  const opening = HALF_RULE[sentence.article.language];
  const isContinued = next && isNextInParagraph(sentence, next) && opening?.test(next.text);
  return isContinued ? [next] : [];
}
