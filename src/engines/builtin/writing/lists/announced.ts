// Lists in prose: a sentence says how many things follow, or the sentences count themselves.
import type { Evidence } from '../../../../core/writing-ports.js';
import { isDirectlyBefore, isNextInParagraph, termsOf } from '../sentences.js';
import { headingTerms } from './group.js';
import { asksForOneOf, coverageOf, hasTerm, type ListQuestion } from './list-question.js';

export const COUNTS: Readonly<Record<string, number>> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, several: 4, 'a few': 4 },
  ...{ zwei: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, mehrere: 4 },
  ...{ dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, varios: 4, varias: 4 },
  ...{ deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, plusieurs: 4 },
};
const NUMBER = `(?<!\\p{L})(${Object.keys(COUNTS).join('|')})`;
/** Ends a sentence that says how many things follow, such as "Two things." or "… points to two weaknesses." */
const ENDS_WITH_COUNT = new RegExp(`${NUMBER}((?: \\p{L}+){0,2})[.:]$`, 'iu');
/** A number with the words after it. */
const COUNTED = new RegExp(`${NUMBER} ((?:\\p{L}+ ?){1,3})`, 'giu');
/** Things that are announced and then told one by one. */
export const TOLD_THINGS =
  /^(?:(?:\p{L}+ ){0,2}(?:reasons?|things|arguments|objections|risks|problems|points|conditions|demands|questions|steps|ways|kinds|types|sorts|options|rules|changes|goals|aims|causes|effects|weaknesses|strengths|advantages|drawbacks|differences|mistakes|possibilities)|(?:\p{L}+ )?(?:gründe|dinge|argumente|einwände|risiken|probleme|punkte|bedingungen|forderungen|fragen|schritte|arten|möglichkeiten|regeln|änderungen|ziele|ursachen|folgen|schwächen|stärken|vorteile|nachteile|fehler)|(?:razones|motivos|cosas|argumentos|objeciones|riesgos|problemas|puntos|condiciones|exigencias|preguntas|pasos|formas|maneras|tipos|clases|opciones|reglas|cambios|objetivos|causas|efectos|ventajas|inconvenientes|errores)|(?:\p{L}+ )?(?:raisons|choses|arguments|objections|risques|problèmes|points|conditions|exigences|questions|étapes|façons|manières|sortes|types|options|règles|changements|objectifs|causes|effets|avantages|inconvénients|erreurs))(?!\p{L})/iu;
/** "It lasted four months." announces nothing. */
const UNIT =
  /^(?:more |full |long |whole )?(?:years?|months|weeks|days|hours|minutes|seconds|times|met(?:re|er)s|kilomet(?:re|er)s|miles|feet|pounds|dollars|euros?|people|jahren?|monaten?|wochen|tagen?|stunden|minuten|sekunden|mal|meter|kilometer|personen|leute|años|meses|semanas|días|horas|minutos|metros|kilómetros|personas|ans|années|mois|semaines|jours|heures|mètres|kilomètres|personnes)$/iu;
const REASONS =
  /^(?:\p{L}+ ){0,2}(?:reasons?|causes?|gründe|ursachen|razones|motivos|causas|raisons)(?!\p{L})/iu;
