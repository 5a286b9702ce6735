// Generates questions that an article answers: its own, and those that its sentences can be turned into.
import { renderExcerpt } from '../../excerpt/excerpt.js';
import { makeStandalone } from '../../excerpt/make-excerpt.js';
import { contextOf } from '../../grounding/verifier/references/article-context.js';
import { findHeadings, findQuestionParagraphs } from '../../text/headings.js';
import type { Candidate, ReadArticle } from '../candidates.js';
import { findNamedEntities, type NamedEntity } from '../styles/names.js';
import { readSpeech } from '../styles/quotes.js';
import { askEnglish } from './english-questions.js';
import type { GeneratedQuestion } from './generated-question.js';
import { QUESTION_TEMPLATES } from './question-templates.js';

const MAX_HEADING_CHARS = 90;
/** Questions to a guest ("How did you …?") read oddly when somebody else asks them. */
const SECOND_PERSON =
  /(?<!\p{L})(?:you|your|yours|du|dir|dich|dein\p{L}*|ihr\p{L}*|usted|tú|tu|tus|te|vous|votre|vos|toi)(?!\p{L})/iu;
const POINTING = /(?<!\p{L})(?:he|she|they|this|that|these|those|him|them|his|her|their)(?!\p{L})/iu;
const CONTINUING = /^(?:and|but|so|und|aber|y|pero|et|mais)\b|:/iu;
/** "Ada Brandt, the …", "Ada Brandt, who …": says who somebody is. */
const ROLE =
  /^(?:,? |, )(?:who |of the |the |an? |der |die |das |ein |eine |el |la |un |una |quien |le |une |qui )/u;

/** "chief diplomat, Kaja Kallas", "its director Rosa Huamán", "Councillor Ines Calloway" */
const ROLE_IN_FRONT =
  /(?:er|or|ist|ende|wart|man|woman|ian|mat|chief|head|coach|judge|\b(?:Councillor|Mayor|Judge|Professor|Dr\.?|Captain))(?:in)?,? $/u;

/** In document order, each with the sentence that answers it. Whether the engine finds that is for the caller to try. */
export function generateQuestions(read: ReadArticle): readonly GeneratedQuestion[] {
  const { article, candidates } = read;
  const entities = findNamedEntities(
    article,
    candidates.map(({ sentence }) => sentence),
  );
  const people = entities.filter(({ kind }) => kind === 'person');
  const found = [
    ...ownQuestions(read),
    ...candidates.flatMap((one) => askCandidate(one, people)),
    ...askAboutSpeech(read, entities),
    ...askAbout(read, people),
  ];
  const seen = new Set<string>();
  return found.filter(({ text }) => {
    const isNew = !seen.has(text.toLowerCase());
    seen.add(text.toLowerCase());
    return isNew;
  });
}

/** Headings and paragraphs that are questions, such as those of a FAQ, with the first sentence below. */
function ownQuestions({ article, candidates }: ReadArticle): readonly GeneratedQuestion[] {
  const { text, structure = [] } = article;
  const headings = structure.filter(({ kind }) => kind === 'heading');
  const asked = [...headings, ...findQuestionParagraphs(article)].toSorted((a, b) => a.start - b.start);
  const firstBelow = new Map<number, Candidate>();
  for (const candidate of candidates) {
    const heading = findHeadings(article, candidate.sentence.start).at(-1);
    if (heading && !firstBelow.has(heading.start)) firstBelow.set(heading.start, candidate);
  }
  return asked.flatMap(({ start, end }) => {
    const question = text.slice(start, end).replace(/\s+/gu, ' ').trim();
    const isAsked = /\S\s+\S+\s*[?？]$/u.test(question) && question.length <= MAX_HEADING_CHARS;
    if (!isAsked || SECOND_PERSON.test(question) || POINTING.test(question) || CONTINUING.test(question))
      return [];
    const answer = firstBelow.get(start);
    return answer ? [{ text: question, sentence: answer.sentence, kind: 'own' as const }] : [];
  });
}

