// "Yes" or "no": only when a sentence leaves no doubt. Otherwise quoting it is the honest answer.
import type { Analyzer } from '../ports.js';

type Polarity = 'yes' | 'no';

/** How a language asks yes-no questions and writes the words that decide them. */
interface PolarityWords {
  /** Opens a yes-no question. */
  readonly opener: RegExp;
  readonly negation: RegExp;
  /** Words that grant what was asked. Without one, or the same verb, a sentence only tells a fact. */
  readonly permission: RegExp;
  /** Words that make a sentence say yes to one thing and no to another. */
  readonly hedge: RegExp;
  /** Opens a sentence of an interview or FAQ that answers by itself. */
  readonly yes: RegExp;
  readonly no: RegExp;
}

const word = (list: string) => new RegExp(`(?<![\\p{L}])(?:${list})(?![\\p{L}])`, 'iu');
const opening = (list: string) => new RegExp(`^[\\s¿"“„«]*(?:${list})(?![\\p{L}])`, 'iu');

const WORDS: Readonly<Record<string, PolarityWords>> = {
  en: {
    opener: opening('is|are|was|were|do|does|did|can|could|may|must|will|would|should|has|have|am|r'),
    negation: word('not|no|never|nobody|none|cannot|neither|nor|forbidden|prohibited|banned|without'),
    permission: word('allowed|welcome|permitted|free|possible|may|can|open|available|included|yes|will'),
    hedge: word(
      'but|except|unless|if|only|some|most|many|usually|sometimes|often|until|or|partly|maybe|might|however|although|though|apart|almost|nearly|hardly|while|whereas|before|after|provided|instead|whether|say|says|said|think|thinks|believe|claim|claims|claimed|deny|denied|asked|hope|hopes|want|wants|plan|plans|would|could|should',
    ),
    yes: /^["“]?yes\b[,.:!]/iu,
    no: /^["“]?no\b[,.:!]/iu,
  },
  de: {
    opener: opening(
      'ist|sind|war|waren|kann|können|könnte|darf|dürfen|muss|müssen|soll|hat|haben|habt|gibt|wird|werden|kostet|geht|bekommt|bekomme|braucht|brauche|nimmt|macht',
    ),
    negation: word('nicht|kein|keine|keinen|keiner|keinem|nie|niemals|niemand|nein|verboten|untersagt|ohne'),
    permission: word(
      'erlaubt|willkommen|kostenlos|möglich|darf|dürfen|kann|können|geöffnet|offen|ja|gestattet',
    ),
    hedge: word(
      'aber|außer|wenn|falls|nur|manche|einige|meist|meistens|manchmal|oft|bis|oder|teilweise|vielleicht|jedoch|obwohl|sofern|sonst|während|fast|kaum|bevor|stattdessen|ob|sagt|sagte|meint|glaubt|behauptet|soll|sollte|würde|könnte|möchte|will|plant',
    ),
    yes: /^["„“]?ja[,.:!]/iu,
    no: /^["„“]?nein[,.:!]/iu,
  },
  es: {
    opener: opening(
      'es|son|está|están|hay|puedo|puede|pueden|se puede|tiene|tienen|tengo|debo|cuesta|acepta|aceptan|fue|era',
    ),
    negation: word('no|nunca|jamás|nadie|ningún|ninguna|ninguno|prohibido|prohibida|prohibidos|sin|tampoco'),
    permission: word(
      'permitido|permitida|permiten|permite|gratis|gratuito|gratuita|posible|puede|pueden|abierto|abierta|sí|bienvenidos|bienvenido',
    ),
    hedge: word(
      'pero|salvo|excepto|si|solo|sólo|algunos|algunas|normalmente|a veces|hasta|o|quizás|aunque|menos|casi|mientras|antes|cuando|dijo|dice|cree|afirma|quiere|podría|debería',
    ),
    yes: /^["«“¿]?sí[,.:!]/iu,
    no: /^["«“¿]?no[,.:!]/iu,
  },
  fr: {
    opener: opening(
      'est-ce|est|sont|y a-t-il|peut-on|puis-je|faut-il|a-t-on|as-tu|avez-vous|est-il|est-elle',
    ),
    negation: word("ne|n['’]|pas|jamais|personne|aucun|aucune|interdit|interdite|interdits|sans|non"),
    permission: word(
      'autorisé|autorisée|autorisés|permis|gratuit|gratuite|possible|peut|peuvent|ouvert|ouverte|oui|bienvenus',
    ),
    hedge: word(
      'mais|sauf|si|seulement|certains|certaines|parfois|souvent|jusqu|ou|peut-être|cependant|presque|avant|tandis|si|dit|croit|affirme|veut|pourrait',
    ),
    yes: /^["«“]?oui[,.:!]/iu,
    no: /^["«“]?non[,.:!]/iu,
  },
};
/** Words of a question that only say that something is asked: "can I bring", "is there". */
const LIGHT_VERBS = word(
  'bring|get|take|use|have|there|possible|allowed|go|come|make|ok|okay|still|also|any|mitbringen|bringen|nehmen|nutzen|benutzen|erlaubt|möglich|mitnehmen|machen|traer|llevar|usar|permitido|posible|apporter|utiliser|emmener|autorisé',
);

/** Whether the question can be answered with yes or no. */
function isYesNoQuestion(question: string, language: string): boolean {
  return WORDS[language]?.opener.test(question) === true && !/\bor\b|\boder\b|\bo\b|\bou\b/iu.test(question);
}

/** What the sentence says to the question; undefined unless it is certain. */
export function readPolarity(
  question: string,
  sentence: string,
  {
    analyzer,
    language,
    sentenceLanguage,
  }: { readonly analyzer: Analyzer; readonly language: string; readonly sentenceLanguage: string },
): Polarity | undefined {
  const words = WORDS[language];
  if (!words || language !== sentenceLanguage || !isYesNoQuestion(question, language)) return undefined;
  if (words.negation.test(question) || /n['’]t\b/iu.test(question)) return undefined;
  const have = new Set(analyzer.terms(sentence, language));
  const asked = (question.match(/[\p{L}\p{N}'’-]+/gu) ?? []).filter(
    (one) => !LIGHT_VERBS.test(one) && analyzer.terms(one, language).length > 0,
  );
  if (asked.length === 0) return undefined;
  const isCovered = asked.every((one) => analyzer.terms(one, language).every((term) => have.has(term)));
  if (!isCovered) return undefined;
  if (words.yes.test(sentence)) return 'yes';
  if (words.no.test(sentence)) return 'no';
  if (words.hedge.test(sentence)) return undefined;
  const negations = sentence.match(new RegExp(words.negation, 'giu'))?.length ?? 0;
  const isNegated = negations + (sentence.match(/n['’]t\b/giu)?.length ?? 0);
  if (isNegated === 1) return 'no';
  return isNegated === 0 && words.permission.test(sentence) && asked.length > 0 ? 'yes' : undefined;
}
