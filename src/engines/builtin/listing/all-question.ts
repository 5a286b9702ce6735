// Recognizes questions that ask for everything of a kind: "list all prices", "which dates are mentioned?", "names of
// everyone quoted".
import { isQuestionWord } from '../question/asking-words.js';
import { tokenize } from '../words/analyzer.js';

/** What can be listed. `speakers` are the people who are quoted. */
export type ListedKind = 'people' | 'speakers' | 'prices' | 'dates' | 'times' | 'places';

export interface AllQuestion {
  readonly kind: ListedKind;
  /** Terms that narrow it down: "all prices for children". */
  readonly terms: readonly string[];
  /** Whether it surely asks for everything. "What are the prices?" may mean those of one thing. */
  readonly isCertain: boolean;
}

interface Words {
  /** Politeness and verbs in front: "please show me". */
  readonly lead: string;
  /** Verbs that ask for a list on their own: "list the prices". */
  readonly list: string;
  readonly all: string;
  /** Words between "all" and the kind: "of the other". */
  readonly between: string;
  readonly which: string;
  /** "what are the". */
  readonly whatAre: string;
  readonly kinds: Readonly<Record<Exclude<ListedKind, 'speakers'>, string>>;
  /** "names of" */
  readonly namesOf: string;
  readonly everyone: string;
  readonly who: string;
  readonly mentioned: string;
  readonly quoted: string;
  /** "in the article". */
  readonly here: string;
  /** "How much is everything?" */
  readonly everything: string;
}

