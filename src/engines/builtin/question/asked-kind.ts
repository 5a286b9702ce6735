// Kinds of answer that can be recognized by their form. They are narrower than entity types: an age is more than a
// number, and "50 metres long" doesn't say how deep. In English, German, Spanish and French.

/** A kind of answer, how it is asked for and how a sentence gives it. */
interface AskedKind {
  readonly asked: RegExp;
  /** Whether the sentence may give it. */
  readonly mayGive: (sentence: string, question: string) => boolean;
}

const words = (list: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, 'iu');
const test = (pattern: RegExp) => (sentence: string) => pattern.test(sentence);

const NUMBER_WORD =
  '(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\\p{L}+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}+teen|(?:\\p{L}+und)?(?:zwanzig|dreißig|\\p{L}+zig)|zwei|drei|vier|fünf|sechs|sieben|acht|neun|\\p{L}*zehn|elf|zwölf|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\\p{L}+nta(?: y \\p{L}+)?|veinti?\\p{L}+|deux|trois|quatre|cinq|sept|huit|neuf|dix|vingt(?:-\\p{L}+)?|\\p{L}+ante(?:-\\p{L}+)?)';
const AGE_NUMBER = `(?:1[0-2]\\d|[1-9]?\\d|${NUMBER_WORD})`;
/** What may follow a number that stands for an age, without a unit. */
const AGE_END =
  '(?=\\s*(?:[,.;:)“”"»–—]|$)|\\s(?:and|und|y|et|when|als|cuando|quand|i|he|she|they|we|ich|er|sie|yo|je)(?!\\p{L}))';
const AGE = new RegExp(
  [
    // "67 years old", "34-jährige", "sechs Jahre alt", "months old"
    `${AGE_NUMBER}[\\s-]*(?:years?|months?|weeks?|days?|hours?|jahre?|monate?|wochen?|tage?|stunden?)[\\s-](?:old|alt|of age)`,
    `${AGE_NUMBER}-?jährig`,
    `(?:years?|months?|decades|centur(?:y|ies)|jahre?|monate?|jahrhunderte)[\\s-](?:old|alt)`,
    `(?<!\\p{L})(?:age[ds]?|im alter|alter von|edad|âge|âgée?s?|born|birth\\p{L}*|geboren\\p{L}*|geburtstag|naci\\p{L}*|nació|née?s?|cumpl\\p{L}+|teenagers?|newborn|toddler|in (?:his|her|their) (?:\\p{L}+[ -])?(?:teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|\\d0s))(?!\\p{L})`,
    // "all of his 67 years"
    `(?<!\\p{L})(?:his|her|their)\\s(?:\\p{L}+\\s)?${AGE_NUMBER}\\syears(?!\\p{L})`,
    // "turned forty", "is 83", "mit 43", "at forty-three"
    `(?:^[^\\p{L}\\p{N}]*|['’][sm]\\s)${AGE_NUMBER}${AGE_END}`,
    `(?<!\\p{L})(?:turn(?:s|ed|ing)?|at|am|is|are|was|were|now|nearly|almost|just|only|ist|sind|war|wird|wurde|mit|es|son|tiene|a los|a|est)\\s${AGE_NUMBER}${AGE_END}`,
    // "Osei, 67, called", "Lena (9)"
    `[,(]\\s*(?:now\\s)?${AGE_NUMBER}\\s*[,)]`,
    `(?<!(?:durante|desde hace|hace|en|por|cada|tras|después de|últimos)\\s)(?<![\\p{L}\\p{N}])${AGE_NUMBER} años(?!\\p{L})`,
    `(?<!(?:pendant|depuis|il y a|en|pour|durant|tous les|après|les)\\s)(?<![\\p{L}\\p{N}])${AGE_NUMBER} ans(?!\\p{L})`,
  ].join('|'),
  'iu',
);
const YEAR = /(?<!\p{N})(?:1\d|20)\d\d(?!\p{N})/u;
const PERSON = words('he|she|him|her|his|er|él|ella|il|elle|who|wer|quién|qui');

const ORIGIN = words(
  'born|built|founded|opened|established|constructed|launched|dates?|since|gebaut|erbaut|errichtet|gegründet|eröffnet|stammt|seit|fundad[oa]|construid[oa]|desde|construite?|fondée?|depuis',
);

