// What a question wants from a table: which row, and whether a price or a time.
import { NUMBER_WORDS } from '../../entities/entity-types.js';
import { isQuestionWord } from '../../question/asking-words.js';
import { tokenize } from '../../words/analyzer.js';
import { readDays, withoutDays } from './days.js';
import { type PersonKind, readAge, readKinds, withoutKinds } from './people.js';

/** Asks for a price. */
const PRICE =
  /(?<!\p{L})(?:how much|cost|costs|price|prices|priced|pay|pays|paid|fees?|fares?|charged?|charges|expensive|cheap|rent|hire|borrow|deposit|for free|kostet|kosten|preise?|zahle|zahlen|zahlt|bezahlen|eintritt|wie teuer|wieviel|wie viel|gebühr(?:en)?|cuánto (?:paga|pagan|pago|cuesta|cuestan|vale|es)|cuanto (?:paga|pagan|cuesta|cuestan|vale|es)|precios?|cuesta|cuestan|pagan?|pagar|tarifas?|coûte|coûtent|prix|tarifs?|combien|payer|paie|louer)(?!\p{L})/iu;
/** Asks for a time. */
const TIME =
  /(?<!\p{L})(?:when|what time|opens?|opened|opening|closes?|closed|closing|hours|until|till|starts?|begins?|leaves?|departs?|wann|geöffnet|offen|öffnet|schließt|geschlossen|öffnungszeiten|beginnt|wie lange|(?:auf|zu)(?=\W*$)|cuándo|cuando|qué hora|que hora|abre|abren|abierto|cierra|cierran|cerrado|horario|empieza|quand|quelle heure|ouvre|ouvert|ouverte|ferme|fermé|horaires|commence)(?!\p{L})/iu;
/** Words that say only that a price or a time is asked for, or that somebody wants something. */
const ASKING =
  /^(?:much|costs?|prices?|priced|pays?|paid|fees?|fares?|charged?|charges|expensive|cheap|free|money|opens?|opened|opening|closes?|closed|closing|shut|hours?|time|start|starts|begins?|end|ends|leaves?|leave|departs?|until|till|go|goes|come|run|runs|buy|take|takes|bring|use|would|like|just|morning|mornings|afternoon|afternoons|evening|evenings|night|nights|tonight|anything|there|swim|visit|old|year|years|one|total|rent|renting|hire|hiring|borrow|borrowing|rental|whole|also|somebody|people|gonna|ticket|tickets|entry|entrance|admission|kostet|kosten|preise?|zahle|zahlen|zahlt|bezahlen|eintritt|teuer|viel|wieviel|gebühr|gebühren|öffnet|offen|geöffnet|schließt|geschlossen|auf|zu|ab|macht|machen|machst|habt|hat|haben|uhr|öffnungszeiten|beginnt|ganze|morgens|mittags|abends|vormittag|nachmittag|abend|früh|kommt|komme|kommen|cuesta|cuestan|precios?|pagan?|pago|pagar|vale|tarifas?|entradas?|abre|abren|abierto|cierra|cierran|cerrado|hora|horario|empieza|tarde|noche|por|coûte|coûtent|prix|tarifs?|combien|payer|paie|entrée|ouvre|ouvert|ouverte|ferme|fermé|heure|heures|horaires|commence|matin|soir|louer|location)$/iu;

/** The words after "how": "how long" isn't about something long. */
const DEGREE =
  /(?<!\p{L})(?:how (?:long|old|far|big|high|tall|deep|wide|late|early|often|many|much)|wie (?:lange?|alt|weit|groß|hoch|oft|viele?))(?!\p{L})/giu;

/** Something that the row must have. */
export type Wanted =
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'days'; readonly days: ReadonlySet<number> }
  | { readonly kind: 'age'; readonly age: number }
  | { readonly kind: 'person'; readonly person: PersonKind };

export interface RowQuestion {
  readonly asksFor: 'price' | 'time' | undefined;
  readonly wanted: readonly Wanted[];
}

/** @param language ISO 639-1 code of the article's language */
export function readRowQuestion(text: string, language: string): RowQuestion {
  const days = readDays(text, { isTable: false });
  const aged = readAge(text);
  const people = readKinds(aged?.rest ?? text);
  const rest = withoutKinds(withoutDays(aged?.rest ?? text)).replace(DEGREE, ' ');
  const terms = tokenize(rest, language).flatMap(({ term, surface, isStop }) =>
    isStop ||
    isQuestionWord(surface, language) ||
    ASKING.test(surface) ||
    NUMBER_WORDS.has(surface.toLowerCase())
      ? []
      : [term],
  );
  const asksFor = PRICE.test(text) ? 'price' : TIME.test(text) || days.size > 0 ? 'time' : undefined;
  // "My 12-year-old daughter" has one age, and needs no other word.
  const persons = aged ? [] : [...people];
  return {
    asksFor,
    wanted: [
      ...[...new Set(terms)].map((term) => ({ kind: 'term', term }) as const),
      ...(days.size > 0 ? [{ kind: 'days', days } as const] : []),
      ...(aged ? [{ kind: 'age', age: aged.age } as const] : []),
      ...persons.map((person) => ({ kind: 'person', person }) as const),
    ],
  };
}
