// Sentence patterns of German, Spanish and French that can be turned into questions without mistakes.
import type { QuestionKind } from './generated-question.js';

/** A pattern and the question that its sentences answer. */
interface QuestionPattern {
  readonly kind: QuestionKind;
  readonly sentence: RegExp;
  /** Gets the groups of the match. */
  readonly question: (groups: readonly string[]) => string;
}

/** Questions in one language. */
export interface QuestionTemplates {
  readonly patterns: readonly QuestionPattern[];
  readonly whoIs: (name: string) => string;
  readonly says: (name: string) => string;
}

const MONTHS_DE = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember';
const MONTHS_ES = 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';
const MONTHS_FR = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const SUBJECT_DE = String.raw`((?:Der|Die|Das) (?:\p{L}[\p{L}-]* ){0,2}\p{Lu}[\p{L}-]*)`;
const DATE_DE = String.raw`(?:am (?:\p{L}+, (?:dem )?)?\d{1,2}\. (?:${MONTHS_DE})(?: \d{4})?|im (?:${MONTHS_DE})(?: \d{4})?|im Jahr \d{4}|\d{4})`;
const SUBJECT_ES = String.raw`((?:El|La|Los|Las) (?:\p{L}[\p{L}-]* ){0,3}\p{L}[\p{L}-]*)`;
const DATE_ES = String.raw`(?:el (?:\p{L}+ )?\d{1,2} de (?:${MONTHS_ES})|en (?:${MONTHS_ES}|\d{4}))`;
const SUBJECT_FR = String.raw`((?:Le |La |Les |L['’])(?:\p{L}[\p{L}-]* ){0,3}\p{L}[\p{L}-]*)`;
const DATE_FR = String.raw`(?:le (?:\p{L}+ )?\d{1,2}(?:er)? (?:${MONTHS_FR})|en (?:${MONTHS_FR}|\d{4}))`;
const lower = (text = ''): string => text.charAt(0).toLowerCase() + text.slice(1);