/** Opens a sentence that counts itself. */
const ORDINAL_OPENER =
  /^["“‘«„]?(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|erstens|zweitens|drittens|viertens|primero|segundo|tercero|por último|en (?:primer|segundo|tercer) lugar|por un lado|por otro|d['’]abord|ensuite|enfin|premièrement|deuxièmement|troisièmement)(?=,|\s\p{Ll})(?! (?:of|place|prize|half|floor|class|time|aid)(?!\p{L}))/iu;
/** The same for a sentence after an announcement: "The other is that …". */
const COUNTED_ITEM =
  /^["“‘«„]?(?:(?:and |finally|last(?:ly)?,? )?(?:the|one|another)(?: (?:first|second|third|fourth|last|other))?(?: \p{L}+)? (?:is|was|are|were)|(?:der|die|das) (?:erste|zweite|dritte|letzte|andere)|(?:el|la) (?:primer[oa]?|segund[oa]|tercer[oa]?|últim[oa]|otr[oa])|(?:le|la|l['’]) ?(?:premi(?:er|ère)|deuxième|second|troisième|autre|dernier|dernière))(?!\p{L})/iu;
const MAX_COUNT = Math.max(...Object.values(COUNTS));
/** A sentence with so few words does nothing but announce; a longer one may only mention a number. */
const MAX_ANNOUNCING_WORDS = 6;
/** An announcement with this share of the question's terms is what it asks for. */
const MIN_COVERAGE = 0.5;
/** Sentences of a paragraph looked at for ordinals. */
const MAX_FOLLOWING = 8;

/** What a question asks to be told. */
interface AnnouncedQuestion {
  readonly question: ListQuestion;
  /** Whether it asks for reasons, which are often announced and then told one by one. */
  readonly asksWhy: boolean;
}

/**
 * A sentence such as "She sees two risks." with the sentences that tell them. It may be the best sentence, or stand before
 * or after it. Empty if nothing is announced, or if the question asks for one of the things.
 */
export function findAnnounced(
  asked: AnnouncedQuestion,
  best: Evidence,
  evidence: readonly Evidence[],
): readonly Evidence[] {
  const { question, asksWhy } = asked;
  const own = tellAnnounced(best, asked, evidence);
  if (own.length > 0 || !(question.asksForMany || asksWhy)) return own;
  const at = evidence.indexOf(best);
  // "The pool is closed. There are two reasons. …"
  const next = evidence[at + 1];
  if (next && isNextInParagraph(best, next)) {
    const told = tellAnnounced(next, asked, evidence);
    if (told.length > 0) return [best, ...told];
  }
  for (let back = 1; back <= MAX_COUNT; back += 1) {
    const [before, after] = [evidence[at - back], evidence[at - back + 1]];
    if (!before || !after || !isNextInParagraph(before, after)) break;
    const told = tellAnnounced(before, asked, evidence);
    const texts = told.slice(1).map(({ text, article }) => termsOf(text, article.language));
    const names = [...termsOf(before.text, before.article.language), ...headingTerms(before)];
    const isAsked = coverageOf(question, names) >= MIN_COVERAGE || !asksForOneOf(question, names, texts);
    if (told.includes(best) && isAsked) return told;
  }
  return ORDINAL_OPENER.test(best.text) ? findOrdinals(best, evidence) : [];
}

function tellAnnounced(
  announcement: Evidence,
  { question, asksWhy }: AnnouncedQuestion,
  evidence: readonly Evidence[],
): readonly Evidence[] {
  const count = readCount(announcement.text, question, asksWhy);
  const items = count === undefined ? [] : readItems(announcement, count, evidence);
  return items.length > 1 ? [announcement, ...items] : [];
}

/** How many things a sentence announces. */
function readCount(text: string, question: ListQuestion, asksWhy: boolean): number | undefined {
  // "Four things: a, b, c and d" has told them already.
  if (/[:：]\s*\S/u.test(text)) return undefined;
  const { terms, language, asksForMany } = question;
  const [, ending, things = ''] = ENDS_WITH_COUNT.exec(text) ?? [];
  const isShort = text.split(' ').length <= MAX_ANNOUNCING_WORDS;
  const announces =
    things.trim() === '' || TOLD_THINGS.test(things.trim()) || (isShort && !UNIT.test(things.trim()));
  if (ending !== undefined && announces && (isShort || asksForMany)) return COUNTS[ending.toLowerCase()];
  for (const [, count = '', counted = ''] of text.matchAll(COUNTED)) {
    const isAsked = termsOf(counted, language).some((own) =>
      terms.some((term) => hasTerm([own], term, language)),
    );
    const isTold =
      (asksForMany && (TOLD_THINGS.test(counted) || (isAsked && text.startsWith(count)))) ||
      (asksWhy && REASONS.test(counted));
    if (isTold) return COUNTS[count.toLowerCase()];
  }
  return undefined;
}

/** The sentences after an announcement that tell what it announces. */
function readItems(
  announcement: Evidence,
  count: number,
  evidence: readonly Evidence[],
): readonly Evidence[] {
  const following: Evidence[] = [];
  const from = evidence.indexOf(announcement) + 1;
  for (const next of evidence.slice(from, from + MAX_FOLLOWING)) {
    if (!isNextInParagraph(following.at(-1) ?? announcement, next)) break;
    following.push(next);
  }
  // The items may be paragraphs: "The first reason …".
  if (following.length === 0) return readParagraphs(announcement, count, evidence.slice(from));
  const last = following.findLastIndex(({ text }) => isCounted(text));
  return following.slice(0, Math.max(count, last + 1));
}

/** The first sentences of the next paragraphs, as long as each counts itself. */
function readParagraphs(
  announcement: Evidence,
  count: number,
  following: readonly Evidence[],
): readonly Evidence[] {
  const items: Evidence[] = [];
  let previous = announcement;
  for (const sentence of following) {
    if (items.length === count || !isDirectlyBefore(previous, sentence)) break;
    const isFirst = !isNextInParagraph(previous, sentence);
    if (isFirst && !isCounted(sentence.text)) break;
    if (isFirst) items.push(sentence);
    previous = sentence;
  }
  return items;
}

function isCounted(text: string): boolean {
  return ORDINAL_OPENER.test(text) || COUNTED_ITEM.test(text);
}

/** From the first to the last sentence of the paragraph that counts itself. */
function findOrdinals(best: Evidence, evidence: readonly Evidence[]): readonly Evidence[] {
  const at = evidence.indexOf(best);
  let [from, to] = [at, at];
  for (let place = at - 1; place >= 0 && at - place <= MAX_FOLLOWING; place -= 1) {
    const [before, after] = [evidence[place], evidence[place + 1]];
    if (!before || !after || !isNextInParagraph(before, after)) break;
    if (ORDINAL_OPENER.test(before.text)) from = place;
  }
  for (let place = at + 1; place < evidence.length && place - at <= MAX_FOLLOWING; place += 1) {
    const [before, after] = [evidence[place - 1], evidence[place]];
    if (!before || !after || !isNextInParagraph(before, after)) break;
    if (ORDINAL_OPENER.test(after.text)) to = place;
  }
  return to > from ? evidence.slice(from, to + 1) : [];
}
