// The words that decide whether a sentence says yes or no, by language. A word that isn't listed counts as content.

/** What a function word does in a clause. */
export type Role =
  /** Says nothing about yes or no: articles, "also", "here". */
  | 'neutral'
  /** "always", "everywhere". Neutral in a positive clause; "not always" isn't "no". */
  | 'universal'
  /** "any", "ever". Neutral in a question and in a negative clause. */
  | 'any'
  | 'negation'
  | 'be'
  | 'was'
  | 'do'
  | 'did'
  | 'have'
  | 'had'
  | 'will'
  /** Permits: "can", "allowed", "welcome". */
  | 'permit'
  | 'forbid'
  /** Demands. Its negation forbids: "must not". */
  | 'must'
  /** Demands. Its negation releases: "need not". */
  | 'need'
  | 'first-person'
  | 'second-person'
  | 'plural-person'
  /** People in general: "anyone". */
  | 'anyone'
  /** Says little where permission is asked: "bring a dog", "use flash". */
  | 'light'
  | 'and';

/** How a language asks and answers yes-no questions. */
export interface YesNoWords {
  readonly roles: ReadonlyMap<string, Role>;
  /** Words that open a yes-no question. */
  readonly openers: ReadonlySet<string>;
  /** Prepositions by class. Those of one class mean the same for our purpose: "in the yard", "to the yard". */
  readonly prepositions: ReadonlyMap<string, string>;
  /** Words with which a sentence never gets a verdict: conditions, exceptions, contrasts, doubts, reports. */
  readonly hedge: RegExp;
  /** Pronouns whose person or thing stands in another sentence. */
  readonly pronoun: RegExp;
  /** Opens a clause with a reason or a result, which doesn't change what the clause before it says. */
  readonly reason: RegExp;
  /** "Yes, …" and "No, …". */
  readonly yes: RegExp;
  readonly no: RegExp;
  readonly opposites: readonly (readonly [string, string])[];
  /** What a word may end with in one form and not in the other. */
  readonly endings: ReadonlySet<string>;
  /** Rewrites contractions and phrases as single listed words. The text is in lower case. */
  readonly rewrites: readonly (readonly [RegExp, string])[];
}

type WordLists = Readonly<Partial<Record<Role, string>>>;

const split = (list: string) => list.split(' ').filter((one) => one !== '');
const byWord = <T extends string>(lists: Readonly<Partial<Record<T, string>>>): ReadonlyMap<string, T> =>
  new Map(
    (Object.entries(lists) as [T, string][]).flatMap(([key, list]) => split(list).map((one) => [one, key])),
  );
const anyWord = (list: string) => new RegExp(`(?<!\\p{L})(?:${list})(?!\\p{L})`, 'iu');

