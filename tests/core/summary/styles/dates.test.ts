import { describe, expect, it } from 'vitest';
import { findDates } from '../../../../src/core/summary/styles/dates.js';

/** A Tuesday. */
const PUBLISHED = '2031-02-11';
const datesIn = (text: string, language = 'en') =>
  findDates(text, { language, published: PUBLISHED }).map(({ date }) => date);

describe('dates', () => {
  it.each([
    ['en', 'The council voted on Monday evening to keep the ferry.', '2031-02-10'],
    ['en', 'The pool will open on Friday morning.', '2031-02-14'],
    ['en', 'The council decided on Monday that the bridge will close.', '2031-02-10'],
    ['en', 'The first trams are due on Thursday.', '2031-02-13'],
    ['en', 'The ferry runs again since Sunday.', '2031-02-09'],
    ['en', 'The library closed yesterday.', '2031-02-10'],
    ['de', 'Der Rat stimmte am Montag zu.', '2031-02-10'],
    ['de', 'Das Bad wird am Freitag geöffnet.', '2031-02-14'],
    ['es', 'El cine volvió a abrir el sábado por la noche.', '2031-02-08'],
    ['fr', 'Le conseil a voté lundi soir.', '2031-02-10'],
  ])('work out a weekday of a single event (%s): %s', (language, text, date) => {
    expect(datesIn(text, language)).toEqual([date]);
  });

  it.each([
    ['en', 'On the last Saturday of every month there is a concert.'],
    ['en', 'On Monday and Tuesday evenings the hall belongs to the choir.'],
    ['en', 'From then on Brandt taught at the school every Thursday.'],
    ['en', 'Brandt taught at the school on Thursdays.'],
    ['en', 'Lessons were held on Saturday mornings.'],
    ['en', 'The hall runs around the clock from Monday to Friday.'],
    ['en', 'The kiosk is closed on Sunday.'],
    ['en', 'Tickets cost two crowns today.'],
    ['en', 'One Friday the walls fell.'],
    ['en', 'On Friday the walls fell, and in 1912 they were raised again.'],
    ['en', 'The council decided to close the bridge on Monday.'],
    ['en', '"We open on Monday," she said.'],
    ['de', 'Auch am Sonntag haben wir zu, nur das Café öffnet von 14 bis 17 Uhr.'],
    ['de', 'Das Café hat am Sonntag geöffnet.'],
    ['de', 'Jeden Montag wurde dort getanzt.'],
    ['de', 'Am Morgen kam der Regen.'],
    ['es', 'Los miércoles no hay cine.'],
    ['es', 'Los viernes un club elegirá la película.'],
    ['es', 'El primer domingo de cada mes se proyectará una película.'],
    ['fr', 'Le musée est fermé le lundi.'],
    ['fr', 'Tous les lundis, le musée a fermé plus tôt.'],
  ])('leave a habit or an uncertain day alone (%s): %s', (language, text) => {
    expect(datesIn(text, language).filter((date) => date.startsWith('2031'))).toEqual([]);
  });

  it.each([
    ['The fair will come back in January.', '2032-01'],
    ['The roof was repaired in November.', '2030-11'],
    ['The season runs from 4 March.', '2031-03-04'],
    ['Unused leave lapses on 31 October.', '--10-31'],
    ['The fair comes on 1 March every year.', '--03-01'],
  ])('have the year that the tense says, or none: %s', (text, date) => {
    expect(datesIn(text)).toEqual([date]);
  });
});
