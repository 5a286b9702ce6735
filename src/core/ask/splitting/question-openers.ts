// The words that open a question, by language. They tell "and where is it?" from "pros and cons".

/** Words of one language, as sources of regular expressions. */
interface Words {
  /** Politeness in front of a question: "please tell me". */
  readonly lead: string;
  /** Question words. Prepositions may come before them. */
  readonly questionWord: string;
  /** Question words that stand alone after "and": "and why?" */
  readonly bare: string;
  /** Verbs that open a question. */
  readonly verb: string;
  /** Verbs that say nothing without a subject: "what is". */
  readonly auxiliary: string;
  /** What may follow such a verb, so that "see and do there" stays together. */
  readonly subject: string;
  /** The same after a question for the subject: "Who lives there and is a nurse?" is one question. */
  readonly sureSubject: string;
  /** Opens a question, never a subordinate clause, even after a comma. */
  readonly sure: string;
  /** A question for the subject, or one that may go on with another verb. */
  readonly subjectQuestion: string;
  readonly and: string;
  readonly or: string;
  /** After these words, a question word opens an indirect question, not a relative clause. */
  readonly asking: string;
}

/** The words of one language, compiled. */
export interface QuestionOpeners {
  /** Whether a text opens like a question. */
  readonly opens: RegExp;
  /** Whether a text is only politeness, or a question word and a verb: "what is". */
  readonly isUnfinished: RegExp;
  /** Between two questions. */
  readonly joint: RegExp;
  /** A verb at the start that may or may not open a question, with the word after it. */
  readonly opensWithVerb: RegExp;
  readonly opensSurely: RegExp;
  readonly isSubjectQuestion: RegExp;
  readonly opensWithSureSubject: RegExp;
  /** One question word at the start, and whether the text ends with one. */
  readonly firstQuestionWord: RegExp;
  readonly endsWithQuestionWord: RegExp;
  /** "when and where is it": the first word, the second and the rest. */
  readonly coordinated: RegExp;
  readonly asking: RegExp;
}

const EN_AUXILIARY =
  "is|are|was|were|do|does|did|can|could|will|would|should|has|have|had|may|must|am|isn[’']?t|aren[’']?t|don[’']?t|doesn[’']?t";
const EN_PRONOUN =
  '(?<=(?:is|are|was|were|can|could|will|would|should|must|has|have|had) )there|it|he|she|they|we|i|you|u|one|this|that|these|those|anyone|anybody|anything|someone|somebody|everyone|everybody';