const WORDS: Readonly<Record<string, Words>> = {
  en: {
    lead: "please|pls|plz|ok|okay|and|so|now|can you|could you|would you|just|i need|i want|i(?:[’']d| would) like|give me|show me|show|give|tell me|name|find|what about|what are|what were|which are|a list of|the list of|list",
    list: 'list|enumerate|(?:show|give) me|a list of',
    all: 'all|every|each|any and all|the full|a complete|a full',
    between:
      "of|the|these|those|different|other|various|list|single|exact|sums? of|amounts? of|people[’']s|your|its|their",
    which: 'which|what',
    whatAre: 'what are (?:the|your)',
    kinds: {
      people: 'people|persons?|names?|individuals|characters|everyone|everybody',
      prices: 'prices?|costs?|fees?|fares?|charges|rates|amounts?(?: of money)?|sums?(?: of money)?|money',
      dates: 'dates?',
      times: '(?:opening |closing |departure |start )?(?:times|hours)',
      places: 'places?|locations?|towns?|cities|countries|villages',
    },
    namesOf: 'names? of|name',
    everyone: 'everyone|everybody|all(?: of)?(?: the)? people|anyone|anybody|every person|all those|those',
    who: 'who(?: all)?|whom',
    mentioned:
      'mention|mentions|mentioned|named|listed|given|appears?|occurs?|comes? up|referred to|talked about|involved|included|there',
    quoted: 'quoted?|quotes|cited|interviewed',
    here: '(?:in|on|of|from|throughout) (?:the|this|that) (?:\\p{L}+ )?(?:article|text|story|piece|interview|report|page|document|minutes|news|post|obituary)',
    everything:
      "(?:how much (?:is|are|does|do|for)|what(?:[’']s| is| are| does| do)(?: the prices?(?: of| for)?)?) (?:everything|it all|all of it|all of them|all that|all this|each thing|each of them)(?: cost| costs)?",
  },
  de: {
    lead: 'bitte|ok|okay|und|kannst du|könntest du|können sie|ich brauche|ich möchte|zeig mir|zeige mir|zeig|gib mir|nenn mir|nenne mir|nenne|nenn|sag mir|liste|list|eine liste|was sind|welche sind',
    list: 'liste|nenne?|zähle?|zeige? mir|eine liste(?: von| der)?',
    all: 'alle[rnms]?|sämtliche[rn]?|jede[rsnm]?',
    between: 'von|der|die|den|genannten|anderen|verschiedenen|eure|ihre|namen der',
    which: 'welche[rnms]?|was für',
    whatAre: 'was sind die|welches sind die',
    kinds: {
      people: 'personen|leute|menschen|namen',
      prices: 'preise?|kosten|gebühren|beträge|summen|tarife|geldbeträge',
      dates: 'daten|termine|datumsangaben',
      times: '(?:öffnungs|abfahrts|uhr)?zeiten',
      places: 'orte|ortsnamen|städte|länder|dörfer',
    },
    namesOf: 'namen (?:von|der|aller)',
    everyone: 'allen?|jede[rmn]|aller(?: personen)?',
    who: 'wer(?: alles)?',
    mentioned: 'genannt|erwähnt|aufgeführt|vor|vorkommen|kommen vor|gibt es',
    quoted: 'zitiert|zu wort|interviewt',
    here: '(?:im|in dem|in diesem|aus dem|des) (?:artikel|text|beitrag|bericht|interview|dokument)s?',
    everything:
      'was kostet (?:das )?alles|wie ?viel kostet (?:das )?alles|was kosten (?:die sachen|alle sachen)',
  },
  es: {
    lead: 'por favor|y|puedes|podrías|dame|dime|muéstrame|muestra|enumera|lista|una lista|haz una lista|quiero|necesito|cuáles son|cuales son|qué son|nombra',
    list: 'lista|enumera|nombra|una lista de|dame una lista de',
    all: 'tod[oa]s?|cada',
    between: 'de|los|las|el|la|sus|otros|otras|nombres de',
    which: 'qué|que|cuáles|cuales',
    whatAre: '(?:cuáles|cuales) son (?:los|las)',
    kinds: {
      people: 'personas?|nombres?|gente|personajes',
      prices: 'precios?|costes?|costos?|tarifas?|importes?|cantidades',
      dates: 'fechas?',
      times: 'horas|horarios?',
      places: 'lugares|sitios|ciudades|países|paises|pueblos',
    },
    namesOf: '(?:los )?nombres? de',
    everyone: 'tod[oa]s(?: los que| las que)?|quienes',
    who: 'quién(?:es)?|quien(?:es)?|a quién(?:es)?|a quien(?:es)?',
    mentioned: 'mencionan?|mencionad[oa]s?|nombran?|nombrad[oa]s?|aparecen?|salen|hay',
    quoted: 'citan?|citad[oa]s?|entrevistan?|entrevistad[oa]s?',
    here: '(?:en|de) (?:el|este) (?:artículo|articulo|texto|reportaje)|en la entrevista|del (?:artículo|texto)',
    everything: '(?:cuánto|cuanto) (?:cuesta|vale|es) todo',
  },
  fr: {
    lead: "s[’']il (?:te|vous) pla[iî]t|et|peux-tu|pouvez-vous|donne(?:z)?-moi|montre(?:z)?-moi|cite(?:z)?|liste(?:z)?|énumère|une liste|la liste|quels sont|quelles sont|je veux|je voudrais",
    list: 'liste(?:z)?|énumère(?:z)?|cite(?:z)?|la liste|une liste',
    all: 'tous|toutes|tout|toute|chaque',
    between: 'les?|la|des?|vos|autres|noms des',
    which: 'quel(?:le)?s?',
    whatAre: 'quel(?:le)?s sont (?:les|vos)',
    kinds: {
      people: 'personnes?|noms?|gens|personnages',
      prices: 'prix|tarifs?|coûts?|montants?|sommes?',
      dates: 'dates?',
      times: 'heures|horaires?',
      places: 'lieux|endroits|villes|pays|villages',
    },
    namesOf: '(?:les )?noms? (?:de|des)',
    everyone: 'tous(?: ceux)?|toutes|tout le monde|ceux',
    who: 'qui',
    mentioned: 'mentionnée?s?|citée?s?|nommée?s?|apparaissent|apparaît|y a-t-il',
    quoted: "interrogée?s?|interviewée?s?|s[’']exprime(?:nt)?",
    here: "(?:dans|de) (?:l[’']article|cet article|le texte|ce texte|l[’']interview)|du texte",
    everything: 'combien coûte tout|combien coûte le tout|ça coûte combien tout|tout coûte combien',
  },
};

interface Patterns {
  readonly everything: RegExp;
  readonly speakers: RegExp;
  readonly mentionedPeople: RegExp;
  /** Each with the kind that it asks for. */
  readonly certain: readonly (readonly [Exclude<ListedKind, 'speakers'>, RegExp])[];
  readonly likely: readonly (readonly [Exclude<ListedKind, 'speakers'>, RegExp])[];
  /** Words that only ask. */
  readonly asking: RegExp;
}

