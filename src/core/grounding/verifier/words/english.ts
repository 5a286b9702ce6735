// English words that decide whether a statement stays true when it is shortened. Used by the verifier.

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Words that make the clause around them negative. */
export const NEGATIVE = set(
  'no not never none nobody nothing nowhere neither nor without hardly barely scarcely rarely seldom few little',
);
/** Words after which a shorter phrase says more, so that nothing behind them may be left out. */
export const LIMITING = set(
  'only all every each any everyone everybody everything anyone anybody anything most both exclusively solely entirely always than too as so such enough same first last more less fewer least',
);
/** Words that open a condition, a wish or an exception. */
export const CONDITIONAL = set(
  'if unless whether provided providing supposing suppose assuming imagine should except otherwise lest when whenever until till once before after',
);
/** Verbs and adjectives that contain a negation. */
export const DENYING = set(
  'deny refuse forbid prohibit ban prevent doubt fail avoid stop exclude lack oppose unlikely impossible unable false wrong untrue disprove',
);
/** What says that the sentence before is not true: "this is wrong". */
export const UNTRUE = set(
  'not never no false wrong untrue incorrect invented fabricated deny reject dismiss doubt disprove retract invent nonsense rumour rumor hoax lie joke mistaken mistake error fake',
);
/** Neutral verbs of saying: they stand for each other, and for "according to". */
export const SAYING = set(
  'say tell state explain note add reply recall stress emphasize emphasise remark answer report write comment',
);
/** Other verbs that report what somebody says, thinks or wants. */
export const REPORTING = set(
  'claim allege believe think suggest expect hope fear want wish deny doubt insist argue warn accuse suspect promise testify predict estimate assume suppose imagine dream swear admit confirm announce ask demand order urge recommend advise propose plan intend call consider find feel show shout hear rumour rumor pretend mention see like offer agree threaten would caution complain point describe regard',
);
/** Adverbs that may be left out: the sentence says the same without them. */
export const OPTIONAL_ADVERBS = set(
  'also now still then too even again meanwhile however therefore thus moreover furthermore indeed instead yet already just since far soon later currently finally eventually',
);
/** Adjectives that may not be left out: a former mayor is not a mayor. */
export const FIXED_ADJECTIVES = set(
  'former alleged supposed so-called fake false would-be future potential possible likely unlikely ex late other another next previous second third fourth fifth least most more less fewer half double nearly almost about around roughly approximately maximum minimum average failed attempted planned proposed expected unopened unused earlier then acting deputy vice assistant suspected self-styled artificial toy imaginary fictional hypothetical mock imitation',
);
/** Words around a number that belong to it. */
export const AMOUNT = set(
  'about around roughly approximately nearly almost over under above below more less fewer than least most up to only exactly some every each per half at within between twice just',
);
/** Prepositions that open something which may not be left out. */
export const FIXED_PREPOSITIONS = set(
  'without except unless until till than as like within under over above below up per instead despite but versus besides minus between by',
);
/** Things whose content is not said to be true. */
export const FICTION = set(
  'song novel film movie play story tale legend myth dream book poem opera fairytale game joke series episode comic fable painting sketch draft theory example rumour rumor scenario version satire musical',
);
/** They make another name of the one behind them: North Korea is not Korea. */
export const NAME_PARTS = set(
  'north south east west northern southern eastern western central new old great greater upper lower saint st san santa los las el la le de van von vice deputy former acting anti non',
);
export const POSSESSIVE = set('his her its their my our your');
export const RELATIVE = set('who which where whose whom when that');
export const ANAPHORIC = set('this that it which these those');
/** Conjunctions that open a reason or a concession, which may be left out. */
export const OPTIONAL_CLAUSES = set('because although though while whereas since');
/** Ways to say one thing, checked by hand; each line is one group. */
export const SYNONYMS: readonly (readonly string[])[] = [
  ['start', 'begin'],
  ['every', 'each'],
  ['everyone', 'everybody'],
  ['nobody', 'no-one'],
  ['additional', 'extra'],
  ['sick', 'ill'],
  ['happen', 'occur'],
  ['choose', 'pick'],
  ['reply', 'answer'],
  ['big', 'large'],
  ['bigger', 'larger'],
  ['fridge', 'refrigerator'],
  ['phone', 'telephone'],
  ['photo', 'photograph'],
  ['car', 'automobile'],
  ['toward', 'towards'],
  ['afterward', 'afterwards'],
  ['town', 'municipality'],
  ['euro', '€'],
  ['dollar', '$'],
  ['hurt', 'injure'],
  ['attempt', 'try'],
  ['maybe', 'perhaps'],
  ['deliberately', 'intentionally'],
  ['work', 'labour'],
  ['buy', 'purchase'],
  ['nearly', 'almost'],
  ['receive', 'get', 'obtain'],
  ['collect', 'gather'],
  ['finish', 'complete'],
  ['found', 'establish'],
  ['increase', 'rise'],
  ['decrease', 'decline'],
  ['flat', 'apartment'],
  ['firm', 'company'],
  ['employee', 'worker'],
  ['resident', 'inhabitant'],
  ['shop', 'store'],
  ['author', 'writer'],
  ['fast', 'quick'],
  ['quickly', 'rapidly'],
  ['about', 'roughly', 'approximately'],
  ['although', 'though'],
  ['while', 'whereas'],
  ['postpone', 'delay'],
  ['provide', 'supply'],
  ['erect', 'build', 'construct'],
  ['illness', 'disease'],
  ['error', 'mistake'],
  ['whole', 'entire'],
  ['annual', 'yearly'],
  ['present', 'current'],
  ['reveal', 'disclose'],
  ['demolish', 'tear_down'],
  ['film', 'movie'],
  ['percent', '%'],
  ['bike', 'bicycle'],
  ['child', 'kid'],
  ['forbid', 'prohibit', 'ban'],
  ['require', 'need'],
  ['till', 'until'],
  ['repair', 'mend'],
  ['assist', 'help'],
  ['doctor', 'physician'],
  ['kilogram', 'kg', 'kilo'],
  ['gram', 'g'],
  ['kilometer', 'kilometre', 'km'],
  ['centimeter', 'centimetre', 'cm'],
  ['meter', 'metre', 'm'],
  ['remain', 'stay'],
  ['immediately', 'at_once'],
  ['allow', 'permit'],
];
/** Phrases that stand for one word. */
export const PHRASES: readonly (readonly [
  readonly string[],
  string,
  'ADV' | 'NOUN' | 'PRON' | 'ADP' | 'DET',
])[] = [
  [['at', 'once'], 'immediately', 'ADV'],
  [['at', 'present'], 'currently', 'ADV'],
  [['on', 'purpose'], 'deliberately', 'ADV'],
  [['no', 'one'], 'nobody', 'PRON'],
  [['#100', 'year'], 'century', 'NOUN'],
  [['free', 'of', 'charge'], 'free', 'ADV'],
  [['for', 'free'], 'free', 'ADV'],
  [['as', 'well'], 'also', 'ADV'],
  [['because', 'of'], 'due-to', 'ADP'],
  [['due', 'to'], 'due-to', 'ADP'],
  [['owing', 'to'], 'due-to', 'ADP'],
  [['in', 'addition'], 'also', 'ADV'],
  [['per', 'cent'], 'percent', 'NOUN'],
];
/** Pairs that say the opposite of each other, checked by hand; of synonyms, the first of their group. */
export const OPPOSITES: readonly (readonly [string, string])[] = [
  ['increase', 'fall'],
  ['increase', 'decrease'],
  ['before', 'after'],
  ['accept', 'reject'],
  ['open', 'close'],
  ['opens', 'closes'],
  ['allow', 'forbid'],
  ['win', 'lose'],
  ['support', 'oppose'],
  ['admit', 'deny'],
  ['more', 'less'],
  ['more', 'fewer'],
  ['larger', 'smaller'],
  ['larger', 'less'],
  ['higher', 'lower'],
  ['faster', 'slower'],
  ['agree', 'refuse'],
  ['approve', 'reject'],
  ['beginning', 'end'],
  ['minimum', 'maximum'],
  ['earliest', 'latest'],
  ['least', 'most'],
  ['north', 'south'],
  ['east', 'west'],
  ['a.m.', 'p.m.'],
  ['on', 'off'],
];
/** Units and periods: a number with another one of these says something else. */
export const UNITS = set(
  'second minute hour day week month year decade century millimeter centimeter meter kilometer inch foot mile yard gram kilogram kg g ton tonne liter litre percent dollar euro pound crown degree °c °f celsius fahrenheit kilobyte megabyte gigabyte terabyte',
);
/** Quantities: another one in the same place says something else. */
export const QUANTIFIERS = set('all some most many few no none every half several everyone nobody');
/** Participles and past forms that look like the base form: "was put". */
export const UNCHANGED = set(
  'bet bid burst cast come cost cut hit hurt let put quit read rid run set shed shut slit split spread thrust upset become overcome',
);