/** The year in which a thing was made tells its age. The year of something else that happened doesn't. */
function mayGiveYear(sentence: string, question: string): boolean {
  if (!YEAR.test(sentence) || PERSON.test(question)) return false;
  return (question.match(FULL_NAME) ?? []).length === 0 || ORIGIN.test(sentence);
}

/** A name of two words or more. */
const FULL_NAME = /\p{Lu}[\p{L}\p{M}’'-]+(?:\s\p{Lu}[\p{L}\p{M}’'-]+)+/gu;
/** Words that may stand for somebody who is named elsewhere. */
const STANDS_FOR = words('i|he|she|him|it|ich|er|sie|ihm|ihn|yo|él|ella|je|elle|il');
/** A shorter sentence is an answer in an interview: "Sixty-seven." */
const MIN_NAMING_WORDS = 4;

/** Whether the question names somebody, and the sentence neither names nor means that person. */
function isAboutSomeoneElse(sentence: string, question: string): boolean {
  const names = (question.match(FULL_NAME) ?? []).flatMap((name) => name.split(/\s/u));
  if (names.length === 0 || sentence.split(/\s+/u).length < MIN_NAMING_WORDS) return false;
  return !STANDS_FOR.test(sentence) && !names.some((name) => sentence.includes(name.replace(/['’]s$/u, '')));
}

const LENGTH_UNIT =
  '(?:km|cm|mm|ft|met(?:er|re)s?n?|kilomet(?:er|re)s?n?|centimet(?:er|re)s?|millimet(?:er|re)s?|feet|foot|inch(?:es)?|miles?|yards?|fathoms?|stor(?:ey|ie)s|floors|zentimetern?|millimetern?|fuß|stockwerke?n?|metros?|kilómetros?|centímetros?|mètres?|kilomètres?|centimètres?|étages?|hectares?|acres?|hektar|hectáreas?)';
/** A number with a unit of length, and the word after it. */
const LENGTH = new RegExp(
  `(?:(?:\\p{N}|(?<!\\p{L})(?:${NUMBER_WORD}|half|hundred|thousand|several|few|some|many|einige|hundert|tausend|cien|mil|cent|mille))[\\s-]?${LENGTH_UNIT}|\\p{N}\\s?m)(?![\\p{L}\\p{N}])(?:[\\s-](?:de )?(?<label>\\p{L}+))?`,
  'giu',
);
/** Miles and kilometres measure a depth, height or width only if the sentence says so. */
const LONG_UNIT = /km|kilom|mile/iu;
const AMOUNT =
  /[£$€¥%]|(?<!\p{L})(?:euros?|cents?|dollars?|pounds?|per ?cent|prozent|por ciento|pour cent)(?!\p{L})/iu;
const LABELS: Readonly<Record<string, RegExp>> = {
  depth: words('deep|depths?|tief|tiefe|profundidad|profund[oa]s?|fondo|profondeurs?|profonde?s?'),
  height: words('high|tall|height|hoch|höhe|alt[oa]s?|altura|hauteurs?|haute?s?|storeys?|stories|floors'),
  width: words('wide|width|broad|across|breit|breite|anch[oa]s?|anchura|larges?|largeurs?'),
  length: words('long|length|lang|länge|larg[oa]s?|longitud|longueurs?|longue?s?'),
  thickness: words('thick|thickness|dick|dicke|gruesos?|espesor|épais\\p{L}*'),
  distance: words('far|away|distance|entfernt|weit|entfernung|distancia|lejos|distante?s?|loin'),
};

/** Whether the sentence has a length that may be this one: unlabelled, or labelled so. */
function mayGiveLength(dimension: string): (sentence: string) => boolean {
  const own = LABELS[dimension];
  const others = Object.entries(LABELS).filter(([name]) => name !== dimension);
  return (sentence) =>
    own?.test(sentence) === true ||
    [...sentence.matchAll(LENGTH)].some(
      ({ 0: found, groups }) =>
        (dimension === 'distance' || !LONG_UNIT.test(found)) &&
        !others.some(([, label]) => label.test(groups?.['label'] ?? '')),
    );
}

const KINDS: readonly AskedKind[] = [
  {
    asked: words(
      'how old|(?:at )?what age|wie alt|welche[ms]? alter|cuántos años tiene\\p{L}*|qué edad|quel âge',
    ),
    mayGive: (sentence, question) =>
      (AGE.test(sentence) || mayGiveYear(sentence, question)) && !isAboutSomeoneElse(sentence, question),
  },
  {
    asked: words(
      '(?:when|where|what year) (?:was|were) [^?]{1,60} born|(?:wann|wo) (?:ist|wurde|war) [^?]{1,60} geboren|(?:cuándo|dónde) nació|(?:quand|où) [^?]{1,60} née?',
    ),
    mayGive: test(
      words(
        'born|birth\\p{L}*|native|grew up|geb\\p{L}+|stammt|aufgewachsen|naci\\p{L}*|nació|née?|naissance',
      ),
    ),
  },
  { asked: words('how deep|wie tief|qué profundidad|quelle profondeur'), mayGive: mayGiveLength('depth') },
  {
    asked: words('how (?:high|tall)|wie hoch|qué altura|quelle hauteur'),
    // Fees and shares are high, too.
    mayGive: (sentence) => mayGiveLength('height')(sentence) || AMOUNT.test(sentence),
  },
  { asked: words('how wide|wie breit|qué anchura|quelle largeur'), mayGive: mayGiveLength('width') },
  { asked: words('how thick|wie dick'), mayGive: mayGiveLength('thickness') },
  {
    asked: words('how far|wie weit|a qué distancia|à quelle distance'),
    mayGive: (sentence) =>
      mayGiveLength('distance')(sentence) ||
      words('hours?|minutes?|stunden?|minuten?|horas?|minutos?|heures?').test(sentence),
  },
  {
    asked: words(
      'how heavy|how much (?:do|does|did) [^?]{1,60} weigh|wie schwer|cuánto pesan?|combien p[eè]sent?',
    ),
    mayGive: test(
      words(
        'weigh\\p{L}*|heavy|heavier|kg|kilos?|kilogram\\p{L}*|grams?|tonn?es?|tons?|lbs?|pounds?|stone|ounces?|schwer|wieg\\p{L}*|gramm|tonnen?|pes[ao]\\p{L}*|gramos?|toneladas?|pèsent?|grammes?|lourde?s?',
      ),
    ),
  },
  {
    asked: words(
      'how (?:hot|cold|warm)|what temperature|wie (?:warm|heiß|kalt)|qué temperatura|quelle température',
    ),
    mayGive: test(
      /°|(?<!\p{L})(?:degrees?|grad|grados?|degrés?|(?:un)?heated|(?:un)?beheizt|(?:ice-?)?cold|cool|hot|warm\p{L}*|kalt\p{L}*|heiß\p{L}*|fr[íi][oa]s?|c[áa]lid[oa]s?|calientes?|calor|froid\p{L}*|chaud\p{L}*|temperatur\p{L}*|températures?)(?!\p{L})/iu,
    ),
  },
  {
    asked: words(
      "what(?: does|[’']s| is| do| did) [^?]{0,60}(?:costs?|price)|how much (?:do|does|did|would|will) [^?]{1,60} cost|was kostete?n?|wie teuer|cuánto (?:cuestan?|costó|costaron)|qué precio|combien coût\\p{L}+|quel (?:est le )?prix",
    ),
    mayGive: test(
      new RegExp(
        `\\p{N}|[£$€¥]|(?<!\\p{L})(?:${NUMBER_WORD}|free|nothing|no (?:charge|fee|cost)|charge|complimentary|half|double|twice|discount\\p{L}*|reduced|included|kostenlos|gratis|umsonst|frei|nichts|hälfte|doppelte?|ermäßig\\p{L}*|inbegriffen|euros?|cents?|dollars?|pounds?|pfund|franken|gratuit\\p{L}*|nada|mitad|doble|descuento\\p{L}*|incluid[oa]s?|rien|moitié|réduit\\p{L}*|compris\\p{L}*|hundred|thousand|million|\\p{L}*hundert\\p{L}*|\\p{L}*tausend\\p{L}*)(?!\\p{L})`,
        'iu',
      ),
    ),
  },
];

/**
 * Whether the sentence certainly doesn't have the kind of thing that is asked for. False if the question asks for
 * another kind than these.
 */
export function lacksAskedKind(question: string, sentence: string): boolean {
  return KINDS.some(({ asked, mayGive }) => asked.test(question) && !mayGive(sentence, question));
}