/** In other languages, only questions that the article itself asks are suggested. */
export const QUESTION_TEMPLATES: Readonly<Record<string, QuestionTemplates>> = {
  de: {
    whoIs: (name) => `Wer ist ${name}?`,
    says: (name) => `Was sagt ${name}?`,
    patterns: [
      {
        kind: 'when',
        sentence: new RegExp(
          `^${SUBJECT_DE} (wird|werden|wurde|wurden|ist|sind|soll|sollen|hat|haben) (?:ab |bis |seit )?${DATE_DE} ((?:\\p{L}+ ){0,5}\\p{Ll}+)[.,;]`,
          'u',
        ),
        question: ([subject, verb, rest]) => `Wann ${verb} ${lower(subject)} ${rest}?`,
      },
      {
        kind: 'when',
        sentence: new RegExp(
          `^${SUBJECT_DE} (öffnet|schließt|beginnt|endet|startet|eröffnet|schloss|begann|endete|startete) ${DATE_DE}`,
          'u',
        ),
        question: ([subject, verb]) => `Wann ${verb} ${lower(subject)}?`,
      },
      {
        kind: 'howLong',
        sentence: new RegExp(
          `^${SUBJECT_DE} (dauert|dauern|dauerte|dauerten) (?:\\p{L}+ ){0,2}[\\p{L}\\p{N},]+ (?:Sekunden|Minuten|Stunden|Tage|Wochen|Monate|Jahre)(?!\\p{L})`,
          'u',
        ),
        question: ([subject, verb]) => `Wie lange ${verb} ${lower(subject)}?`,
      },
      {
        kind: 'howMuch',
        sentence: new RegExp(`^${SUBJECT_DE} (kostet|kosten|kostete|kosteten) (?:\\p{L}+ ){0,6}\\p{N}`, 'u'),
        question: ([subject, verb]) => `Wie viel ${verb} ${lower(subject)}?`,
      },
      {
        // "Das Bad bleibt bis zum 15. September geöffnet."
        kind: 'howLong',
        sentence: new RegExp(
          `^${SUBJECT_DE} (bleibt|bleiben|ist|sind) ((?:in|an|auf) dies\\p{L}+ \\p{Lu}\\p{L}+ )?(?:noch )?bis (?:zum \\d{1,2}\\. (?:${MONTHS_DE})|(?:Ende |Anfang |Mitte )?(?:${MONTHS_DE}))(?: \\d{4})? (geöffnet|geschlossen|gesperrt|offen)[.,]`,
          'u',
        ),
        question: ([subject, verb, when = '', state]) =>
          `Wie lange ${verb} ${lower(subject)} ${when}${state}?`,
      },
      {
        // "Insgesamt stiegen am Wochenende 312 Menschen ins Wasser, …"
        kind: 'howMany',
        sentence:
          /^Insgesamt (\p{Ll}+) ((?:am|im|in der|bei der) \p{Lu}\p{L}+ )?[\p{N}.]*\p{N} (\p{Lu}\p{L}+)((?: \p{L}+){1,6})?[.,]/u,
        question: ([verb, when = '', things, rest = '']) =>
          `Wie viele ${things} ${verb} ${`${when}${rest.trim()}`.trim()}?`.replace(/ \?$/u, '?'),
      },
      {
        // "Für die Helfer gibt es am 24. August ein Grillfest."
        kind: 'when',
        sentence: new RegExp(`^[^,.]{3,40} gibt es ${DATE_DE} (ein(?:e|en)? \\p{Lu}[\\p{L}-]+)`, 'u'),
        question: ([thing]) => `Wann gibt es ${thing}?`,
      },
      {
        // "Veranstalter ist der Förderverein", "Größter Einzelgeber war mit 5.000 Euro die Tischlerei Harms"
        kind: 'who',
        sentence:
          /^((?:\p{Lu}\p{Ll}+er )?\p{Lu}\p{Ll}{3,}(?:er|in)) (ist|war|sind|waren) (?:mit [^,.]{1,30} )?(?:der|die|das) \p{Lu}/u,
        question: ([role = '', verb]) => `Wer ${verb} ${/ /u.test(role) ? lower(role) : role}?`,
      },
    ],
  },
  es: {
    whoIs: (name) => `¿Quién es ${name}?`,
    says: (name) => `¿Qué dice ${name}?`,
    patterns: [
      {
        kind: 'when',
        sentence: new RegExp(
          `^${SUBJECT_ES} ((?:será|serán|fue|fueron|ha sido|han sido) \\p{L}+d[oa]s?|abrirá|cerrará|empezará|comenzará|terminará|abrió|cerró|empezó|comenzó|terminó|abre|cierra|empieza|comienza|termina) (?:\\p{L}+ ){0,4}?${DATE_ES}`,
          'u',
        ),
        question: ([subject, verb]) => `¿Cuándo ${verb} ${lower(subject)}?`,
      },
      {
        kind: 'howMuch',
        sentence: new RegExp(
          `^${SUBJECT_ES} (cuesta|cuestan|costó|costaron|costará|costarán) (?:\\p{L}+ ){0,6}\\p{N}`,
          'u',
        ),
        question: ([subject, verb]) => `¿Cuánto ${verb} ${lower(subject)}?`,
      },
      {
        kind: 'howLong',
        sentence: new RegExp(
          `^${SUBJECT_ES} (dura|duran|duró|duraron|durará|durarán) (?:\\p{L}+ ){0,2}[\\p{L}\\p{N}]+ (?:segundos|minutos|horas|días|semanas|meses|años)`,
          'u',
        ),
        question: ([subject, verb]) => `¿Cuánto tiempo ${verb} ${lower(subject)}?`,
      },
    ],
  },
  fr: {
    whoIs: (name) => `Qui est ${name} ?`,
    says: (name) => `Que dit ${name} ?`,
    patterns: [
      {
        kind: 'when',
        sentence: new RegExp(
          `^${SUBJECT_FR} (sera \\p{L}+|seront \\p{L}+|a été \\p{L}+|ont été \\p{L}+|ouvrira|fermera|commencera|finira|ouvre|ferme|commence|a ouvert|a fermé|a commencé) (?:\\p{L}+ ){0,4}?${DATE_FR}`,
          'u',
        ),
        question: ([subject, verb]) => `Quand ${verb} ${lower(subject)} ?`,
      },
      {
        kind: 'howMuch',
        sentence: new RegExp(
          `^${SUBJECT_FR} (coûte|coûtent|coûtera|coûteront|a coûté|ont coûté) (?:\\p{L}+ ){0,6}\\p{N}`,
          'u',
        ),
        question: ([subject, verb]) => `Combien ${verb} ${lower(subject)} ?`,
      },
      {
        kind: 'howLong',
        sentence: new RegExp(
          `^${SUBJECT_FR} (dure|durent|durera|dureront|a duré|ont duré) (?:\\p{L}+ ){0,2}[\\p{L}\\p{N}]+ (?:secondes|minutes|heures|jours|semaines|mois|ans)`,
          'u',
        ),
        question: ([subject, verb]) => `Combien de temps ${verb} ${lower(subject)} ?`,
      },
    ],
  },
};
