// Whether a sentence turns its evidence around: by a negation, or by a word that says the opposite.
import type { Analyzer } from '../ports.js';
import type { Reading, Word } from './reading.js';

const list = (words: string): readonly string[] => words.trim().split(/\s+/);

/** Words that deny, by language. */
const NEGATIONS: Readonly<Record<string, readonly string[]>> = {
  en: list('not no never none nobody nothing neither nor without cannot'),
  de: list('nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder'),
  fr: list('pas jamais aucun aucune rien ni sans non'),
  es: list('no nunca jamás ningún ninguna ninguno nadie nada sin ni tampoco'),
  it: list('non mai nessun nessuno nessuna niente nulla senza né'),
  pt: list('não nunca jamais nenhum nenhuma ninguém nada sem nem'),
  nl: list('niet geen nooit niemand niets zonder noch'),
  ru: list('не нет ни никогда никто ничего без нельзя'),
  uk: list('не ні немає ніколи ніхто нічого без'),
  pl: list('nie nigdy nikt nic bez żaden żadna'),
  ro: list('nu niciodată nimeni nimic fără niciun nicio'),
  tr: list('değil yok asla hiç'),
  el: list('δεν δε μην όχι ποτέ κανένας κανείς τίποτα χωρίς'),
  sv: list('inte ingen inget inga aldrig utan'),
  da: list('ikke ingen intet aldrig uden'),
  no: list('ikke ingen intet aldri uten'),
  ar: list('لا لم لن ليس ليست بدون'),
  hi: list('नहीं न मत बिना'),
  vi: list('không chưa chẳng'),
};
/** Ordinary words that deny what follows them. */
const DENYING: Readonly<Record<string, readonly string[]>> = {
  en: list(
    'deny denies denied denying refuse refuses refused refusing fail fails failed failing reject rejects rejected rejecting lack lacks lacked lacking unable decline declined declines avoid avoided prevent prevented prevents',
  ),
  de: list(
    'bestreitet bestritt dementierte dementiert verweigerte verweigert weigerte scheiterte verhinderte',
  ),
  fr: list('nie nié refuse refusé refusa échoue échoué manque empêché'),
  es: list('niega negó rechaza rechazó falló carece impidió evitó'),
  ru: list('отрицает отрицал отверг отказался отказывается отказалась'),
};
/** Negation in scripts that write words without spaces. */
const UNSPACED_NEGATION = /不|没|沒|未|无|無|非|ない|ません|ไม่|ไม|มิ/gu;
/** They deny nothing: "not only", "no longer" keeps its denial, "no fewer than" does not. */
const NOT_DENYING = /^(?:only|just|merely|less|fewer|nur|seulement|sólo|solo|только)$/iu;
/** Languages that deny a verb by a word behind it. */
const DENIES_BACKWARDS = new Set(['de', 'nl', 'sv', 'da', 'no', 'nb', 'tr']);
/** A source denies what the sentence says only where it holds so much of it. */
const SAME_SUBJECT = 0.4;
/** How many words a negation reaches. */
const REACH = 4;

