// Part-of-speech tags and lemmas of English sentences, by wink-nlp (docs/decisions/2026-11-25-tagger.md).
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { PartOfSpeech } from './token.js';

export interface Tagged {
  readonly text: string;
  readonly pos: PartOfSpeech;
  readonly lemma: string;
  readonly start: number;
  readonly end: number;
}

let open: ReturnType<typeof load> | undefined;

/** Loads the model on first use; that takes about 0.1 seconds. */
function load() {
  const nlp = winkNLP(model, ['sbd', 'pos']);
  return { nlp, its: nlp.its };
}

/** Words and punctuation of one sentence, in order, with offsets into it. */
export function tag(sentence: string): readonly Tagged[] {
  open ??= load();
  const { nlp, its } = open;
  // Else "ill." at the end is read as an abbreviation.
  const spaced = sentence.replace(/(?<=\p{Ll}{2})\.(?=["”'’)]*$)/u, ' .');
  const tokens = nlp.readDoc(spaced).tokens();
  const [texts, tags, lemmas] = [
    tokens.out(),
    tokens.out(its.pos),
    tokens.out(its.lemma as unknown as typeof its.pos),
  ];
  let from = 0;
  return texts.flatMap((text, index): Tagged[] => {
    const found = sentence.indexOf(text, from);
    const start = found < 0 ? from : found;
    from = start + text.length;
    const pos = (tags[index] ?? 'X') as PartOfSpeech;
    return pos === 'SPACE'
      ? []
      : [{ text, pos, lemma: lemmas[index] ?? text.toLowerCase(), start, end: from }];
  });
}
