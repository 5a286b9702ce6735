// Counts references without a target in finished summaries: a script of its own, so that it doesn't share the mistakes of
// the code that avoids them.
import type { SummaryLine } from '../../../src/core/answer.js';

const PRONOUN_OPENING =
  /^["“„«]?(?:he|she|it|they|him|her|his|its|their|them|this|that|these|those|such|both|neither|either|the (?:former|latter|pair|duo|trio|two(?! (?:\p{L}+ )?(?:\p{L}+ )?(?:who|that|of))|others?)|another|others|one of them)\b/iu;
const CONNECTIVE_OPENING =
  /^["“„«]?(?:but|and|so(?! far)|yet|or|meanwhile|however|moreover|furthermore|also|then|therefore|thus|instead(?! of)|otherwise|still|nevertheless|in addition(?! to)|for example|as a result)\b[, ]/iu;
const SUBJECT_PRONOUN = /(?:^|[,;] |["”] |that |when |after |because |while )(?:he|she|they)\b/iu;
const SHELL =
  /\b[Tt]he (figure|figures|move|decision|announcement|incident|allegations?|claims?|comments?|remarks?|statement|idea|issue|proposal|request|ruling|plan|news|man|woman|couple|attack)\b(?! (?:of|to|that|which|who|in|on|at|for|by|from|about|against|with|over|between))/gu;
const ANSWERING = /\b(?:replied|retorted|responded|disagreed)\b(?! (?:to|that|with|on))/u;
const EXPLETIVE =
  /^["“]?it(?:'s| is| was| (?:will|may|might|would|could) be| has been| takes| took| seems| appears| remains)\b.*\b(?:that|to|whether|how|if|since|\d+ years)\b/iu;
const DEICTIC =
  /^["“]?(?:th(?:is|at|ese|ose)) (?:days|weeks|week|month|year|morning|afternoon|evening|night|day|time|spring|summer|autumn|fall|winter|season|weekend|century|decade)\b/iu;

/** What is wrong with a line; undefined if it can be read after the lines before it. */
export function findDangling(line: SummaryLine, before: readonly SummaryLine[]): string | undefined {
  const { text } = line;
  const shown = before.map((one) => one.text.toLowerCase()).join(' ');
  if (
    PRONOUN_OPENING.test(text) &&
    !EXPLETIVE.test(text) &&
    !DEICTIC.test(text) &&
    !/^both .* and /iu.test(text)
  ) {
    const opening = PRONOUN_OPENING.exec(text)?.[0] ?? '';
    // "Its latest report, Acme said": the name follows in the same clause.
    return `opens with “${opening}”`;
  }
  const connective = CONNECTIVE_OPENING.exec(text)?.[0];
  if (connective) return `opens with “${connective.trim()}”`;
  const pronoun = SUBJECT_PRONOUN.exec(text);
  if (
    pronoun &&
    !/\p{Lu}\p{Ll}+|\b(?:man|woman|girl|boy|people|officials|police|authorities|workers|\p{L}+(?:ers|ors|ists|ants|ents|ian|men|women))\b/u.test(
      text
        .slice(0, pronoun.index + 1)
        .replace(
          /^(?:The|A|An|In|On|At|When|If|As|For|No|But|And|It|Because|After|While|Since|Then|Now|Not)\b/u,
          '',
        ),
    )
  )
    return `“${pronoun[0].trim()}” without a name`;
  for (const [found, noun = ''] of text.matchAll(SHELL)) {
    const own = text.slice(0, text.indexOf(found)).toLowerCase();
    const stem = noun.toLowerCase().replace(/s$/u, '');
    if (!shown.includes(stem) && !own.includes(stem)) return `“${found}”`;
  }
  const answering = ANSWERING.exec(text)?.[0];
  return answering ? `“${answering}”` : undefined;
}