/** Opposites by language: sides parted by a bar, pairs by a line. */
const OPPOSITES: Readonly<Record<string, string>> = {
  en: `rise rises rose risen rising increase increases increased increasing grew grow grows grown climb climbed climbs soared | fall falls fell fallen falling decrease decreases decreased decreasing decline declined declines dropped drop drops shrank shrunk plunged
    more most | less fewer least fewest
    before | after
    above over exceeding | below under
    win wins won winning victory | lose loses lost losing defeat
    accept accepts accepted approve approves approved | reject rejects rejected refuse refused
    support supports supported supporting backed backs | oppose opposes opposed opposing
    agree agrees agreed | disagree disagrees disagreed
    allow allows allowed permit permits permitted | ban bans banned forbid forbids forbidden prohibit prohibits prohibited
    open opens opened opening reopen | close closes closed closing shut
    begin begins began begun start starts started | end ends ended finish finished stop stopped
    buy buys bought | sell sells sold
    first | last
    high higher highest | low lower lowest
    large larger largest big bigger biggest | small smaller smallest
    old older oldest | young younger youngest
    early earlier earliest | late later latest
    north northern | south southern
    east eastern | west western
    best better | worst worse
    strong stronger strongest | weak weaker weakest
    cheap cheaper cheapest | expensive costly dear
    guilty | innocent
    alive survived survive | dead died killed
    success successful succeeded succeed | failure unsuccessful failed fail
    male man men boy boys | female woman women girl girls
    positive | negative
    possible | impossible
    legal | illegal
    long longer longest | short shorter shortest
    fast faster fastest | slow slower slowest
    gain gains gained profit profits | loss losses
    always | never
    left | right
    public | private
    include includes included | exclude excludes excluded
    likely | unlikely
    arrive arrives arrived | leave leaves leaving departed`,
  de: `stieg stiegen steigt gestiegen steigen wuchs zugenommen | fiel fielen fällt gefallen sank sanken sinken sinkt gesunken abgenommen
    mehr | weniger
    vor | nach
    über | unter
    gewann gewonnen gewinnt sieg | verlor verloren verliert niederlage
    unterstützt unterstützte | ablehnt lehnte
    höher hoch höchste | niedriger niedrig niedrigste
    größer groß größte | kleiner klein kleinste
    erste ersten | letzte letzten
    öffnet geöffnet öffnete | schließt geschlossen schloss
    norden nördlich | süden südlich
    osten östlich | westen westlich`,
  fr: `augmente augmenté augmentation hausse | baisse baissé diminue diminué diminution
    plus | moins
    avant | après
    gagné gagne victoire | perdu perd défaite
    premier première | dernier dernière
    nord | sud
    est | ouest
    grand grande | petit petite`,
  es: `aumentó aumenta aumento subió sube | disminuyó disminuye bajó baja cayó
    más | menos
    antes | después
    ganó gana victoria | perdió pierde derrota
    primero primera | último última
    norte | sur
    este oriental | oeste occidental
    mayor grande | menor pequeño pequeña`,
  ru: `вырос выросла выросли растёт растет увеличился увеличилась | упал упала упали снизился снизилась снизились уменьшился
    больше более | меньше менее
    до перед | после
    победил победила выиграл выиграла победа | проиграл проиграла поражение
    первый первая | последний последняя
    северный север | южный юг
    восточный восток | западный запад`,
};

const opposites = new Map<string, ReadonlyMap<string, readonly (readonly [number, 0 | 1])[]>>();

/** Whether the sentence denies what the evidence affirms, or affirms what it denies. */
export function flipsNegation(claim: Reading, evidence: readonly Reading[]): boolean {
  const own = deniedIn(claim);
  const theirs = evidence.map(deniedIn);
  const near = evidence.filter((source) => containment(claim, source) >= SAME_SUBJECT).map(deniedIn);
  const isDenied = theirs.some(({ count, limiting }) => count + limiting > 0);
  if (own.strict + own.limiting > 0 && !isDenied) return true;
  // What the evidence denies everywhere must not be affirmed, and what it affirms everywhere not be denied.
  const isTurned = (from: Denied, denying: readonly Denied[]) =>
    from.affirmed.size > 0 &&
    denying.some(({ heads }) =>
      heads.some(
        (terms) =>
          terms.some((term) => from.affirmed.has(term) && !from.denied.has(term)) &&
          !denying.some(({ affirmed }) => terms.some((term) => affirmed.has(term))),
      ),
    );
  if (isTurned(own, near)) return true;
  const [only] = evidence;
  // Nearly the same words, and one side denies more often than the other.
  return (
    evidence.length === 1 &&
    only !== undefined &&
    likeness(claim, only) > 0.8 &&
    timesOf(own) !== timesOf(theirs[0])
  );
}

/** Whether the sentence says the opposite of a word of the evidence. */
export function saysOpposite(claim: Reading, evidence: readonly Reading[], analyzer: Analyzer): boolean {
  const table = oppositesOf(claim.language, analyzer);
  if (table.size === 0) return false;
  const own = sidesOf([claim], table);
  const theirs = sidesOf(evidence, table);
  return [...own].some((side) => {
    const [pair, which] = side.split(':');
    const other = `${pair}:${which === '0' ? 1 : 0}`;
    return !own.has(other) && theirs.has(other) && !theirs.has(side);
  });
}

