// The form of a language's data file.

/**
 * The data of one language. Every field is a list of words, separated by white space, in lower case
 * unless the word must be written with a capital: `Sat` leaves "he sat." alone.
 * Abbreviations are written without their last full stop and without spaces: `z.b` stands for "z. B." too.
 */
export interface LanguageData {
  /** Never end a sentence: titles before names, and words that need something after them. */
  readonly neverFinal?: string;
  /** Abbreviations only before a number: "No. 5", but "He said no." */
  readonly beforeNumber?: string;
  /** Abbreviations only after a number ("5 km. Then"). They end a sentence if a capital follows. */
  readonly afterNumber?: string;
  /** End a sentence if a capital follows. */
  readonly oftenFinal?: string;
  /** End a sentence only if a word follows that opens sentences. */
  readonly sometimesFinal?: string;
  /** Words that open a sentence far more often than they stand inside a name. */
  readonly openers?: string;
  /** Prepositions that can begin an opening phrase: "At 5 p.m. Ann left." */
  readonly prepositions?: string;
  /** Nouns that take a letter or number as a name: "Plan B", "Nummer 5". */
  readonly labels?: string;
  /** Endings of compound words that are abbreviations: "Hauptstr." */
  readonly shortEndings?: string;
  readonly months?: string;
  readonly weekdays?: string;
  /** Places written as initials, which may end a sentence: "u.s". */
  readonly places?: string;
  /** Nouns that follow a place as part of a name: "the U.S. Treasury". */
  readonly institutions?: string;
  /** Writes ordinals with a full stop: "3. Oktober". */
  readonly hasDottedOrdinals?: boolean;
  /** Writes every noun with a capital, so a capital says little about where a sentence begins. */
  readonly capitalizesNouns?: boolean;
  /** Letters besides vowels that can be a syllable's core, as in Czech "vlk". */
  readonly syllabic?: string;
}
