// Joins a verb with its auxiliaries and negation: "has not been charged" is one token.
import type { Tagged } from './tagger.js';
import type { VerbForm } from './token.js';

export interface VerbGroup {
  readonly main: Tagged;
  readonly start: number;
  readonly end: number;
  readonly form: VerbForm;
  /** Adverbs inside the group. */
  readonly adverbs: readonly Tagged[];
  /** Index behind its last word. */
  readonly next: number;
}

const MODALS = new Set('will would can could may might must shall should ca wo sha need ought'.split(' '));
const MODAL_NAMES: Readonly<Record<string, string>> = { ca: 'can', wo: 'will', sha: 'shall' };
const NEGATIONS = new Set(['not', "n't", 'never', 'n’t']);
const PAST = new Set(['was', 'were', 'had', 'did']);

/** Reads the verb group that begins at `at`; undefined if none does. */
export function readVerbGroup(words: readonly Tagged[], at: number): VerbGroup | undefined {
  const first = words[at];
  if (!first || (first.pos !== 'AUX' && first.pos !== 'VERB')) return undefined;
  const before = words[at - 1];
  const isInfinitive = before?.text.toLowerCase() === 'to' && before.pos === 'PART';
  const auxiliaries: Tagged[] = [];
  const adverbs: Tagged[] = [];
  let isNegated = false;
  let index = at;
  let main: Tagged | undefined;
  let end = at;
  let pending: Tagged[] = [];
  for (; index < words.length; index += 1) {
    const word = words[index] as Tagged;
    const lower = word.text.toLowerCase();
    if (NEGATIONS.has(lower) && auxiliaries.length > 0) {
      isNegated = true;
      end = index;
      continue;
    }
    const last = auxiliaries.at(-1)?.text.toLowerCase() ?? '';
    const takesBare = MODALS.has(last) || /^(?:do|does|did)$/.test(last);
    const isVerb = word.pos === 'VERB' || (takesBare && pending.length === 0 && isBareVerb(word));
    if (word.pos === 'AUX') {
      auxiliaries.push(word);
      adverbs.push(...pending);
      pending = [];
      end = index;
    } else if (isVerb) {
      adverbs.push(...pending);
      pending = [];
      main = word;
      end = index;
      index += 1;
      break;
    } else if (word.pos === 'ADV' && auxiliaries.length > 0) pending.push(word);
    else break;
  }
  const isCopula = main === undefined;
  main ??= auxiliaries.pop();
  if (!main) return undefined;
  const next = isCopula ? end + 1 : index;
  const names = auxiliaries.map(({ text }) => text.toLowerCase());
  const modal = names.find((name) => MODALS.has(name));
  const hasBe = auxiliaries.some(({ lemma, text }) => lemma === 'be' || /^(?:'re|'m|’re|’m)$/.test(text));
  const hasHave = auxiliaries.some(({ lemma, text }) => lemma === 'have' || /^['’]ve$/.test(text));
  const surface = main.text.toLowerCase();
  const form = formOf(surface, main.lemma);
  const isBeing = auxiliaries.some(({ text }) => text.toLowerCase() === 'being');
  const isProgressive = (hasBe && form === 'ing') || isBeing;
  const isPassive = hasBe && form !== 'ing' && !isCopula;
  const isPast =
    names[0] !== undefined && modal === undefined
      ? PAST.has(names[0])
      : auxiliaries.length === 0 && (form === 'ed' || PAST.has(surface));
  return {
    main,
    start: first.start,
    end: (words[Math.max(end, at)] as Tagged).end,
    form: {
      modal: modal === undefined ? undefined : (MODAL_NAMES[modal] ?? modal),
      ...{ isNegated, isPassive, isPast, isProgressive, isInfinitive, form },
      isPerfect: hasHave && !isCopula,
      isBare: auxiliaries.length === 0,
    },
    adverbs,
    next,
  };
}

function isBareVerb({ pos, text }: Tagged): boolean {
  return (pos === 'ADJ' || pos === 'NOUN') && /^[a-z]+$/.test(text) && !text.endsWith('s');
}

function formOf(surface: string, lemma: string): VerbForm['form'] {
  if (/^(?:is|are|am|has|does)$/.test(surface)) return 's';
  if (PAST.has(surface) || surface === 'been') return 'ed';
  if (surface === lemma) return 'base';
  if (surface.endsWith('ing')) return 'ing';
  if (surface.endsWith('s') && !surface.endsWith('ss')) return 's';
  // British spelling is a base form too, although the lemma is American.
  if (/is(?:e)$/.test(surface) && lemma.endsWith('ize')) return 'base';
  return 'ed';
}
