import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/core/summary/candidates.js';
import { generateQuestions } from '../../../src/core/summary/questions/generate-questions.js';
import type { Article } from '../../../src/core/text/article.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';

async function questionsOf(text: string, language = 'en', more: Partial<Article> = {}) {
  const article = {
    ...{ id: 'a', library: 'town', title: 'x', text, bodyStart: 0 },
    language,
    digest: text,
    ...more,
  };
  return generateQuestions(await readArticle(article, createAnalyzer())).map((question) => question.text);
}

describe('generated questions', () => {
  it.each([
    [
      'The Old Mill Bridge will close to all traffic on 3 March 2031.',
      'When will the Old Mill Bridge close to all traffic?',
    ],
    ['The harbor pool will open on 1 May.', 'When will the harbor pool open?'],
    ['The work is expected to last nineteen weeks.', 'How long is the work expected to last?'],
    ['The towels are kept for a month at the kiosk.', 'How long are the towels kept?'],
    ['Guests pay two crowns a day.', 'How much do guests pay?'],
    [
      'The council chose the firm because its offer was the cheapest.',
      'Why did the council choose the firm?',
    ],
    [
      'Forty new volunteers have signed up for the season.',
      'How many new volunteers have signed up for the season?',
    ],
    ['Engineers warn that the wall is too low.', 'What do engineers say about the wall?'],
    ['Helena Vasquez, who leads the observatory, spoke first. Vasquez smiled.', 'Who leads the observatory?'],
  ])('turns “%s” into “%s”', async (sentence, question) => {
    expect(await questionsOf(sentence)).toContain(question);
  });

  it.each([
    ['de', 'Die Arbeiten dauern neunzehn Wochen.', 'Wie lange dauern die Arbeiten?'],
    ['de', 'Die Alte Brücke wird am 3. März 2031 gesperrt.', 'Wann wird die Alte Brücke gesperrt?'],
    ['de', 'Die Orgel kostet nach Angaben der Pfarrei 80.000 Euro.', 'Wie viel kostet die Orgel?'],
    ['de', 'Die Mühle bleibt bis zum 3. Oktober geschlossen.', 'Wie lange bleibt die Mühle geschlossen?'],
    [
      'de',
      'Insgesamt kamen am Samstag 480 Gäste zum Fest, mehr als je zuvor.',
      'Wie viele Gäste kamen am Samstag zum Fest?',
    ],
    ['de', 'Für Familien gibt es am 2. Mai ein Konzert im Hof.', 'Wann gibt es ein Konzert?'],
    ['de', 'Veranstalter ist der Heimatverein Ostrau.', 'Wer ist Veranstalter?'],
    ['de', 'Größter Spender war mit 900 Euro die Bäckerei Ohm.', 'Wer war größter Spender?'],
    ['es', 'El órgano costó según la parroquia 80.000 euros.', '¿Cuánto costó el órgano?'],
    ['es', 'El puente viejo cerrará el 3 de marzo por obras.', '¿Cuándo cerrará el puente viejo?'],
    ['fr', 'Le vieux pont fermera le 3 mars pour des travaux.', 'Quand fermera le vieux pont ?'],
  ])('asks correctly in %s: “%s”', async (language, sentence, question) => {
    expect(await questionsOf(sentence, language)).toContain(question);
  });

  it.each([
    ['a pronoun', 'She will open the pool on 1 May.'],
    ['a negation', 'The pool will not open on 1 May.'],
    ['a quotation', '"The pool will open on 1 May," said the board.'],
    ['a question to the reader', 'Do you swim in May?'],
  ])('asks nothing about %s', async (_what, sentence) => {
    expect(await questionsOf(sentence)).toEqual([]);
  });

  it("repeats a FAQ's own questions", async () => {
    const text = 'How much does a plot cost?\n\nA plot costs 60 pounds a year.';

    const asked = await questionsOf(text, 'en', {
      structure: [{ kind: 'heading', level: 2, start: 0, end: 26 }],
    });

    expect(asked[0]).toBe('How much does a plot cost?');
  });
});
