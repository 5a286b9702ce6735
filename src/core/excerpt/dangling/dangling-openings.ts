// Decides by its first words whether a sentence needs the one before it, in any language.
import type { Token } from '../../grounding/verifier/parse/token.js';

const OPENING =
  /^["“„«»]?(?:he|she|it|they|him|her|his|its|their|this|these|those|such|er|sie|es|ihm|ihr|ihre[rnms]?|sein|seine[rnms]?|diese[rnms]?|jene[rnms]?|beide|beiden|dies|das (?:ist|war|sei|hat)|dabei|dazu|dafür|damit|dadurch|daraufhin|dort|deshalb|daher|dann|ebenso|ebenfalls|(?:für|mit|bei|von|zu|auf|an|gegen|ohne|nach|neben|vor|hinter) (?:ihn|ihm|sie|ihr|ihnen|beide|beiden)|darum|deswegen|trotzdem|dennoch|außerdem|zudem|allerdings|jedoch|dagegen|hingegen|stattdessen|danach|anschließend|inzwischen|il|elle|ils|elles|ce|cet|cette|ces|cela|ça|son|sa|ses|leur|leurs|celui|celle|ceux|él|ella|ellos|ellas|este|esta|estos|estas|ese|esa|esos|esas|esto|eso|aquel|su|sus|ambos|ambas|lui|lei|essi|loro|questo|questa|questi|queste|ele|ela|eles|elas|isso|isto|esse|essa|он|она|оно|они|это|эта|этот|эти)(?![\p{L}])/iu;

/** "Three years later, …", "Am nächsten Tag …": counts from a time in the sentence before. */
const TIME_SHIFT =
  /^(?:(?:(?:about|some|only|just|nearly|almost|more than) )?(?:[\p{L}\p{N}-]+ ){1,3}(?:hours?|days?|weeks?|months?|years?|decades?|minutes?) (?:later|earlier|afterwards?|after that|before that)|later that \p{L}+|(?:on |at |in )?the (?:next|following|same|previous) (?:\p{L}+day|day|morning|afternoon|evening|night|week|month|year|time)|from then on|since then|until then|by then|at that (?:time|point|moment)|(?:[\p{L}\p{N}]+ ){1,3}(?:Stunden?|Tage?|Wochen?|Monate?|Jahre?|Jahrzehnte?) (?:später|zuvor|danach|vorher)|am (?:nächsten|folgenden|selben|gleichen) \p{L}+|seitdem|seither|bis dahin|von da an|(?:[\p{L}\p{N}]+ ){1,3}(?:horas?|días?|semanas?|mes|meses|años?) (?:después|más tarde|antes)(?! de)|al día siguiente|al año siguiente|desde entonces|hasta entonces|(?:[\p{L}\p{N}]+ ){1,3}(?:heures?|jours?|semaines?|mois|ans?|années?) (?:plus tard|après|auparavant)|le lendemain|l['’]année suivante|depuis lors|dès lors)(?!\p{L})/iu;

/** The first words of a sentence in any language, if they point at the sentence before. */
export function findDanglingOpening(sentence: string): string | undefined {
  return OPENING.exec(sentence)?.[0] ?? TIME_SHIFT.exec(sentence)?.[0];
}

/** "Aufgeschrieben hat sie das Rezept nie": no noun stands in front of the pronoun. A name at the start isn't what it means. */
export function hasGermanPronounAlone(sentence: string): boolean {
  const pronoun = /(?<![\p{L}„"])(?:er|sie|ihn|ihm|ihnen)(?!\p{L})/u.exec(sentence);
  return pronoun !== null && !/(?<=\s|[„"])\p{Lu}\p{L}/u.test(sentence.slice(0, pronoun.index));
}

/** The text at the start, without articles: tokens don't have them. */
export function isTimeShift(tokens: readonly Token[]): boolean {
  const opening = tokens
    .slice(0, 7)
    .map(({ text, article }) => (article ? `${article} ${text}` : text))
    .join(' ');
  return TIME_SHIFT.test(opening);
}