const WORDS: Readonly<Record<string, Words>> = {
  en: {
    lead: "so|and|ok|okay|also|well|but|then|please|pls|plz|hi|hey|hello|thanks|just|btw|tell me|let me know|explain|any idea|i(?:[’']?d like| want| need) to know|i wonder|i was wondering|do you know|(?:can|could) you tell me",
    questionWord:
      "(?:(?:at|in|on|for|from|to|by|with|since|until|till|about|of|under) )?(?:what|who|whom|whose|when|where|why|how|which)(?:['’]?s|['’]?re)?",
    bare: '(?:(?:at|in|on|for|from|to|by|with|since|until|till) )?(?:when|where|why|how|who|whom|which|what|how (?:much|many|long|often|far|big|old))(?: (?:for|from|to|not))?',
    verb: EN_AUXILIARY,
    auxiliary: EN_AUXILIARY,
    subject: `(?:(?<!(?:has|have|had) )(?:the|my|your|his|her|its|our|their|an?|any|all)|${EN_PRONOUN}|(?<=(?:do|does|did|can|could|will|would|should|is|are|was|were|must|may) )(?!(?:not|so|in|on|at|to|of|about|with|for|from|by|next|there|here|then|after|afterwards|before|later|now|today|tomorrow|during|while|when|if|be|been|being|also|still|have|made|done)(?!\\p{L}))\\p{L}+|\\p{Lu}\\p{Ll}+)`,
    sureSubject: EN_PRONOUN,
    sure: `(?:(?:at|in|on|for|from|to|by|with|since|until) )?(?:how (?:much|many|long|often|far|big|old|high|tall|deep|heavy|fast|expensive|late|early|do|does|did|is|are|was|were|can|could|will|would|should|has|have)|(?:what|when|where|why)(?:[’']?s| (?:${EN_AUXILIARY}))|what (?:time|day|year|kind|sort)|(?:who|which \\p{L}+) (?:do|does|did)|(?:do|does|did|can|could|is|are|was|were|will|would|should) (?:${EN_PRONOUN}))`,
    subjectQuestion: `(?:who|which|what)(?:[’']?s)?`,
    and: 'and(?: also| then)?|&|plus|n',
    or: 'or',
    asking:
      'know|knows|say|says|said|tell|tells|told|me|us|explain|explains|mention|mentions|see|sure|idea|wonder|wondering|find|ask|asks|asked|and|or|remember|guess|describe|decide|show',
  },
  de: {
    lead: 'also|und|ok|okay|bitte|hallo|hi|hey|moin|danke|sag mir|sagt mir|sagen sie mir|weißt du|wissen sie|erklär mir|ich (?:möchte|will|würde gerne?) wissen',
    questionWord:
      '(?:(?:in|an|auf|mit|von|zu|für|bei|seit|bis|aus|um|ab|unter|über) )?(?:was|wer|wem|wen|wessen|wann|wo|woher|wohin|warum|wieso|weshalb|wie|wieviele?|welche[rsnm]?|womit|wofür|wozu|worüber|wovon|wodurch)',
    bare: '(?:(?:seit|bis|ab|für|mit|von|an|zu|bei) )?(?:warum|wieso|weshalb|wann|wo|woher|wohin|wie|wer|wem|wen|wofür|wozu|womit|was|wie (?:viel|viele|lange|oft|weit|groß|alt|teuer))(?: nicht)?',
    verb: "ist|sind|war|waren|kann|können|könnt|darf|muss|müssen|gibt|gibts|gibt[’']s|hat|haben|hatte|wird|werden|wurde|kostet|kosten|bekommt|braucht|geht|dürfen|soll|sollen|macht|habt|seid|kommt|dauert|findet|lohnt",
    auxiliary: 'ist|sind|war|waren|hat|haben|kann|können|wird|werden',
    subject: '\\p{L}+',
    sureSubject: 'er|sie|es|man|ich|wir|ihr|da|dort|das|dies|jemand|ihm|ihnen|mir|uns|sich',
    sure: '(?:(?:in|an|auf|mit|von|zu|für|bei|seit|bis|aus|um|ab) )?(?:was|wer|wem|wen|wann|wo|woher|wohin|warum|wieso|wie|welche[rsnm]?)(?: \\p{L}+)? (?:ist|sind|war|waren|kann|können|könnt|darf|muss|müssen|gibt|hat|haben|hatte|wird|werden|wurde|kostet|kosten|bekommt|braucht|geht|dürfen|soll|sollen|macht|habt|seid|kommt|dauert|findet)|(?:gibt|kostet|ist|kann|darf|muss|hat) (?:es|man|ich|er|sie|das)',
    subjectQuestion: 'wer|was|welche[rsnm]?',
    and: 'und(?: auch| dann)?|sowie|&',
    or: 'oder',
    asking:
      'weiß|weißt|wissen|sagt|sagen|sag|mir|erklärt|erklären|und|oder|erfahren|fragt|verrät|herausfinden',
  },
  es: {
    lead: 'y|pues|hola|oye|por favor|perdona|gracias|dime|dígame|sabes|sabe usted|me puedes decir|quiero saber|quisiera saber|explícame',
    questionWord:
      '(?:(?:a|en|de|con|por|para|desde|hasta|sobre) )?(?:qué|quién|quiénes|cuál|cuáles|cuándo|dónde|adónde|cómo|cuánto|cuánta|cuántos|cuántas|que|quien|cual|cuando|donde|como|cuanto|cuanta|cuantos|cuantas)',
    bare: '(?:(?:a|en|de|con|por|para|desde|hasta) )?(?:qué|quién|cuál|cuándo|dónde|cómo|cuánto|cuántos|cuántas|por que|cuando|donde|como|cuanto)',
    verb: 'es|son|está|están|hay|puedo|puede|pueden|puedes|se puede|se pueden|tiene|tienen|tengo|hace falta|necesito|cuesta|cuestan|abre|abren|cierra|cierran|acepta|aceptan|admite|admiten|existe|vale|fue|era|dura|incluye',
    auxiliary: 'es|son|fue|era',
    subject: '[\\p{L}\\p{N}]+',
    sureSubject: 'el|la|los|las|un|una|él|ella|alguien|eso|esto|usted|que|mi|su|para|con|en',
    sure: '¿|(?:(?:a|en|de|con|por|para|desde|hasta) )?(?:qué|quién|quiénes|cuál|cuáles|cuándo|dónde|adónde|cómo|cuánto|cuánta|cuántos|cuántas)|(?:cuanto|cuantos|cuantas) \\p{L}+',
    subjectQuestion: 'quién|quiénes|quien|quienes|qué|que|cuál|cual',
    and: 'y(?: también)?|e|&',
    or: 'o|u',
    asking: 'sé|sabe|sabes|saber|dice|dicen|dijo|decir|dime|explica|explicar|y|o|cuenta|ver|pregunta',
  },
  fr: {
    lead: "et|alors|bonjour|salut|merci|s[’']il (?:te|vous) pla[iî]t|dis-moi|dites-moi|sais-tu|savez-vous|je (?:veux|voudrais|aimerais) savoir|explique(?:z)?-moi",
    questionWord:
      "(?:(?:à|en|de|avec|pour|par|depuis|dans|sur|chez|jusqu[’']à) )?(?:que|qui|quand|où|comment|pourquoi|combien|quel(?:le)?s?|qu['’]est-ce|quoi|laquelle|lequel)",
    bare: '(?:(?:à|en|de|avec|pour|par|depuis|dans|sur) )?(?:quand|où|comment|pourquoi|combien|qui|quoi|pourquoi pas)',
    verb: "est-ce|peut-on|faut-il|y a-t-il|a-t-il|a-t-elle|a-t-on|est-il|est-elle|sont-ils|sont-elles|est-on|doit-on|puis-je|peux-tu|pouvez-vous|avez-vous|ont-ils|ont-elles|c[’']est|ça|coûte-t-il|coûte-t-elle|vendent-ils|\\p{L}+-(?:t-)?(?:il|elle|ils|elles|on|vous|tu|je)|il y a|on peut|vous avez",
    auxiliary: 'est|sont',
    subject: '[\\p{L}\\p{N}]+',
    sureSubject: '[\\p{L}\\p{N}]+',
    sure: "(?:(?:à|en|de|avec|pour|par|depuis) )?(?:quand|comment|pourquoi|combien|quel(?:le)?s?|qu[’']est-ce)|est-ce|c[’']est (?:où|quand|combien|qui)|(?:qui|où) (?:est|sont|a|se)|\\p{L}+-(?:t-)?(?:il|elle|ils|elles|on|vous)",
    subjectQuestion: "qui|quel(?:le)?s?|qu[’']est-ce qui",
    and: 'et(?: aussi)?|&',
    or: 'ou',
    asking: 'sais|sait|savoir|dit|disent|dire|dis-moi|explique|expliquer|et|ou|voir|demande',
  },
};

