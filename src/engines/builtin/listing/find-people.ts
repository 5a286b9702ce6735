// Finds the people that an article names, by the words around a name: "Councillor Brandt", "Roth, a nurse", "she said".
import { contextOf } from '../../../core/grounding/verifier/references/article-context.js';
import type { Article, Span } from '../../../core/text/article.js';

/** A person in a sentence. */
export interface NamedPerson {
  /** The last word of the name, which tells one person from another. */
  readonly key: string;
  /** Whether the sentence has more than the last name. */
  readonly isFull: boolean;
}

const TITLE =
  '(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Professor|Councillor|Mayor|Minister|President|Senator|Judge|Captain|Colonel|General|Sergeant|Inspector|Officer|Bishop|Father|Sister|Reverend|Rev|King|Queen|Prince|Princess|Chancellor|Governor|Director|Chief|Coach|Herr|Frau|Bürgermeister|Bürgermeisterin|Señor|Señora|Don|Doña|Monsieur|Madame|Mme|M)\\.?';
const PARTICLE = '(?:de|del|della|di|da|dos|van|von|der|den|ter|le|la|el|al|bin|zu)';
const WORD = "(?:\\p{Lu}\\.|(?:O['’]|Mc|Mac|d['’])?\\p{Lu}[\\p{Ll}\\p{M}]+(?:[-’']\\p{Lu}[\\p{Ll}\\p{M}]+)*)";
const RUN = new RegExp(`(?<![\\p{L}\\p{N}'’-])${WORD}(?: (?:${PARTICLE} ){0,2}${WORD}){0,4}(?!\\p{L})`, 'gu');
const TITLED = new RegExp(`^(?:${TITLE} )+(?=\\p{Lu})`, 'u');
/** A word in the name of a place, an organization or a time. */
const NO_PERSON =
  /^(?:Street|Road|Lane|Avenue|Square|Park|Bay|Isle|Islands?|Hall|Rail|Railway|Cross|Port|Farm|River|Bridge|Museum|Club|Council|University|School|College|Hospital|Church|Station|House|Company|Ltd|Inc|Association|Society|Party|Bank|Group|Festival|Prize|Award|Act|Sea|Ocean|Mountains?|Lake|Valley|Hill|Hills|Bakery|Hotel|Café|Shed|Meadow|Pool|Mill|Gate|Harbour|Harbor|Beach|Forest|Wood|Town|City|County|Village|North|South|East|West|Northern|Southern|Upper|Lower|New|Great|Old|Saint|Union|Office|Court|Press|Times|Centre|Center|Theatre|Institute|Trust|Foundation|Library|Head|Point|Machine|World|Cup|League|Class|Room|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|Easter|Christmas|Straße|Platz|Halle|Kletterhalle|Bahnhof|Verein|Museo|Calle|Plaza|Rue|Place|Université)$/u;
/** Words in front of a place. */
const PLACE_BEFORE =
  /(?<!\p{L})(?:in|at|near|on|across|outside|around|between|the|im|am|bei|en|à|a)(?: the)?\s+$/u;
const WEAK_PLACE_BEFORE = /(?<!\p{L})(?:from|to|via|through|of|nach|aus|desde|hasta|de|depuis|vers)\s+$/u;
const KIN =
  /(?<!\p{L})(?:uncle|aunt|sister|brother|mother|father|son|daughter|wife|husband|cousin|nephew|niece|grandfather|grandmother|partner|friend|colleague|neighbour|neighbor|tío|tía|hermano|hermana|oncle|tante|sœur|frère|Onkel|Tante|Schwester|Bruder|Tochter|Sohn)\s+$/u;
const ROLE_BEFORE =
  /(?<!\p{L})(?:\p{Ll}+(?:er|or|ist|ian|man|woman|ent|ant|ress|eur|euse|ice|ora|ero|era|ora|in|mate|ess)|chair|chief|head|nurse|judge|cook|guide|guía|boss|pilot|poet|priest|coach|clerk|guard|founder),?\s+$/u;
