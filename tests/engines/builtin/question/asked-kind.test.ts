import { describe, expect, it } from 'vitest';
import { lacksAskedKind } from '../../../../src/engines/builtin/question/asked-kind.js';

describe('the kind of thing that is asked for', () => {
  it.each([
    ['how old is she?', 'Ms Falk, 67, called it a truce.'],
    ['how old is he', 'He has lived here for all of his 67 years.'],
    ['how old is he', '“I’m sixty-two,” he says.'],
    ['how old was she when she died', 'She died in Skarvik at 91.'],
    ['how old is the treasurer', 'Its treasurer, Ivo Sand, a 44-year-old dentist, resigned.'],
    ['how old is Ruda Falk', 'Falk turned forty.'],
    ['how old is Ruda Falk', 'Sixty-seven.'],
    ['how old is the mill', 'The mill was built in 1874.'],
    ['Wie alt war der älteste Läufer?', 'Alwin Drees ist 79 und kam als Letzter an.'],
    ['wie alt ist Mila', 'Die Jüngste, Mila Drees, ist sechs Jahre alt.'],
    ['¿Cuántos años tiene Blas?', 'Lo restauró Blas Otero, de 52 años.'],
    ['quel âge a-t-elle ?', 'Marie, 54 ans, dirige le moulin.'],
    ['how deep is the lake', 'The lake is 23 metres deep.'],
    ['how deep is the lake', 'It measures 23 metres at the dam.'],
    ['how far is the next mill', 'The next mill is 14 miles away.'],
    ['how tall is it', 'It is 30m tall.'],
    ['Wie hoch war die Gebühr?', 'Die Gebühr betrug sieben Euro.'],
    ['how hot does it get', 'It reaches 1,200 degrees.'],
    ['how heavy is it', 'It weighs 40 kg.'],
    ['what does it cost', 'Children swim free.'],
    ['was kostet das für studenten?', 'Studierende zahlen die Hälfte.'],
    ['when was she born?', 'She was born in 1950.'],
    ['who is she?', 'A potter.'],
  ])('“%s” may be answered by “%s”', (question, sentence) => {
    expect(lacksAskedKind(question, sentence)).toBe(false);
  });

  it.each([
    ['how old is she?', 'The club, founded by Ruda Falk in October last year, has 1,300 members.'],
    ['how old is she?', 'The saving would be £48,000 a year, and a team would cover two neighbouring locks.'],
    ['how old is he', 'Ivo Sand, who has lived opposite for 22 years, said so.'],
    ['how old is Ruda Falk', 'Its treasurer, Ivo Sand, a 44-year-old dentist, resigned.'],
    ['how old is Ruda Falk', 'She bought her first hive in 2009.'],
    ['Wie alt war der älteste Läufer?', 'Zusammen kamen alle auf 1.906 Kilometer.'],
    ['wie alt ist sie?', 'Die Amtszeit dauert sechs Jahre.'],
    ['quel âge a-t-elle ?', 'Elle travaille ici depuis 12 ans.'],
    ['how deep is the pool', 'The pool, which is 50 metres long and unheated, drew 41,000 visits.'],
    ['how far is the next pool', 'The pool is 50 metres long.'],
    ['how tall is she', 'She moved forty hives in a single night.'],
    ['wie breit ist er?', 'Zusammen legten alle Läufer 9.614 Kilometer zurück.'],
    ['Wie tief ist das Becken?', 'Das Land hat 20.000 Euro zugesagt.'],
    ['how hot does it get', 'She fires it every second Friday.'],
    ["what's that cost", 'Use your own clay, or buy from the store at cost price.'],
    ['when was she born?', 'The machine was built in 1874 by Esther Harrow.'],
  ])('“%s” is not answered by “%s”', (question, sentence) => {
    expect(lacksAskedKind(question, sentence)).toBe(true);
  });
});
