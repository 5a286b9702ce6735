// Finds who is interviewed if no labels say it: the person whom title, dek and introduction name most.
import type { Article, Span } from '../text/article.js';

/** First and last name, perhaps with more in between. */
const FULL_NAME =
  /(?<![\p{L}\p{N}@#.’'-])\p{Lu}[\p{L}\p{M}’'-]*\p{Ll}(?: \p{Lu}\.)?(?: (?:(?:de|la|von|van|der|den|bin|al|du|di|da|del) ){0,2}\p{Lu}[\p{L}\p{M}’'-]*\p{Ll}){1,2}(?![\p{L}\p{N}])/gu;
/** Words in front of a name that don't belong to it. */
const TITLE =
  /^(?:Mr|Mrs|Ms|Dr|Sir|Dame|Professor|Prof|Captain|Mayor|Chef|Coach|Judge|Sister|Brother|Father|Frau|Herr|Bürgermeister(?:in)?|Don|Doña|Señora?|Madame|Monsieur)\.?$/u;
/** Words that open a sentence, and words in names of places and organizations. */
const NO_NAME =
  /^(?:The|A|An|But|And|In|On|At|For|From|With|When|While|As|After|Before|If|Since|Of|To|By|It|He|She|They|We|I|You|This|That|His|Her|Their|Our|My|Not|No|So|Then|Now|Today|Last|Every|Der|Die|Das|Den|Dem|Des|Ein|Eine|Einen|Und|Aber|Im|Am|Auf|Für|Mit|Bei|Nach|Vor|Seit|Als|Wer|Was|Wie|Heute|El|La|Los|Las|Un|Una|En|Desde|Le|Les|Une|Dans|Pour|Il|Elle|Depuis|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)$/u;
const PLACE_OR_GROUP =
  /^(?:Street|Road|Avenue|Bridge|River|Lake|Island|Islands|Mountain|Mountains|Valley|Park|Square|Station|Airport|Bay|Beach|Hall|House|Tower|Hotel|City|County|State|States|Ocean|Sea|Lock|Harbour|Mill|Farm|Castle|Garden|Gardens|Council|University|College|School|Hospital|Company|Bank|Party|Union|Association|Society|Foundation|Institute|Museum|Club|Group|Board|Church|League|Press|Times|News|Centre|Center|Festival|Market|Award|Prize|Straße|Platz|Verein|Museo|Calle|Plaza|Rue|Place|Musée)$/u;
const PLACE_BEFORE =
  /(?<!\p{L})(?:in|at|near|through|across|in the|at the|of the|the|im|am|beim|zum|zur|der|die|das|den|dem|el|la|los|las|le|les|du|des|au|aux|à|à la|dans|dans le) $/iu;
/** "Ada Brandt talked to her": the one who asks. */
const ASKS_BEHIND =
  /^ (?:(?:has|have|hat|haben|ha|a) )?(?:also )?(?:asked|asks|talked|talks|spoke|speaks|met|meets|interviewed|interviews|visited|visits|sat down|sat in|sprach|spricht|fragte|fragt|traf|trifft|besuchte|habló|habla|entrevistó|entrevista|conversó|visitó|a rencontré|rencontre|a interrogé|s'est entretenue?)(?!\p{L})/u;
const ASKS_BEFORE =
  /(?:(?:interview|words|text|reporter|report|story|interview und text|interview and photos?|by|von|por|par|texto|texte|entrevista|entretien)\s*:?|(?:we|i|reporter|colleague) )\s*$/iu;
/** How much the full name counts, compared with the first or last name alone. */
const FULL_NAME_COUNT = 1;
const SHORT_NAME_COUNT = 0.5;

/** A guest's name. */
export interface Guest {
  /** Where the article gives it in full. */
  readonly name: Span;
}

/**
 * @param introduction everything before the first question
 * @returns undefined if nobody is named, or several are named equally often
 */
export function findGuest(
  { text, language, author = '' }: Pick<Article, 'text' | 'language' | 'author'>,
  introduction: Span,
): Guest | undefined {
  const before = text.slice(introduction.start, introduction.end);
  const authors = author.toLowerCase();
  const found = new Map<string, { name: Span; count: number }>();
  for (const one of listFullNames(before, language)) {
    const name = before.slice(one.start, one.end);
    const isAuthor = authors !== '' && authors.includes(name.toLowerCase());
    const lead = before.slice(Math.max(0, one.start - 24), one.start);
    const asks = ASKS_BEHIND.test(before.slice(one.end, one.end + 30)) || ASKS_BEFORE.test(lead);
    const entry = found.get(name) ?? {
      name: { start: introduction.start + one.start, end: introduction.start + one.end },
      count: 0,
    };
    // Whoever is named as the interviewer once is the interviewer.
    entry.count +=
      isAuthor || asks ? Number.NEGATIVE_INFINITY : PLACE_BEFORE.test(lead) ? -1 : FULL_NAME_COUNT;
    found.set(name, entry);
  }
  const ranked = [...found]
    .map(([name, entry]) => ({ ...entry, count: entry.count + SHORT_NAME_COUNT * countAlone(before, name) }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const [best, second] = ranked;
  if (!best || (second && second.count === best.count)) return undefined;
  return { name: best.name };
}

/** Where a text has the full name behind a label: a first or last name, initials, or the full name. */
export function findFullName(
  { text, language }: Pick<Article, 'text' | 'language'>,
  label: string,
  range: Span,
): Span | undefined {
  const part = text.slice(range.start, range.end);
  const wanted = label.toLowerCase();
  for (const { start, end } of listFullNames(part, language)) {
    const name = part.slice(start, end).toLowerCase();
    const words = name.split(' ');
    const initials = words.map(([first = '']) => first).join('');
    const isSame =
      name === wanted ||
      name.endsWith(` ${wanted}`) ||
      words[0] === wanted ||
      initials === wanted.replaceAll('.', '');
    if (isSame) return { start: range.start + start, end: range.start + end };
  }
  return undefined;
}

/** Full names without titles, and without what opens a sentence in front of them. */
function listFullNames(text: string, language: string): readonly Span[] {
  return [...text.matchAll(FULL_NAME)].flatMap(({ 0: run, index }) => {
    let start = index;
    let words = run.split(' ');
    while (words[0] !== undefined && (TITLE.test(words[0]) || NO_NAME.test(words[0]))) {
      start += words[0].length + 1;
      words = words.slice(1);
    }
    // "Lore Hinrichs Boote": a German noun may follow the name.
    const [last = ''] = words.slice(-1);
    const isOnce = text.split(words.join(' ')).length === 2;
    const hasNoun = language === 'de' && words.length === 3 && isOnce;
    const end = index + run.length - (hasNoun ? last.length + 1 : 0);
    const isOther = words.length < 2 || (!hasNoun && PLACE_OR_GROUP.test(last));
    return isOther ? [] : [{ start, end }];
  });
}

/** How often the first or the last name stands alone. */
function countAlone(text: string, name: string): number {
  const words = name.split(' ');
  const alone = [words[0], words.at(-1)].map((word = '') => escapeRegExp(word)).join('|');
  const all = text.match(new RegExp(`(?<!\\p{L})(?:${alone})(?!\\p{L})`, 'gu'))?.length ?? 0;
  const full = text.split(name).length - 1;
  return Math.max(0, all - 2 * full);
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