const compiled = new Map(Object.entries(WORDS).map(([language, words]) => [language, compile(words)]));

/**
 * What a question asks to list; undefined if it asks for no such list.
 * @param language ISO 639-1 code of the question, or `und`
 * @param articleLanguage of the article that answers
 */
export function readAllQuestion(
  text: string,
  language: string,
  articleLanguage: string,
): AllQuestion | undefined {
  const known = [language, articleLanguage, 'en'].find((one) => compiled.has(one)) ?? 'en';
  const patterns = compiled.get(known);
  const found = patterns && findKind(text, patterns);
  if (!found) return undefined;
  const rest = text.replace(patterns.asking, ' ');
  const terms = tokenize(rest, articleLanguage).flatMap(({ term, surface, isStop }) =>
    isStop || isQuestionWord(surface, articleLanguage) ? [] : [term],
  );
  return { ...found, terms: [...new Set(terms)] };
}

function findKind(text: string, patterns: Patterns): Omit<AllQuestion, 'terms'> | undefined {
  if (patterns.everything.test(text)) return { kind: 'prices', isCertain: true };
  if (patterns.speakers.test(text)) return { kind: 'speakers', isCertain: true };
  if (patterns.mentionedPeople.test(text)) return { kind: 'people', isCertain: true };
  const [kind] = patterns.certain.find(([, pattern]) => pattern.test(text)) ?? [];
  if (kind) return { kind, isCertain: true };
  const [likely] = patterns.likely.find(([, pattern]) => pattern.test(text)) ?? [];
  return likely && { kind: likely, isCertain: false };
}

function compile(words: Words): Patterns {
  const { lead, list, all, between, which, whatAre, kinds, namesOf, everyone, who, mentioned, quoted } =
    words;
  const whole = (source: string) => `(?:${source})(?!\\p{L})`;
  const gap = '[\\s,:]+';
  const start = `^[\\s¿]*(?:${whole(lead)}${gap})*`;
  const middle = `(?:${whole(between)}${gap})*`;
  const end = '[\\s?!.]*$';
  const some = '(?:[^\\s]+ ){0,5}?';
  const people = `(?:${whole(namesOf)}${gap})?(?:${middle}${whole(everyone)}|${whole(who)}|(?:${whole(all)}${gap})?${middle}${whole(kinds.people)}|${whole(which)}${gap}${whole(kinds.people)})`;
  const each = Object.entries(kinds) as [Exclude<ListedKind, 'speakers'>, string][];
  const isAsked = `(?:${some}${whole(mentioned)}|.*${whole(words.here)})`;
  return {
    everything: new RegExp(`^[\\s¿]*(?:${whole(lead)}${gap})*?${whole(words.everything)}`, 'iu'),
    speakers: new RegExp(`${start}${people}${gap}${some}${whole(quoted)}`, 'iu'),
    mentionedPeople: new RegExp(
      `${start}(?:${people}${gap}${some}${whole(mentioned)}(?:${end}|${gap}${whole(words.here)})|${whole(namesOf)}${gap}${middle}${whole(everyone)})`,
      'iu',
    ),
    certain: each.map(([kind, source]) => [
      kind,
      new RegExp(
        `${start}(?:(?:${whole(list)}${gap})?(?:${whole(namesOf)}${gap})?${middle}${whole(all)}${gap}${middle}${whole(source)}|${whole(which)}${gap}${whole(source)}${gap}${isAsked})|^[\\s¿]*(?:${whole(lead)}${gap})*?${whole(list)}${gap}${middle}${whole(source)}`,
        'iu',
      ),
    ]),
    likely: each.map(([kind, source]) => [
      kind,
      new RegExp(`^[\\s¿]*${whole(whatAre)}${gap}${whole(source)}\\W*$`, 'iu'),
    ]),
    asking: new RegExp(
      `(?<!\\p{L})(?:${[words.everything, words.here, lead, list, all, between, namesOf, everyone, who, which, mentioned, quoted, ...Object.values(kinds)].map(whole).join('|')})`,
      'giu',
    ),
  };
}
