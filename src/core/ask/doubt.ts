// Rules by which the best sentences don't answer, although the ranking finds them likely.
import type { RankedSentence, Ranking } from '../ports.js';

/** A name or number is found near any subject, so such an answer needs more than a weak match. */
const WEAK_CONFIDENCE = 0.3;
const WEAK_COVERAGE = 0.52;
/** Below every threshold. */
const DOUBTFUL_SHARE = 0.3;
/** "Who …?" is answered by somebody: without a person or group, a sentence answers only if hardly any other could. */
const WHO =
  /^\W*(?:and |und |y |et )?(?:who|who['’]?s|whose|whom|by whom|quién|quien|quiénes|por quién|qui)(?!\p{L})(?! (?:is|was|are|were|es|era|son|est|était) \p{Lu})/iu;
/** Another sentence with a person takes the place of the best one if it has this share of its relevance. */
const NEAR_SHARE = 0.5;
const TIMES =
  'January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?';
const PLACE_WORDS =
  '[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Tt]o|[Oo]n|[Ss]ince|[Uu]ntil|[Ee]n|[Dd]esde|[Hh]asta|[Àà]|[Aa]u|[Dd]ans|[Dd]epuis';
/** A capitalized word inside a sentence, but not a place, "in Pell", or a time. */
const NAME = new RegExp(
  String.raw`(?<=\p{L}[,:;]? ["“«]?)(?<!(?<!\p{L})(?:${PLACE_WORDS}) )(?!(?:${TIMES}|I)(?!\p{L}))\p{Lu}\p{L}+|^["“«]?(?!(?:${PLACE_WORDS}|${TIMES}) )\p{Lu}[\p{L}.'’-]+,? (?:\p{Lu}\p{L}+|\d{1,3},|sa(?:id|ys))`,
  'u',
);
const PERSON_OR_GROUP =
  /(?<!\p{L})(?:i|we|he|she|they|us|him|her|them|my|our|his|nous|il|elle|ils|elles|on|nosotros|él|ella|ellos|ellas|mi|mis|mon|ma|mes|notre|nuestro|nuestra|(?!(?:septem|octo|novem|decem)ber|never|over|under|after|other|water|later|every|number|summer|winter|order|paper|river|either|whether|rather|together|for|floor|door)\p{L}{2,}(?:er|or|ist|ian|ant|man|woman|ess)s?|\p{L}{2,}(?:men|women)|people|person|child|children|kids?|staff|crew|team|group|party|council|committee|board|charity|jury|company|firm|association|club|society|government|ministry|university|school|college|police|army|church|county|town|city|state|fund|foundation|family|families|parents?|friends?|couple|son|chief|king|queen|public|residents?|students?|\p{L}+(?:dor|dora|dores|ista|istas|ero|era|eros)|grupo|equipo|vecin[oa]s?|alcalde|alcaldesa|ayuntamiento|gobierno|empresa|asociación|cooperativa|escuela|universidad|policía|iglesia|familias?|herman[oa]s?|padres?|madre|hij[oa]s?|amig[oa]s?|gente|niñ[oa]s?|abuel[oa]s?|\p{L}+(?:eur|euse|eurs|trice|iste|istes|ien|ienne)|groupe|équipe|mairie|maire|gouvernement|entreprise|école|université|église|famille|frère|sœur|père|mère|gens|enfants?)(?!\p{L})/iu;
const READABLE: ReadonlySet<string> = new Set(['en', 'es', 'fr']);
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
 * right kind stands in a sentence on another subject. Of nearly equal sentences, one that names somebody comes first if
 * that is asked for.
 * @param isLeaning whether the question leans on the conversation, so that its own words say little
 */
export function doubtRanking(question: string, found: Ranking, isLeaning: boolean): Ranking {
  const asksWho = WHO.test(question);
  const ranking = asksWho ? preferPerson(found) : found;
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
  const lacksPerson = asksWho && !namesSomebody(best);
  return isWeak || isUntold || lacksPerson
    ? { ...ranking, confidence: confidence * DOUBTFUL_SHARE * (isUntold ? 0.3 : 1) }
    : ranking;
}

/** Puts the first sentence that names a person or group in front, if it is nearly as relevant as the best one. */
function preferPerson(ranking: Ranking): Ranking {
  const { sentences } = ranking;
  const [best] = sentences;
  if (!best || namesSomebody(best)) return ranking;
  const other = sentences.find(
    (one) =>
      one.relevance >= best.relevance * NEAR_SHARE &&
      namesSomebody(one) &&
      coverageIn(one) >= coverageIn(best),
  );
  if (!other) return ranking;
  const first = { ...other, relevance: best.relevance };
  return { ...ranking, sentences: [first, ...sentences.filter((one) => one !== other)] };
}

/** German capitalizes every noun, so that there a name can't be told. */
function namesSomebody({ start, end, match: { article } }: RankedSentence): boolean {
  const isRow = article.structure?.some((span) => span.kind === 'row' && span.start === start) === true;
  if (isRow || !READABLE.has(article.language)) return true;
  const text = article.text.slice(start, end);
  return NAME.test(text) || PERSON_OR_GROUP.test(text);
}

function coverageIn({ signals }: RankedSentence): number {
  return signals?.coverage ?? 0;
}
