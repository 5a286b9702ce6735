// English words that point at something outside their sentence.

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

export const PERSON_PRONOUNS = set('he him his she her hers himself herself');
export const THING_PRONOUNS = set('it its they them their theirs itself themselves');
export const DEMONSTRATIVES = set('this that these those such');
/** "this week": points at the day of writing, not at another sentence. */
export const TIME_NOUNS = set(
  'second minute hour day week weekend month year decade century morning afternoon evening night time spring summer autumn fall winter season monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december',
);
/** "this handbook": points at the text itself. */
export const SELF_NOUNS = set(
  'handbook guide page document article manual policy report newsletter website site book course faq',
);
/** As a subject or after "the", they need something that was said before. */
export const POINTERS = set(
  'both neither either another others former latter same ones pair trio duo aforementioned',
);
/** Verbs that answer something that somebody said before. */
export const ANSWERING = set('reply respond answer retort agree disagree concur');
/** Nouns that sum up what was said before, when "the" stands in front and nothing behind says which. */
export const SHELL_NOUNS = set(
  'figure figures move decision announcement incident accusation allegation claim comment remark statement suggestion idea issue matter problem question result finding findings development situation process change proposal request response reaction event episode approach effort case case outcome news ruling verdict attack two three four trio pair man woman boy girl couple victim suspect former latter other others rest latter point argument plan deal agreement measure measures',
);
/** What follows a noun and says which one is meant. */
export const SPECIFYING = set(
  'of to that which who whose where for in at on from by about against between with over under into',
);
/** "It is clear that …", "It takes an hour to …" */
export const EXPLETIVE_VERBS = set('be seem appear take remain turn rain snow happen become cost');
/** Adverbs that open a sentence and tie it to the one before. */
export const TYING_ADVERBS = set(
  'then so thus hence yet neither otherwise also instead likewise similarly nor too else therefore meanwhile however moreover afterwards afterward',
);
/** They need a noun: "all four" of what? */
export const QUANTIFIERS = set(
  'all both either neither each some most many few several more others other none half first second third last next rest remaining former latter only same',
);
/** "Nobody lost their head" */
export const ANYBODY = set('nobody everybody everyone anyone anybody someone somebody whoever');
