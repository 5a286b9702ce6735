// Superlatives and comparatives, and which columns of a table they are about.
import type { Dimension } from './measures.js';

export type Property =
  | 'price'
  | 'size'
  | 'length'
  | 'height'
  | 'speed'
  | 'age'
  | 'weight'
  | 'time'
  | 'temperature'
  | 'distance'
  | 'amount';

interface PropertyColumns {
  /** Columns with such a name are meant first. In English, German, Spanish and French. */
  readonly names: RegExp;
  /** Values in such a column run the other way: the oldest was born first. */
  readonly reversed?: RegExp;
  /** What other columns may hold. */
  readonly dimensions: readonly Dimension[];
  /** Dimensions whose values run the other way: the fastest needs least time. */
  readonly reversedDimensions?: readonly Dimension[];
}

export const COLUMNS: Readonly<Record<Property, PropertyColumns>> = {
  price: {
    names:
      /price|cost|fee|fare|rate|charge|rent|preis|kosten|gebühr|beitrag|miete|precio|coste|tarifa|cuota|prix|tarif|coût|loyer/iu,
    dimensions: ['money'],
  },
  size: {
    names:
      /size|area|beds|seats|capacity|people|persons|guests|sleeps|population|inhabitants|members|größe|fläche|betten|plätze|personen|einwohner|mitglieder|tamaño|superficie|camas|plazas|personas|aforo|capacidad|habitantes|taille|surface|lits|places|personnes|capacité|habitants/iu,
    dimensions: ['area', 'volume', 'length'],
  },
  length: {
    names:
      /length|distance|duration|time|länge|strecke|dauer|zeit|longitud|distancia|duración|tiempo|longueur|durée|temps/iu,
    dimensions: ['length', 'duration'],
  },
  height: {
    names: /height|altitude|elevation|climb|ascent|höhe|anstieg|altura|altitud|desnivel|hauteur|dénivelé/iu,
    dimensions: ['length'],
  },
  speed: {
    names: /speed|tempo|geschwindigkeit|velocidad|vitesse/iu,
    reversed: /time|result|duration|zeit|ergebnis|dauer|tiempo|marca|duración|temps|durée|chrono/iu,
    dimensions: ['speed'],
    reversedDimensions: ['duration'],
  },
  age: {
    names: /(?<!\p{L})(?:age|alter|edad|âge)/iu,
    reversed:
      /born|birth|founded|built|since|opened|geboren|geburt|jahrgang|gegründet|gebaut|baujahr|seit|nacid[oa]|nacimiento|fundad[oa]|construid[oa]|desde|(?<!\p{L})née?(?!\p{L})|naissance|fondée?|construite?|depuis|(?<!\p{L})(?:year|jahr|año|année)(?!\p{L})/iu,
    dimensions: [],
  },
  weight: { names: /weight|gewicht|peso|poids/iu, dimensions: ['weight'] },
  time: { names: /^$/u, dimensions: ['clock'] },
  temperature: { names: /temperatur|température/iu, dimensions: ['temperature'] },
  distance: { names: /distan|entfernung|weg/iu, dimensions: [] },
  amount: { names: /^$/u, dimensions: [] },
};

/** A word that asks for the highest (1) or lowest (-1) value. */
export interface Superlative {
  readonly property: Property;
  readonly sign: 1 | -1;
  readonly start: number;
  readonly end: number;
}

type Forms = readonly (readonly [Property, 1 | -1, string])[];