const EN_ROLES: WordLists = {
  neutral: 'a an the also too here please sorry strictly absolutely generally there',
  universal: 'always everywhere all every each',
  any: 'any ever anywhere',
  negation: 'not no never nobody',
  be: 'is are am be being',
  was: 'was were',
  do: 'do does',
  did: 'did',
  have: 'have has',
  had: 'had',
  will: 'will shall',
  permit: 'can may allowed permitted welcome possible ok okay fine',
  forbid: 'forbidden prohibited banned',
  must: 'must',
  need: 'need needs needed required necessary haveto',
  'first-person': 'i me my',
  'second-person': 'you your',
  'plural-person': 'we us our',
  anyone: 'anyone anybody people',
  light: 'bring take use wear',
  and: 'and',
};
const EN: YesNoWords = {
  roles: byWord(EN_ROLES),
  openers: new Set(split('is are was were do does did can may must will has have am haveto')),
  prepositions: byWord({
    place: 'in inside at on into to onto',
    ...{ of: 'of', for: 'for', with: 'with', source: 'from off', by: 'by', than: 'than', about: 'about' },
    ...{
      near: 'near beside',
      under: 'under below',
      over: 'over above',
      through: 'through',
      during: 'during',
    },
    ...{ out: 'out outside', against: 'against', between: 'between', behind: 'behind' },
  }),
  hedge: anyWord(
    'but|except|unless|if|only|some|most|many|few|little|usually|normally|sometimes|often|rarely|seldom|until|or|nor|neither|either|partly|maybe|perhaps|probably|might|however|although|though|apart|besides|almost|nearly|hardly|barely|scarcely|while|whereas|before|after|provided|otherwise|instead|rather|unlike|without|whether|when|where|which|who|whose|as long as|other than|say|says|said|think|thinks|thought|believe|believes|claim|claims|claimed|deny|denied|denies|asked|hope|hopes|hoped|want|wants|wanted|plan|plans|planned|would|could|should|ought|supposed|expected|alleged|allegedly|reportedly|apparently|not all|not every|not always|not yet|not just|not necessarily|no more|no less|none',
  ),
  pronoun: anyWord('he|she|they|him|them|his|their|its|this|that|these|those|it|such|others?'),
  reason: /^(?:because|since|as|so)(?!\p{L})/u,
  yes: /^yes[,.:!]\s*/iu,
  no: /^no[,.:!]\s*/iu,
  opposites: [
    ['open', 'closed'],
    ['open', 'shut'],
    ['included', 'excluded'],
    ['true', 'false'],
  ],
  endings: new Set(['', 's', 'es', 'e', 'd', 'ed', 'ing', 'y', 'ies']),
  rewrites: [
    [/^r\b/gu, 'are'],
    [/\bu\b/gu, 'you'],
    [/\b(?:child|kids?)\b/gu, 'children'],
    [/\b(wo)?man\b/gu, '$1men'],
    [/\bcan(?:'t|not)\b/gu, 'can not'],
    [/\bwon't\b/gu, 'will not'],
    [/n't\b/gu, ' not'],
    [/\b(we|you|they)'re\b/gu, '$1 are'],
    [/\b(there|it|he|she|that)'s\b/gu, '$1 is'],
    [/\bno one\b/gu, 'nobody'],
    [/\bno longer\b/gu, 'not still'],
    [/\b(?:have|has) to\b/gu, 'haveto'],
    [/\bneeds? to\b/gu, 'need'],
    [/\b(is|was) it (?=allowed|permitted|possible|ok|okay|fine)/gu, '$1 '],
    [/\b(allowed|permitted|welcome|possible|ok|okay|fine|forbidden|required) to\b/gu, '$1'],
    [/\b(?:at all|under any circumstances|at any time)\b/gu, 'anywhere'],
    [/\bat all times\b/gu, 'always'],
    [/\bthere (?=is|are|was|were|will)\b/gu, 'exists '],
    [/\b(is|are|was|were) there\b/gu, '$1 exists'],
  ],
};

const DE_ROLES: WordLists = {
  neutral:
    'der die das den dem des ein eine einen einem einer eines auch hier bitte leider grundsätzlich es dabei da',
  universal: 'immer überall jederzeit stets alle jeder jede jedes',
  any: 'irgendwo irgendwelche jemals',
  negation: 'nicht kein keine keinen keinem keiner keines nie niemals niemand nirgends',
  be: 'ist sind bin bist seid sein',
  was: 'war waren',
  have: 'hat haben habe habt',
  had: 'hatte hatten',
  will: 'wird werden werde',
  permit: 'kann können darf dürfen erlaubt gestattet willkommen möglich zugelassen ok okay',
  forbid: 'verboten untersagt',
  need: 'muss müssen nötig notwendig erforderlich brauche braucht brauchen benötigt benötige benötigen',
  'first-person': 'ich mich mir mein meine meinen meinem meiner',
  'second-person': 'du dich dir dein deine deinen deinem ihr euch euer eure euren ihnen',
  'plural-person': 'wir uns unser unsere unseren unserem',
  anyone: 'man jemand leute',
  light:
    'mitbringen bringen mitnehmen mitgebracht nehmen benutzen benutzt nutzen genutzt verwenden verwendet tragen',
  and: 'und sowie',
};
const DE: YesNoWords = {
  roles: byWord(DE_ROLES),
  openers: new Set(
    split(
      'ist sind bin war waren kann können darf dürfen muss müssen hat haben habt gibt wird werden kostet braucht brauche nimmt nehmt verkauft verkaufen akzeptiert',
    ),
  ),
  prepositions: byWord({
    place: 'in im ins am an ans auf zum zur zu',
    ...{ of: 'von vom', for: 'für fürs', with: 'mit', than: 'als', about: 'über', under: 'unter' },
    ...{ near: 'neben bei beim', out: 'außerhalb aus', through: 'durch', against: 'gegen', by: 'per' },
    ...{ during: 'während', behind: 'hinter', between: 'zwischen' },
  }),
  hedge: anyWord(
    'aber|außer|ausgenommen|wenn|falls|nur|manche|einige|viele|wenige|wenig|meist|meistens|normalerweise|manchmal|oft|selten|bis|ab|vor|nach|oder|weder|noch|entweder|teilweise|teils|vielleicht|wahrscheinlich|jedoch|doch|sondern|obwohl|sofern|solange|sonst|während|fast|beinahe|kaum|bevor|stattdessen|statt|ohne|ob|die meisten|sagt|sagte|sagen|meint|meinte|glaubt|glaubte|behauptet|soll|sollen|sollte|sollten|würde|würden|könnte|könnten|möchte|will|wollen|wollte|plant|angeblich|offenbar|nicht alle|nicht immer|nicht jeder|nicht jede|noch nicht|nicht nur|mehr als|weniger',
  ),
  pronoun: anyWord(
    'er|sie|ihn|ihm|ihre?[nmrs]?|seine?[nmrs]?|diese[rsnm]?|dies|jene[rsnm]?|solche[rn]?|andere[rn]?',
  ),
  reason: /^(?:weil|da|denn|sodass|deshalb|daher)(?!\p{L})/u,
  yes: /^ja[,.:!]\s*/iu,
  no: /^nein[,.:!]\s*/iu,
  opposites: [
    ['geöffnet', 'geschlossen'],
    ['offen', 'geschlossen'],
    ['offen', 'zu'],
    ['wahr', 'falsch'],
  ],
  endings: new Set(['', 'e', 'n', 'en', 's', 'es', 't', 'er']),
  rewrites: [
    [/\bnicht mehr\b/gu, 'nicht noch'],
    [/\b(darf|kann)st\b/gu, '$1'],
    [/\bkönnt\b/gu, 'können'],
    [/(?<!\p{L})dürft(?!\p{L})/gu, 'dürfen'],
  ],
};

const ES_ROLES: WordLists = {
  neutral: 'el la los las un una unos unas también aquí por favor se',
  universal: 'siempre todo toda todos todas',
  any: 'algún alguna',
  negation: 'no nunca jamás ningún ninguna ninguno nadie',
  be: 'es son está están',
  was: 'era eran fue fueron estaba estaban',
  have: 'ha han',
  had: 'había habían',
  will: 'será serán habrá',
  permit:
    'permitido permitida permitidos permitidas permite permiten puede pueden puedo podemos posible bienvenido bienvenida bienvenidos bienvenidas',
  forbid: 'prohibido prohibida prohibidos prohibidas prohíbe prohíben',
  must: 'debe deben debo',
  need: 'necesario necesaria obligatorio obligatoria',
  'first-person': 'yo mi mis me',
  'second-person': 'tu tus su sus usted ustedes tú',
  'plural-person': 'nosotros nuestro nuestra',
  anyone: 'uno gente',
  light: 'traer llevar usar utilizar tomar hacer',
  and: 'y e',
};
const ES: YesNoWords = {
  roles: byWord(ES_ROLES),
  openers: new Set(
    split(
      'es son está están hay puedo puede pueden podemos se tiene tienen cuesta acepta aceptan fue era venden vende',
    ),
  ),
  prepositions: byWord({
    place: 'en a al',
    ...{ of: 'de del', for: 'para', with: 'con', source: 'desde', than: 'que', by: 'por', about: 'sobre' },
  }),
  hedge: anyWord(
    'pero|salvo|excepto|si|solo|sólo|solamente|algunos|algunas|muchos|muchas|pocos|pocas|normalmente|a veces|hasta|o|u|ni|quizás|quizá|aunque|menos|casi|apenas|mientras|antes|después|cuando|donde|sin|sino|tampoco|todavía no|aún no|dijo|dice|dicen|cree|afirma|quiere|quieren|podría|debería|no todos|no siempre|fuera',
  ),
  pronoun: anyWord('él|ella|ellos|ellas|lo|le|les|est[eao]s?|es[eao]s?|otr[oa]s?'),
  reason: /^(?:porque|ya que|así que|puesto que)(?!\p{L})/u,
  yes: /^sí[,.:!]\s*/iu,
  no: /^no[,.:!]\s*/iu,
  opposites: [
    ['abierto', 'cerrado'],
    ['abierta', 'cerrada'],
  ],
  endings: new Set(['', 's', 'es', 'n', 'o', 'a', 'os', 'as']),
  rewrites: [],
};

const FR_ROLES: WordLists = {
  neutral: "le la les l' un une des du d' aussi ici il on y s' estce",
  universal: 'toujours partout tout toute tous toutes',
  any: '',
  negation: 'pas jamais aucun aucune personne',
  be: 'est sont être',
  was: 'était étaient',
  have: 'a ont',
  had: 'avait avaient',
  will: 'sera seront',
  permit:
    'autorisé autorisée autorisés autorisées permis permise admis admise admises peut peux peuvent possible bienvenu bienvenue bienvenus bienvenues',
  forbid: 'interdit interdite interdits interdites défendu',
  must: 'doit doivent dois faut',
  need: 'nécessaire obligatoire',
  'first-person': 'je mon ma mes',
  'second-person': 'vous votre vos tu ton ta tes',
  'plural-person': 'nous notre nos',
  anyone: '',
  light: 'apporter amener emmener utiliser porter prendre',
  and: 'et',
};
const FR: YesNoWords = {
  roles: byWord(FR_ROLES),
  openers: new Set(split('estce est sont y peut peux faut a avez as')),
  prepositions: byWord({
    place: 'à au aux dans en sur',
    ...{ of: 'de', for: 'pour', with: 'avec', by: 'par', than: 'que', near: 'près' },
  }),
  hedge: anyWord(
    "mais|sauf|si|seulement|certains|certaines|beaucoup|peu|parfois|souvent|jusqu|ou|ni|peut-être|cependant|presque|avant|après|tandis|quand|où|sans|hors|pas encore|pas tous|pas toujours|ne [^,.]* que|n'[^,.]* que|dit|disent|croit|affirme|veut|veulent|pourrait|devrait",
  ),
  pronoun: anyWord('elles?|ils|ce|cet|cette|ces|cela|ça|lui|leurs?|autres?'),
  reason: /^(?:car|parce qu|puisqu|donc)/u,
  yes: /^oui[,.:!]\s*/iu,
  no: /^non[,.:!]\s*/iu,
  opposites: [
    ['ouvert', 'fermé'],
    ['ouverte', 'fermée'],
  ],
  endings: new Set(['', 's', 'e', 'es', 'x']),
  rewrites: [
    [/est-ce qu(?:e\b|')/gu, 'estce '],
    [/(?<!\p{L})n'|(?<!\p{L})ne(?!\p{L})/gu, ' '],
    [/y a-t-il/gu, 'y a'],
    [/(?:une|la|chaque|par) personne/gu, 'quelqu’un'],
    [/puis-je/gu, 'peux je'],
    [/-t-|-(?=(?:on|il|elle|vous|tu|je)(?!\p{L}))/gu, ' '],
    [/(?<!\p{L})([ldsj])'/gu, "$1' "],
  ],
};

/** By ISO 639-1 code. */
export const YES_NO_WORDS: Readonly<Record<string, YesNoWords>> = { en: EN, de: DE, es: ES, fr: FR };
