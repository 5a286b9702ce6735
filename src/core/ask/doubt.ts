// Rules by which the best sentences don't answer, although the ranking finds them likely.
import type { Ranking } from '../ports.js';

/** A name or number is found near any subject, so such an answer needs more than a weak match. */
const WEAK_CONFIDENCE = 0.3;
const WEAK_COVERAGE = 0.52;
/** Below every threshold. */
const DOUBTFUL_SHARE = 0.3;
/** One of so many best sentences must name what is asked for. */
const SENTENCES_READ = 2;

/** What people ask about a person, and how sentences that tell it are worded. */
const PERSONAL_FACTS: readonly { readonly asked: RegExp; readonly told: RegExp }[] = [
  {
    asked: /how old|(?<!\p{L})wie alt|qué edad|que edad|cu[aá]ntos años|quel [aâ]ge/iu,
    told: /(?<!\p{L})(?:years?|aged?|born|old(?:er|est)?|jahre?n?|alter|geboren|jährige?r?|años?|edad|naci\p{L}+|ans|[aâ]gée?|née?)(?!\p{L})|-year|jährig|(?<!\p{L})(?:at|aged|was) (?:\p{L}*teen|twelve|eleven|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)|[,(] ?\d{1,3} ?[,).]|(?<!\p{L})(?:at|was|is|turned|mit|à|con) \p{N}{1,3}(?!\p{N}|[:.,]\p{N})/iu,
  },
  {
    asked: /(?<!\p{L})(?:born|birthday|birthplace|geboren|geburtstag|nació|nacio|nacid[oa]|née?)(?!\p{L})/iu,
    told: /(?<!\p{L})(?:born|birth\p{L}*|geb\p{L}+|naci\p{L}*|nació|née?|naissance|native|grew up|stammt)(?!\p{L})/iu,
  },
  {
    asked:
      /(?:where|in which (?:town|city)) (?:does|do|did|is) .*(?<!\p{L})(?:live|living)(?!\p{L})|(?<!\p{L})wo (?:wohnt|lebt)|dónde vive|donde vive|où (?:vit|habite)/iu,
    told: /(?<!\p{L})(?:live[sd]?|living|home|house|flat|resid\p{L}+|moved|wohn\p{L}*|leb\p{L}+|zuhause|viv\p{L}+|casa|habit\p{L}+|(?:who|she|he) is from)(?!\p{L})/iu,
  },
  {
    asked:
      /(?:does|did|do|has|have) (?:\p{L}+ ){1,3}(?:have |got )?(?:any )?(?:kids|children)(?!\p{L})|(?<!\p{L})hat (?:\p{L}+ ){1,3}kinder|tiene (?:\p{L}+ )*hijos/iu,
    told: /child|kid|(?<!\p{L})(?:son|sons|daughters?|mother|father|kinder|kind|tochter|sohn|söhne|töchter|hij[oa]s?|padre|madre)(?!\p{L})/iu,
  },
  {
    asked:
      /(?<!\p{L})(?:studied|studiert|studierte|estudia|estudió|estudio|étudié)(?!\p{L})|(?:which|what) (?:school|university|college)/iu,
    told: /stud|uni|school|college|schul|ausbildung|escuela|colegio|école|learn|train|lern|aprend|graduat/iu,
  },
  {
    asked: /(?:which|what) (?:political )?party (?:is|does|are)|welche[rn]? partei/iu,
    told: /part(?:y|ei)|member of|mitglied|democrat|conservative|liberal|labour|green|liste(?!n)/iu,
  },
  {
    asked:
      /how much (?:does|do|did) (?:\p{L}+ ){1,4}(?:earn|make)|(?:salary|wage) of|wie ?viel verdient|cu[aá]nto (?:cobra|gana)|combien gagne/iu,
    told: /earn|salar|wage|paid|pays?(?!\p{L})|verdien|gehalt|lohn|cobra|gana|sueldo|gagn|salaire|[£$€]|euros?/iu,
  },
  {
    asked:
      /(?:when|how|where) did (?:\p{L}+ ){1,3}die(?!\p{L})|what did (?:\p{L}+ ){1,3}die of|wann (?:ist|starb)(?: \p{L}+){1,3} ?(?:gestorben)?$|cu[aá]ndo muri[oó]/iu,
    told: /die[sd]|death|dead|dying|killed|starb|gestorben|tod|tot|muri|muert|mort|funeral/iu,
  },
];

/**
 * The ranking with less confidence where its best sentences don't name what is asked for, or where an answer of the
 * right kind stands in a sentence on another subject.
 * @param isLeaning whether the question leans on the conversation, so that its own words say little
 */
export function doubtRanking(question: string, ranking: Ranking, isLeaning: boolean): Ranking {
  const { sentences, confidence } = ranking;
  const [best] = sentences;
  if (!best) return ranking;
  const signals = best.signals;
  const isWeak =
    !isLeaning &&
    confidence < WEAK_CONFIDENCE &&
    signals?.hasAnswerType === true &&
    signals.looseCoverage < WEAK_COVERAGE;
  const told = sentences
    .slice(0, SENTENCES_READ)
    .map(({ start, end, match }) => match.article.text.slice(start, end))
    .join('\n');
  const isUntold = PERSONAL_FACTS.some((fact) => fact.asked.test(question) && !fact.told.test(told));
  return isWeak || isUntold
    ? { ...ranking, confidence: confidence * DOUBTFUL_SHARE * (isUntold ? 0.3 : 1) }
    : ranking;
}