const WORDS: Readonly<Record<string, Forms>> = {
  en: [
    ['price', -1, 'cheapest|least expensive|cheaper|less expensive|lowest[ -]priced'],
    ['price', 1, 'most expensive|priciest|dearest|costliest|more expensive|pricier|dearer'],
    ['size', 1, 'biggest|largest|bigger|larger|roomiest|most spacious'],
    ['size', -1, 'smallest|smaller'],
    ['length', 1, 'longest|longer'],
    ['length', -1, 'shortest|shorter'],
    ['height', 1, 'tallest|taller'],
    ['speed', 1, 'fastest|quickest|faster|quicker'],
    ['speed', -1, 'slowest|slower'],
    ['age', 1, 'oldest|older'],
    ['age', -1, 'youngest|younger|newest|newer'],
    ['weight', 1, 'heaviest|heavier'],
    ['weight', -1, 'lightest|lighter'],
    ['time', -1, 'earliest'],
    ['time', 1, 'latest'],
    ['temperature', 1, 'hottest|warmest|hotter|warmer'],
    ['temperature', -1, 'coldest|coolest|colder|cooler'],
    ['distance', -1, 'nearest|closest|nearer|closer'],
    ['distance', 1, 'farthest|furthest|farther|further'],
    ['amount', 1, 'highest|most|higher'],
    ['amount', -1, 'lowest|fewest|least|lower'],
  ],
  de: [
    [
      'price',
      -1,
      '(?:günstig|billig|preiswert|preisgünstig)(?:st|er)\\p{L}{0,2}|am (?:günstig|billig|preiswert)sten',
    ],
    ['price', 1, 'teuerste\\p{L}?|teuersten|teurer\\p{L}{0,2}'],
    ['size', 1, 'größt\\p{L}{1,2}|grösst\\p{L}{1,2}|größer\\p{L}{0,2}'],
    ['size', -1, 'kleinst\\p{L}{1,2}|kleiner\\p{L}{0,2}'],
    ['length', 1, 'längst(?:e[rnms]?)|länger\\p{L}{0,2}'],
    ['length', -1, 'kürzest\\p{L}{1,2}|kürzer\\p{L}{0,2}'],
    ['speed', 1, 'schnell(?:st\\p{L}{1,2}|er\\p{L}{0,2})'],
    ['speed', -1, 'langsam(?:st\\p{L}{1,2}|er\\p{L}{0,2})'],
    ['age', 1, 'älteste?\\p{L}?|älter\\p{L}{0,2}'],
    ['age', -1, 'jüngst\\p{L}{1,2}|jünger\\p{L}{0,2}|neuest\\p{L}{1,2}|neuste\\p{L}?'],
    ['weight', 1, 'schwerst\\p{L}{1,2}|schwerer'],
    ['weight', -1, 'leichtest\\p{L}{1,2}|leichter'],
    ['time', -1, 'früheste?\\p{L}?'],
    ['time', 1, 'späteste?\\p{L}?'],
    ['temperature', 1, '(?:heißest|wärmst)\\p{L}{1,2}'],
    ['temperature', -1, 'kältest\\p{L}{1,2}'],
    ['distance', -1, 'nächstgelegen\\p{L}{0,2}'],
    ['distance', 1, 'weitest\\p{L}{1,2}'],
    ['amount', 1, 'höchst\\p{L}{1,2}|meist(?:e|en|er)'],
    ['amount', -1, 'niedrigst\\p{L}{1,2}|wenigst(?:e|en|er)|geringst\\p{L}{1,2}'],
  ],
  es: [
    ['price', -1, 'más (?:barat[oa]s?|económic[oa]s?)|menos car[oa]s?'],
    ['price', 1, 'más car[oa]s?'],
    ['size', 1, 'más grandes?|más ampli[oa]s?'],
    ['size', -1, 'más (?:pequeñ[oa]s?|chic[oa]s?)'],
    ['length', 1, 'más larg[oa]s?|dura más'],
    ['length', -1, 'más cort[oa]s?|dura menos'],
    ['height', 1, 'más alt[oa]s?'],
    ['speed', 1, 'más rápid[oa]s?'],
    ['speed', -1, 'más lent[oa]s?'],
    ['age', 1, 'más (?:viej[oa]s?|antigu[oa]s?)|(?<=(?:el|la|quién es) )mayor(?! de \\d)'],
    ['age', -1, 'más (?:joven|jóvenes|nuev[oa]s?)'],
    ['weight', 1, 'más pesad[oa]s?|pesa más'],
    ['weight', -1, 'más (?:liger[oa]s?|livian[oa]s?)|pesa menos'],
    ['time', -1, 'más temprano|antes de todos'],
    ['time', 1, 'más tarde'],
    ['temperature', 1, 'más (?:calientes?|cálid[oa]s?)'],
    ['temperature', -1, 'más frí[oa]s?'],
    ['distance', -1, 'más (?:cercan[oa]s?|cerca)'],
    ['distance', 1, 'más (?:lejan[oa]s?|lejos)'],
    ['amount', 1, 'más|mayor'],
    ['amount', -1, 'menos|menor'],
  ],
  fr: [
    ['price', -1, 'moins ch(?:er|ère)s?|plus économiques?|meilleur marché'],
    ['price', 1, 'plus ch(?:er|ère)s?|plus coûteu(?:x|se)s?'],
    ['size', 1, 'plus (?:grande?s?|gros(?:se)?s?|spacieu(?:x|se)s?)'],
    ['size', -1, 'plus petite?s?'],
    ['length', 1, 'plus long(?:ue)?s?|dure le plus'],
    ['length', -1, 'plus courte?s?|dure le moins'],
    ['height', 1, 'plus haute?s?'],
    ['speed', 1, 'plus rapides?|plus vite'],
    ['speed', -1, 'plus lente?s?'],
    ['age', 1, 'plus (?:vieux|vieille|vieilles|âgée?s?|ancien(?:ne)?s?)'],
    ['age', -1, 'plus (?:jeunes?|récente?s?)'],
    ['weight', 1, 'plus lourde?s?'],
    ['weight', -1, 'plus l(?:éger|égère)s?'],
    ['time', -1, 'plus tôt'],
    ['time', 1, 'plus tard'],
    ['temperature', 1, 'plus chaude?s?'],
    ['temperature', -1, 'plus froide?s?'],
    ['distance', -1, 'plus (?:proches?|près)'],
    ['distance', 1, 'plus (?:éloignée?s?|loin)'],
    ['amount', 1, "le plus(?: (?:de|d[’']))?|plus (?:élevée?s?)"],
    ['amount', -1, "le moins(?: (?:de|d[’']))?|moins élevée?s?|plus (?:bas|basse|faible)s?"],
  ],
};
/** "at least", "at the latest" */
const NO_SUPERLATIVE =
  /(?<!\p{L})(?:at (?:the )?(?:least|most|latest|earliest|lowest|highest)|mindestens|höchstens|spätestens|frühestens|al menos|por lo menos|como mucho|más de|au moins|au plus|plus de|ne .* plus|most of)(?!\p{L})/iu;

const compiled = new Map(
  Object.entries(WORDS).map(([language, forms]) => [
    language,
    forms.map(
      ([property, sign, source]) =>
        ({ property, sign, pattern: new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'giu') }) as const,
    ),
  ]),
);

/** The superlatives and comparatives of a text, in order and without overlap. An amount only if it is nothing more certain. */
export function findSuperlatives(text: string, language: string): readonly Superlative[] {
  if (NO_SUPERLATIVE.test(text)) return [];
  const found: Superlative[] = [];
  for (const { property, sign, pattern } of compiled.get(language) ?? []) {
    for (const { 0: match, index } of text.matchAll(pattern)) {
      const end = index + match.length;
      if (!found.some((one) => one.start < end && one.end > index))
        found.push({ property, sign, start: index, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