const AFTER =
  /^(?:,? (?:who|whose)(?!\p{L})|, (?:\d{1,3}|aged)(?!\p{N})|, (?:an?|the|its|his|her|their|our) |['’]?,? (?:said|says|told|added|asked|thinks|thanked|offered|promised|wants|wanted|called|explained|warned|argued|lives|lived|wrote|writes|runs|ran|works|worked|owns|teaches|leads|led|hopes|believes|remembers|will|would|has|had|was born|died|won|became|sagt|sagte|will|leitet|erklärt|erklärte|dice|dijo|enseña|a créé|explique|dit)(?!\p{L}))/u;
const SAYING_BEFORE =
  /(?<!\p{L})(?:said|says|told|added|asked|explained|warned|argued|by|according to|thanked|and|with|ask|(?:report|write|writes|wrote|speak|talk|turn|apply|listen|married|thanks|sold|gave|given|handed) to|leitet|sagt|von|par|por)\s+$/u;
/** A column of people. */
export const PERSON_COLUMN =
  /^(?:name|names|teacher|tutor|trainer|coach|leader|speaker|author|artist|contact|who|person|guide|host|player|winner|staff|manager|director|doctor|lehrer(?:in)?|leitung|ansprechpartner(?:in)?|nombre|profesor(?:a)?|nom|professeur|animateur|animatrice)s?$/iu;
const MAX_NAME_WORDS = 4;

/** Reads who is named in a sentence of an article. Made once for each article. */
export function createPeopleFinder(
  article: Article,
  sentences: readonly Span[],
): (sentence: Span) => readonly NamedPerson[] {
  const context = contextOf(article);
  const lower = new Set(article.text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}]+/gu) ?? []);
  const bySentence = new Map(
    sentences.map((sentence) => [sentence.start, readRuns(article, sentence, lower)]),
  );
  const votes = new Map<string, number>();
  for (const run of [...bySentence.values()].flat())
    votes.set(run.key, (votes.get(run.key) ?? 0) + run.votes);
  // An ordinary surname counts without further signs if the article gives a gender or uses the surname alone.
  const isPerson = ({ key, words }: Run) => {
    const sum = votes.get(key) ?? 0;
    return sum > 0 || (sum === 0 && words.length > 1 && context.genderOf(key) !== undefined);
  };
  const full = new Map<string, string>();
  for (const run of [...bySentence.values()].flat())
    if (run.words.length > 1 && isPerson(run) && !full.has(run.key)) full.set(run.key, run.words.join(' '));
  return (sentence) => {
    const found = (bySentence.get(sentence.start) ?? []).filter(isPerson);
    return found.map(({ key, words }) => ({ key, isFull: words.length > 1 || !full.has(key) }));
  };
}

interface Run {
  readonly key: string;
  readonly words: readonly string[];
  /** Above 0: surely a person. Below 0: surely not. */
  readonly votes: number;
}

function readRuns(article: Article, { start, end }: Span, lower: ReadonlySet<string>): readonly Run[] {
  const text = article.text.slice(start, end);
  const columns = (article.structure ?? []).filter(
    (part) => part.kind === 'column-name' && part.start >= start && part.end <= end,
  );
  return [...text.matchAll(RUN)].flatMap(({ 0: run, index }): Run[] => {
    if (columns.some((column) => start + index >= column.start && start + index < column.end)) return [];
    const column = columns.findLast((one) => one.end <= start + index);
    const columnName = column && article.text.slice(column.start, column.end).replace(/[:：]\s*$/u, '');
    const opened = dropOpener(run, text.slice(0, index), lower);
    const title = TITLED.exec(opened)?.[0] ?? '';
    const name = opened.slice(title.length);
    const words = name.split(' ').filter((word) => word !== '');
    const before = text.slice(0, index + run.length - name.length);
    const after = text.slice(index + run.length);
    const key = words.at(-1);
    if (key === undefined || words.length > MAX_NAME_WORDS) return [];
    if (words.some((word) => NO_PERSON.test(word)) || /^['’]s \p{Lu}/u.test(after)) return [];
    if (columns.length > 0) {
      const isPerson = columnName !== undefined && PERSON_COLUMN.test(columnName);
      return isPerson ? [{ key, words, votes: 2 }] : [];
    }
    return [{ key, words, votes: vote(words, title, before, after) }];
  });
}

function vote(words: readonly string[], title: string, before: string, after: string): number {
  const outer = title === '' ? before : before.slice(0, before.length - title.length);
  if (title !== '' || KIN.test(before)) return 3;
  if (words.length < 2) return 0;
  if (PLACE_BEFORE.test(outer)) return -2;
  if (AFTER.test(after) || ROLE_BEFORE.test(before) || SAYING_BEFORE.test(before)) return 2;
  if (WEAK_PLACE_BEFORE.test(before)) return 0;
  // "The Gull Isle ferry": a name in front of a noun isn't the subject.
  return 1;
}

/** A run without an ordinary word that has a capital only because it opens the sentence, or a German noun before a name. */
function dropOpener(run: string, before: string, lower: ReadonlySet<string>): string {
  const [first = '', ...rest] = run.split(' ');
  if (rest.length === 0) return /^\P{L}*$/u.test(before) && lower.has(run.toLowerCase()) ? '' : run;
  const opens = /(?:^|[.!?:“"„«]\s*)\P{L}*$/u.test(before);
  const isOrdinary =
    opens &&
    (lower.has(first.toLowerCase()) ||
      /^(?:The|A|An|My|Our|His|Her|Their|Its|Ask|Der|Die|Das|Ein|Eine|El|La|Los|Las|Le|Les|Un|Une|Una)$/u.test(
        first,
      ));
  if (isOrdinary) return dropOpener(rest.join(' '), `${before}${first} `, lower);
  const isGermanNoun = /(?<!\p{L})(?:der|die|das|dem|den|ein|eine|einem|einen)\s+$/iu.test(before);
  if (isGermanNoun && !TITLED.test(run)) return rest.join(' ');
  return run;
}