const compiled = new Map(Object.entries(WORDS).map(([language, words]) => [language, compile(words)]));

/** The words of a language. English ones if it has none. */
export function questionOpenersFor(language: string): QuestionOpeners {
  return compiled.get(language) ?? (compiled.get('en') as QuestionOpeners);
}

function compile(words: Words): QuestionOpeners {
  const { lead, questionWord, bare, verb, auxiliary, subject, sureSubject, sure, and, or } = words;
  const whole = (source: string) => `(?:${source})(?![\\p{L}])`;
  const start = `^[\\s¿"“„«]*(?:${whole(lead)}[\\s,!.:]*)*`;
  const mark = '[¿]?';
  return {
    opens: new RegExp(`${start}${mark}${whole(`${questionWord}|${verb}`)}`, 'iu'),
    isUnfinished: new RegExp(`${start}(?:${whole(questionWord)}(?: ${whole(auxiliary)})?)?\\W*$`, 'iu'),
    joint: new RegExp(
      [
        `(?:,\\s*|\\s+)${whole(and)}\\s+(?=${mark}(?:${whole(questionWord)}|${whole(verb)} ))`,
        `(?:,\\s*|\\s+)${whole(or)}\\s+(?=${mark}${whole(sure)})`,
        `,\\s*(?=${whole(sure)})`,
        `(?:,\\s*|\\s+)${whole(and)}\\s+(?=${whole(bare)}\\W*$)`,
      ].join('|'),
      'giu',
    ),
    opensWithVerb: new RegExp(`^${mark}${whole(verb)}`, 'iu'),
    opensSurely: new RegExp(`^${mark}${whole(`${sure}|(?:${verb}) (?:${subject})`)}`, 'iu'),
    isSubjectQuestion: new RegExp(`${start}${whole(words.subjectQuestion)}`, 'iu'),
    opensWithSureSubject: new RegExp(`^${mark}(?:${verb}) ${whole(sureSubject)}`, 'iu'),
    firstQuestionWord: new RegExp(`^${mark}(${whole(questionWord)})`, 'iu'),
    endsWithQuestionWord: new RegExp(`(?<!\\p{L})${whole(`${questionWord}|${and}|${or}`)}\\W*$`, 'iu'),
    coordinated: new RegExp(
      `${start}(${whole(bare)}),?\\s+${whole(`${and}|${or}`)}\\s+(${whole(bare)})\\s+(\\S+\\s+\\S.*)$`,
      'iu',
    ),
    asking: new RegExp(`(?<!\\p{L})(?:${words.asking})$`, 'iu'),
  };
}