interface Denied {
  readonly count: number;
  /** Without the ordinary words that deny. */
  readonly strict: number;
  /** "Not only", "not less": they deny where the same is said without them. */
  readonly limiting: number;
  /** First content words that negations reach. */
  readonly heads: readonly (readonly string[])[];
  readonly denied: ReadonlySet<string>;
  readonly affirmed: ReadonlySet<string>;
}

const timesOf = (denied: Denied | undefined): number => (denied ? denied.strict + denied.limiting : 0);

const read = new WeakMap<Reading, Denied>();

function deniedIn(reading: Reading): Denied {
  const known = read.get(reading);
  if (known) return known;
  const { words, text, language } = reading;
  const strictWords = new Set(NEGATIONS[language] ?? NEGATIONS['en']);
  const denying = new Set(DENYING[language] ?? []);
  const heads: (readonly string[])[] = [];
  const reached = new Set<Word>();
  let [count, strict, limiting] = [0, 0, 0];
  for (const [index, word] of words.entries()) {
    const lower = word.surface.toLowerCase();
    const isStrict = strictWords.has(lower) || /n['’]t$/.test(lower);
    if (!isStrict && !denying.has(lower)) continue;
    const next = words[index + 1];
    if (next && NOT_DENYING.test(next.surface)) {
      limiting += 1;
      continue;
    }
    count += 1;
    if (isStrict) strict += 1;
    const ahead = untilClauseEnd(text, words.slice(index + 1, index + 1 + REACH), word.end);
    const behind = DENIES_BACKWARDS.has(language) ? words.slice(Math.max(0, index - 2), index) : [];
    const content = ahead.filter(({ terms: own }) => own.length > 0);
    for (const one of [...content.slice(0, 2), ...behind]) reached.add(one);
    const head = content[0] ?? behind.find(({ terms: own }) => own.length > 0);
    if (head) heads.push(head.terms);
  }
  const unspaced = text.match(UNSPACED_NEGATION)?.length ?? 0;
  const denied = {
    ...{ count: count + unspaced, strict: strict + unspaced, limiting, heads },
    denied: new Set([...reached].flatMap((word) => word.terms)),
    affirmed: new Set(words.flatMap((word) => (reached.has(word) ? [] : word.terms))),
  };
  read.set(reading, denied);
  return denied;
}

function untilClauseEnd(text: string, words: readonly Word[], from: number): readonly Word[] {
  const end = words.findIndex((word, index) =>
    /[,;:.–—]/u.test(text.slice(words[index - 1]?.end ?? from, word.start)),
  );
  return end < 0 ? words : words.slice(0, end);
}

/** 0…1: share of the claim's words that the source holds. */
function containment(claim: Reading, source: Reading): number {
  return [...claim.terms].filter((term) => source.terms.has(term)).length / Math.max(1, claim.terms.size);
}

/** 0…1: share of the words that two texts have in common. */
function likeness(a: Reading, b: Reading): number {
  const shared = [...a.terms].filter((term) => b.terms.has(term)).length;
  return shared / Math.max(1, a.terms.size, b.terms.size);
}

function sidesOf(
  readings: readonly Reading[],
  table: ReadonlyMap<string, readonly (readonly [number, 0 | 1])[]>,
): ReadonlySet<string> {
  return new Set(
    readings.flatMap(({ words }) =>
      words.flatMap(({ surface, isFigure }) =>
        isFigure ? [] : (table.get(surface.toLowerCase()) ?? []).map(([pair, side]) => `${pair}:${side}`),
      ),
    ),
  );
}

function oppositesOf(language: string, analyzer: Analyzer) {
  const key = `${language} ${analyzer.fingerprint}`;
  const known = opposites.get(key);
  if (known) return known;
  const table = new Map<string, (readonly [number, 0 | 1])[]>();
  for (const [pair, line] of (OPPOSITES[language] ?? '').split('\n').entries()) {
    for (const [side, words] of line.split('|').entries()) {
      for (const word of words.trim().split(/\s+/)) {
        if (word !== '') table.set(word, [...(table.get(word) ?? []), [pair, side === 0 ? 0 : 1]]);
      }
    }
  }
  opposites.set(key, table);
  return table;
}
