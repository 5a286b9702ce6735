// Words by which people choose from what the last reply showed: "the second one", "more about number 3".

interface ItemWords {
  /** "First" to "tenth" and "last", in all forms: regular expressions separated by spaces. */
  readonly ordinals: string;
  /** "One" to "ten", after a word such as "number". */
  readonly cardinals: string;
  /** Words that come before a number. */
  readonly number: string;
  /** What is chosen if it is one of the suggested questions, or else a passage. */
  readonly question: string;
  readonly passage: string;
  /** What else may stand in such a message. */
  readonly other: string;
}

const ITEM_WORDS: readonly ItemWords[] = [
  {
    ordinals: 'first second third fourth fifth sixth seventh eighth ninth tenth last',
    cardinals: 'one two three four five six seven eight nine ten',
    number: 'number no nr option item point question sentence passage excerpt result line',
    question: 'question questions',
    passage: 'passage passages excerpt excerpts quote quotes paragraph paragraphs',
    other:
      'the one ones option item point sentence result line part reason thing please about of on to with for me us more tell show give say explain expand elaborate details detail go take pick choose open i want like would d id ill ll lets try ok okay yes yeah can could you what how from that this',
  },
  {
    ordinals:
      'erste[nrsm]? zweite[nrsm]? dritte[nrsm]? vierte[nrsm]? funfte[nrsm]? sechste[nrsm]? siebte[nrsm]? achte[nrsm]? neunte[nrsm]? zehnte[nrsm]? letzte[nrsm]?',
    cardinals: 'eins zwei drei vier funf sechs sieben acht neun zehn',
    number: 'nummer nr nummero zahl punkt frage satz stelle option',
    question: 'frage fragen',
    passage: 'stelle stellen absatz absatze passage ausschnitt zitat',
    other:
      'der die das den dem des zum zur von vom zu uber mit punkt satz option eintrag grund teil bitte mehr erzahl erzahle sag sage zeig zeige gib erklar erklare mir uns was ist nehme nimm ich will mochte hatte gern gerne ja ok okay kannst du genauer details dazu und mal',
  },
  {
    ordinals:
      'primer[oa]?s? segund[oa] tercer[oa]? cuart[oa] quint[oa] sext[oa] septim[oa] octav[oa] noven[oa] decim[oa] ultim[oa]',
    cardinals: 'uno dos tres cuatro cinco seis siete ocho nueve diez',
    number: 'numero num nro n opcion punto pregunta frase',
    question: 'pregunta preguntas',
    passage: 'pasaje pasajes fragmento fragmentos parrafo parrafos cita',
    other:
      'el la lo los las del de al a sobre con para opcion punto frase razon parte linea por favor porfa mas dime cuentame cuenta muestrame muestra dame explica explicame detalles quiero elijo me nos ver que hay y si ok puedes',
  },
  {
    ordinals:
      'premi(?:er|ere)s? (?:deuxieme|seconde?) troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme dernier(?:e)?',
    cardinals: 'un deux trois quatre cinq six sept huit neuf dix',
    number: 'numero num nro n no option point question phrase',
    question: 'question questions',
    passage: 'passage passages extrait extraits paragraphe paragraphes citation',
    other:
      'le la les l du de des au a sur avec pour option point phrase raison partie ligne s il te vous plait stp svp plus dis dites moi nous raconte montre montrez donne donnez explique expliquez details prends je veux voudrais choisis en savoir et oui ok peux tu celui celle',
  },
];

/** {@link ItemWords} as sets and regular expressions. */
export const COMPILED_ITEM_WORDS = ITEM_WORDS.map(
  ({ ordinals, cardinals, number, question, passage, other }) => ({
    ordinals: ordinals.split(' ').map((source) => new RegExp(`^(?:${source})$`, 'u')),
    cardinals: cardinals.split(' '),
    number: new Set(number.split(' ')),
    question: new Set(question.split(' ')),
    passage: new Set(passage.split(' ')),
    other: new Set(other.split(' ')),
  }),
);