function askCandidate(candidate: Candidate, people: readonly NamedEntity[]): readonly GeneratedQuestion[] {
  const { article, sentence, text, isStandalone, needs } = candidate;
  if (!isStandalone || needs.length > 0 || sentence.isListItem) return [];
  const isPerson = (name: string) =>
    people.some((person) => person.name === name || person.name.endsWith(` ${name}`));
  if (article.language === 'en') {
    const { isName } = contextOf(article);
    // "How long did [Marr] stay?" needs what stood before.
    const isShortened = candidate.parts.some(({ bracket }) => bracket);
    return askEnglish(text, wholeOf(candidate), article, { isPerson, isName }).flatMap(([kind, question]) =>
      isShortened && question.split(' ').length < 7 ? [] : [{ text: question, sentence, kind }],
    );
  }
  return (QUESTION_TEMPLATES[article.language]?.patterns ?? []).flatMap(
    ({ kind, sentence: pattern, question }) => {
      const match = pattern.exec(text);
      return match ? [{ text: question(match.slice(1)), sentence, kind }] : [];
    },
  );
}

/** "Finch called the vote “…”", "“The bridge is a danger,” said Oduya": what people say of something. */
function askAboutSpeech(
  { article, candidates }: ReadArticle,
  entities: readonly NamedEntity[],
): readonly GeneratedQuestion[] {
  if (article.language !== 'en') return [];
  return candidates.flatMap(({ sentence }): readonly GeneratedQuestion[] => {
    const speech = readSpeech(article, sentence, entities);
    if (!speech) return [];
    const { speaker, quoted, outside } = speech;
    const called = /(?<!\p{L})(?:called|calls) ((?:the|its?|a|an) [\p{L} '’-]{3,40}?)\s*$/u.exec(
      outside.trimEnd().replace(/[\s.]+$/u, ''),
    )?.[1];
    const told = /(?<!\p{L})(?:told|tells) ((?:the |a )?\p{L}[\p{L} ]{2,40}?)\s*(?:[.,]|$| on | in )/u.exec(
      outside,
    )?.[1];
    const defined = /^The ([\p{Ll} -]{4,40}) (is|are) (?!not )/u.exec(quoted);
    const texts = [
      called && `What did ${speaker} call ${called}?`,
      told && !/ (?:that|how|why|to) /u.test(` ${told} `) && `What did ${speaker} tell ${told}?`,
      defined && `What ${defined[2]} the ${defined[1]}, according to ${speaker}?`,
    ];
    return texts.flatMap((text) => (text ? [{ text, sentence, kind: 'speech' as const }] : []));
  });
}

/** The sentence with all its clauses: an aside may be what answers. */
function wholeOf({ article, sentence, text }: Candidate): string {
  const whole = makeStandalone(article, sentence, { isTrimmed: false });
  return whole ? renderExcerpt(article.text, whole.parts) : text;
}

/** Who people are, if a sentence says so. */
function askAbout(
  { article, candidates }: ReadArticle,
  people: readonly NamedEntity[],
): readonly GeneratedQuestion[] {
  const templates =
    article.language === 'en'
      ? { whoIs: (name: string) => `Who is ${name}?` }
      : QUESTION_TEMPLATES[article.language];
  if (!templates) return [];
  return people.flatMap(({ name, first }) => {
    const holder = candidates.find(
      ({ sentence }) => sentence.start <= first.start && first.end <= sentence.end,
    );
    const isIntroduced =
      ROLE.test(article.text.slice(first.end, first.end + 12)) ||
      ROLE_IN_FRONT.test(article.text.slice(Math.max(0, first.start - 24), first.start));
    return holder && isIntroduced
      ? [{ text: templates.whoIs(name), sentence: holder.sentence, kind: 'whoIs' as const }]
      : [];
  });
}
