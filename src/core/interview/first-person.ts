// Tells whether a text says "I", and whether it says "you".

/** Words for the speaker, in the singular. */
const SINGULAR: Readonly<Record<string, RegExp>> = {
  en: /(?<![\p{L}\p{N}'’])(?:I(?!\.\p{L})|my|me|mine|myself)(?![\p{L}\p{N}])/iu,
  de: /(?<![\p{L}\p{N}])(?:ich|mich|mir|mein(?:e[rnms]?)?)(?![\p{L}\p{N}])/iu,
  es: /(?<![\p{L}\p{N}])(?:yo|me|mi|mis|mí|conmigo)(?![\p{L}\p{N}])/iu,
  fr: /(?<![\p{L}\p{N}'’])(?:je|me|moi|mon|ma|mes|[jm]['’]\p{L}+)(?![\p{L}\p{N}])/iu,
};
/** Words for the person addressed. In Spanish, the verb's ending is enough, so any question may address somebody. */
const ADDRESSED: Readonly<Record<string, RegExp>> = {
  en: /(?<![\p{L}\p{N}])(?:you|yours?|yourself)(?![\p{L}\p{N}])/iu,
  de: /(?<![\p{L}\p{N}])(?:Sie|Ihnen|Ihr(?:e[rnms]?)?|[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(?:e[rnms]?)?|[Ee]uch|[Ee]ure?)(?![\p{L}\p{N}])/u,
  es: /^¿/u,
  fr: /(?<![\p{L}\p{N}])(?:vous|vos|votre|tu|te|toi|ton|tes|t['’]\p{L}+)(?![\p{L}\p{N}])/iu,
};
const QUOTATION = /["“„«][^"“”„«»]*["”“»]/gu;

/** Whether a text has "I", "my" and the like outside quotations. False in languages without a list. */
export function speaksOfSelf(text: string, language: string): boolean {
  return SINGULAR[language]?.test(withoutQuotations(text)) ?? false;
}

/** Whether a text has "you", "your" and the like. False in languages without a list. */
export function addressesSomebody(text: string, language: string): boolean {
  return ADDRESSED[language]?.test(text) ?? false;
}

/** The text with a blank for each quotation. */
export function withoutQuotations(text: string): string {
  return text.replace(QUOTATION, ' ');
}
