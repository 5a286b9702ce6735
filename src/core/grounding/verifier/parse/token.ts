// What the verifier compares: words of a sentence, each with what must agree.

/** The parts of speech of Universal Dependencies that matter here. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X'
  | 'SPACE';

/** A verb with its auxiliaries: all of it must agree, or the statement is another one. */
export interface VerbForm {
  /** `will`, `may`, `must` … */
  readonly modal?: string | undefined;
  readonly isNegated: boolean;
  readonly isPerfect: boolean;
  readonly isProgressive: boolean;
  readonly isPassive: boolean;
  readonly isPast: boolean;
  /** "to report", or a bare form that another verb governs. */
  readonly isInfinitive: boolean;
  /** Without an auxiliary: as it stands. A bare `ed` may be a participle. */
  readonly form: 'base' | 's' | 'ing' | 'ed';
  readonly isBare: boolean;
}

export interface Token {
  readonly text: string;
  /** What is compared: the lemma of nouns and verbs, `#12` for numbers, else the word in lower case. */
  readonly key: string;
  readonly pos: PartOfSpeech;
  /** Offsets into the sentence; a verb's span covers its auxiliaries. */
  readonly start: number;
  readonly end: number;
  /** Punctuation between the token before and this one. */
  readonly mark: string;
  /** The article in front, which is not a token by itself. */
  readonly article?: 'the' | 'a' | undefined;
  readonly verb?: VerbForm | undefined;
  readonly isQuoted: boolean;
}

/** A sentence as the verifier sees it. */
export interface ParsedSentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly isQuestion: boolean;
}
