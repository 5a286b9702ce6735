// Words of questions about the steps of a list. The messages are in lower case, without accents and punctuation.

interface StepWords {
  /** What any numbered list has. */
  readonly step: string;
  /** What a list has only if its heading or introduction says so. */
  readonly entry: string;
  /** "number", between the noun and the number. */
  readonly number: string;
  /** One, two, three and so on. */
  readonly cardinals: readonly string[];
  /** First, second, third and so on. */
  readonly ordinals: readonly string[];
  readonly last: string;
  /** Asks for what to do at the start. */
  readonly start: string;
  /** The same at the end. */
  readonly finish: string;
  /** Asks for what comes after the last reply. */
  readonly next: string;
  readonly previous: string;
  /** "what do I do", in front of "after" and "before". */
  readonly doing: string;
  readonly after: string;
  readonly before: string;
  /** "show me all", in front of the noun. */
  readonly all: string;
  readonly howMany: string;
  /** Words that say nothing about which list. */
  readonly filler: string;
}

const ACTOR_EN = '(?: (?:i|we|you|one))?(?: (?:have to|need to|should|must))?';

export const STEP_WORDS: Readonly<Record<string, StepWords>> = {
  en: {
    step: 'steps?|stages?|instructions?',
    entry: 'rules?|points?|items?|tips?|tasks?|questions?|things?|reasons?|conditions?',
    number: 'number|no|nr',
    cardinals: 'one two three four five six seven eight nine ten eleven twelve'.split(' '),
    ordinals: 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' '),
    last: 'last|final',
    start: `what(?: (?:do|should|must|shall|is there))?${ACTOR_EN} (?:to )?do first|(?:what is|what s|whats)? ?(?:the )?(?:very )?first thing(?: (?:i|we|you)(?: (?:have to|need to|should|must))?)?(?: to)? do|(?:where|how)(?: (?:do|should|must))? (?:i|we|you) (?:start|begin)|what comes first`,
    finish: `what(?: (?:do|should|must))?${ACTOR_EN} do last|what comes last|(?:what is|what s|whats)? ?(?:the )?last thing(?: (?:i|we|you))?(?: to)? do`,
    next: `(?:(?:and|ok|okay|so|done|great) )*(?:what is the next(?: (?:step|one))?|what(?: (?:is|s|comes|do|should|happens))*${ACTOR_EN}(?: do)? (?:next|then|now|after (?:that|this|it))|whats next|(?:the |and the )?next(?: (?:step|one))?(?: please)?|then what|then|after (?:that|this)|(?:and )?(?:the )?(?:one|step) after(?: (?:that|this))?|now what)`,
    previous: `(?:(?:and|ok|so) )*(?:what(?: (?:is|s|comes|do|should|happens|was))*${ACTOR_EN}(?: do)? before (?:that|this|it)|(?:what (?:is|was) )?(?:the )?previous(?: (?:step|one))?|(?:the )?(?:step|one) before(?: (?:that|this|it))?|before (?:that|this))`,
    doing: `(?:(?:and|so|ok) )*(?:what|which step)(?: (?:is|s|comes|come|do|does|should|must|happens|follows|will|else))*${ACTOR_EN}(?: (?:do|next|right|directly|step|comes|happens|the next step))*|(?:the )?(?:next )?step`,
    after: 'after|once|following',
    before: 'before|prior to',
    all: '(?:list|show|give|tell|name|enumerate|what are|which are|see|read)(?: (?:me|us|out|again|please|a|list|of|every|each|all|the|of the|single|different|these|those))*|all(?: (?:of|the))*|every|each',
    howMany: 'how many|number of',
    filler:
      'process|procedure|guide|list|recipe|article|text|instructions?|way|please|total|altogether|order|exactly|involved|need|needed|take|takes|say|says|tell|show|explain|read|detail|again',
  },
  de: {
    step: 'schritte?n?s?|arbeitsschritte?n?s?|anweisung(?:en)?',
    entry: 'regeln?|punkte?n?s?|tipps?|aufgaben?|fragen?|grunde?|bedingung(?:en)?',
    number: 'nummer|nr',
    cardinals: 'eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf'.split(' '),
    ordinals:
      'erste[rnms]? zweite[rnms]? dritte[rnms]? vierte[rnms]? funfte[rnms]? sechste[rnms]? siebte[rnms]? achte[rnms]? neunte[rnms]? zehnte[rnms]? elfte[rnms]? zwolfte[rnms]?'.split(
        ' ',
      ),
    last: 'letzte[rnms]?',
    start:
      'was (?:muss|soll|sollte|mache?|tue?)(?: (?:ich|man|wir))? (?:als erstes|zuerst)(?: (?:machen|tun))?|(?:womit|wie)(?: (?:fange?|beginne?|fangt|beginnt))? (?:ich|man|wir)(?: (?:an|anfangen|beginnen))?|was kommt (?:zuerst|als erstes)|was ist als erstes zu tun',
    finish:
      'was (?:muss|soll|mache?|tue?|kommt)(?: (?:ich|man|wir))? (?:als letztes|zuletzt|zum schluss|am ende)(?: (?:machen|tun))?',
    next: '(?:(?:und|ok|okay|gut|fertig) )*(?:was (?:kommt|ist|mache?|muss|soll|passiert|folgt|tue?)?(?: (?:ich|man|wir|jetzt))*(?: (?:dann|danach|als nachstes|jetzt|anschließend|anschliessend|darauf))(?: (?:machen|tun|dran))?|dann|danach|und dann|wie geht (?:es|s) weiter|wie gehts weiter|(?:was ist )?(?:der )?nachste[rnms]?(?: schritt)?|als nachstes)',
    previous:
      '(?:(?:und|ok) )*(?:was (?:kommt|kam|ist|war|mache?|muss)?(?: (?:ich|man|wir))*(?: (?:davor|vorher|zuvor))(?: (?:machen|tun))?|davor|vorher|(?:was (?:ist|war) )?(?:der )?(?:vorherige|vorige)[rnms]?(?: schritt)?|(?:der )?schritt davor)',
    doing:
      '(?:(?:und|ok) )*(?:was|welcher schritt)(?: (?:kommt|kommen|folgt|mache?|macht|tue?|tut|muss|soll|passiert|ist))*(?: (?:ich|man|wir))?(?: (?:direkt|gleich|machen|tun))*|(?:der )?(?:nachste )?schritt',
    after: 'nach|nachdem',
    before: 'vor|bevor',
    all: '(?:liste|list|zeig|zeige|nenn|nenne|gib|zahle?|sag|was sind|welche)(?: (?:mir|uns|bitte|auf|mal|alle|die|sind|samtliche|einzelnen))*|alle|samtliche|jeden',
    howMany: 'wie ?viele|anzahl der',
    filler:
      'rezept|anleitung|liste|artikel|text|insgesamt|bitte|reihenfolge|vorgang|ablauf|genau|noch ?mal|lautet|braucht|gibt|auf',
  },
  es: {
    step: 'pasos?|etapas?|instruccion(?:es)?',
    entry: 'reglas?|normas?|puntos?|consejos?|tareas?|preguntas?|razon(?:es)?|condicion(?:es)?',
    number: 'numero|n',
    cardinals: 'uno dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' '),
    ordinals:
      'primer[oa]? segund[oa] tercer[oa]? cuart[oa] quint[oa] sext[oa] septim[oa] octav[oa] noven[oa] decim[oa] undecim[oa] duodecim[oa]'.split(
        ' ',
      ),
    last: 'ultim[oa]|final',
    start:
      '(?:que (?:es lo primero que )?(?:hago|tengo que hacer|hay que hacer|debo hacer|se hace)(?: primero)|(?:que es )?lo primero(?: que)? (?:hago|hay que hacer|tengo que hacer|debo hacer|se hace)|(?:cual|que) es lo primero(?: que (?:hago|hay que hacer|tengo que hacer|debo hacer|se hace))?|(?:por donde|como) (?:empiezo|comienzo|se empieza)|que va primero)',
    finish:
      '(?:que (?:hago|hay que hacer|tengo que hacer|se hace) al final|(?:que|cual) es lo ultimo(?: que (?:hago|hay que hacer|tengo que hacer|se hace))?)',
    next: '(?:(?:y|vale|listo|ok) )*(?:que (?:sigue|viene|hago|toca|pasa|hay que hacer|tengo que hacer|se hace)(?: (?:ahora|despues|luego|a continuacion))*|despues|luego|(?:el |cual es (?:el|la) |la )?siguiente(?: (?:paso|etapa))?|(?:cual es )?(?:el|la) (?:proximo|proxima)(?: (?:paso|etapa))?|a continuacion|el paso siguiente)',
    previous:
      '(?:(?:y|vale) )*(?:que (?:va|viene|hago|habia|hay que hacer) antes|antes|(?:cual es )?(?:el|la)? ?(?:paso |etapa )?anterior)',
    doing:
      '(?:(?:y|ok) )*(?:que|cual)(?: (?:hago|hace|hay que hacer|tengo que hacer|debo hacer|se hace|viene|va|sigue|pasa|toca|paso|es|el))*(?: (?:justo|paso))*|(?:el )?(?:siguiente )?paso(?: siguiente)?',
    after: 'despues de|tras|luego de|una vez',
    before: 'antes de',
    all: '(?:lista|enumera|dime|dame|muestrame|muestra|ensename|cuales son|que)(?: (?:me|todos|todas|los|las|son|cada))*|todos|todas|cada',
    howMany: 'cuant[oa]s|numero de',
    filler: 'receta|guia|lista|articulo|texto|proceso|favor|orden|total|hay|tiene|dice|instrucciones|son',
  },
  fr: {
    step: 'etapes?|consignes?|instructions?',
    entry: 'regles?|points?|conseils?|taches?|questions?|raisons?|conditions?',
    number: 'numero|n',
    cardinals: 'une? deux trois quatre cinq six sept huit neuf dix onze douze'.split(' '),
    ordinals:
      'premi(?:er|ere) (?:deuxieme|seconde?) troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme'.split(
        ' ',
      ),
    last: 'derni(?:er|ere)|finale?',
    start:
      '(?:que|qu est ce qu?(?:e)?|quoi)(?: (?:dois je|faut il|je dois|on doit|il faut|on fait|je fais))*(?: faire)? (?:en premier|d abord)|(?:quelle est )?la premiere chose(?: a faire)?|(?:par ou|par quoi|comment) (?:commencer|je commence|on commence|commence t on)|je fais quoi en premier|on commence par quoi',
    finish:
      '(?:que|qu est ce qu?(?:e)?|quoi)(?: (?:dois je|faut il|je dois|on doit|il faut|on fait|je fais))*(?: faire)? (?:en dernier|a la fin)|(?:quelle est )?la derniere chose(?: a faire)?',
    next: '(?:(?:et|ok|bon) )*(?:(?:qu est ce qui (?:vient|suit)|que (?:fait on|faire|dois je faire|faut il faire)|quoi|on fait quoi|je fais quoi)(?: (?:ensuite|apres|maintenant))*|ensuite|apres|apres (?:ca|cela)|puis|(?:quelle est |c est quoi )?(?:l )?(?:etape suivante|suivante?)|(?:quelle est |c est quoi )?la prochaine(?: etape)?|la suite)',
    previous:
      '(?:(?:et|ok) )*(?:(?:qu est ce qui (?:vient|etait)|que (?:fait on|faire|faut il faire)|quoi|on fait quoi)(?: juste)? avant|avant|avant (?:ca|cela)|(?:quelle est |quelle etait |c est quoi |c etait quoi )?(?:l )?(?:etape )?(?:d avant|precedente))',
    doing:
      '(?:(?:et|ok) )*(?:que|quoi|qu est ce qu?(?:e|i)?|quelle etape|on fait quoi|je fais quoi)(?: (?:faire|fait on|dois je faire|faut il faire|vient|suit|je fais|on fait|je dois faire|il faut faire|se passe|se passe t il|est))*(?: juste)?|(?:l )?etape(?: suivante)?',
    after: 'apres(?: avoir)?|une fois',
    before: 'avant(?: de| d)?',
    all: '(?:liste|listez|donne|donnez|montre|montrez|enumere|cite|citez|dis|quelles sont|quels sont)(?: (?:moi|nous|toutes|tous|les|des|chaque))*|toutes|tous|chaque',
    howMany: 'combien (?:d |de |y a t il d |y a t il de )?|nombre d',
    filler: 'recette|guide|liste|article|texte|processus|plait|ordre|total|tout|dit|consignes',
  },
};
