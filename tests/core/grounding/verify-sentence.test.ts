import { describe, expect, it } from 'vitest';
import { createAttributor } from '../../../src/core/grounding/attribute-evidence.js';
import { createAnalyzer } from '../../../src/engines/builtin/words/analyzer.js';
import { evidenceFrom } from '../../support/evidence.js';

const analyzer = createAnalyzer();

interface Options {
  readonly language?: string;
  readonly question?: string;
  readonly questionLanguage?: string;
}

function flawsOf(
  claim: string,
  source: string,
  { language = 'en', question, questionLanguage = language }: Options = {},
) {
  const evidence = evidenceFrom([source], language);
  const attributor = createAttributor(evidence, {
    analyzer,
    ...(question === undefined ? {} : { question: { text: question, language: questionLanguage } }),
  });
  return attributor.verify(claim, evidence).flaws;
}

describe('verify: numbers', () => {
  it.each([
    ['The castle is from the nineteenth century.', 'The castle is from the 19th century.'],
    ['It cost $1,500,000 to repair the bridge.', 'It cost $1.5 million to repair the bridge.'],
    ['Repairs cost 1.5 million dollars.', 'Repairs cost $1.5m.'],
    ['Repairs cost 1.5 million dollars.', 'Repairs cost 1,500,000 dollars.'],
    ['About 40 percent of voters stayed at home.', 'About 40% of voters stayed at home.'],
    ['Twenty-five boats sank in the storm.', 'In the storm, 25 boats sank.'],
    ['The dam holds one hundred and twenty litres.', 'The dam holds 120 litres.'],
    ['The tower is 300 metres tall.', 'The tower is 300 meters tall.'],
    ['The first three days were quiet.', 'The first 3 days were quiet.'],
    ['Both brothers left the town.', 'The two brothers left the town.'],
    ['Two brothers left the town.', 'Both brothers left the town.'],
    ['Die Brücke kostete 1.500.000 Euro.', 'Die Brücke kostete 1,5 Millionen Euro.', 'de'],
    ['Fünfundzwanzig Boote sanken im Sturm.', 'Im Sturm sanken 25 Boote.', 'de'],
    ['Quatre-vingt-dix bateaux ont coulé.', '90 bateaux ont coulé.', 'fr'],
    ['Treinta y dos barcos se hundieron.', '32 barcos se hundieron.', 'es'],
    ['Мост стоил 1,5 миллиона рублей.', 'Мост стоил 1 500 000 рублей.', 'ru'],
    ['يبلغ ارتفاع البرج 300 متر.', 'يبلغ ارتفاع البرج ٣٠٠ متر.', 'ar'],
    ['塔高三百米，建于城中。', '塔高300米，建于城中。', 'zh'],
  ])('accepts “%s” based on “%s”', (claim, source, language = 'en') => {
    expect(flawsOf(claim, source, { language })).toEqual([]);
  });

  it.each([
    ['The bridge is 310 metres long.', 'The bridge is 300 metres long.'],
    ['It cost 1.5 billion dollars to repair.', 'It cost 1.5 million dollars to repair.'],
    ['It cost €5 million to repair.', 'It cost $5 million to repair.'],
    ['About 40 voters stayed at home, or 30%.', 'About 40% of voters stayed at home, or 30.'],
    ['The tower is 300 feet tall.', 'The tower is 300 metres tall.'],
    ['Thirty-five boats sank in the storm.', 'In the storm, 25 boats sank.'],
    [
      'In the storm 30 people died and 5 people were hurt, and 5 boats sank.',
      'In the storm 30 people died and 7 people were hurt, and 5 boats sank.',
    ],
    ['In 30 villages 5 houses burned.', 'In 5 villages 30 houses burned.'],
    ['Im Sturm sanken sechsundzwanzig Boote.', 'Im Sturm sanken 25 Boote.', 'de'],
    ['Мост стоил 15 миллионов рублей.', 'Мост стоил 1,5 миллиона рублей.', 'ru'],
  ])('rejects “%s” based on “%s”', (claim, source, language = 'en') => {
    expect(flawsOf(claim, source, { language })).toContain('number');
  });
});

describe('verify: dates', () => {
  it.each([
    ['The harbour closes on March 3, 2031.', 'The harbour closes on 3 March 2031.'],
    ['The harbour closes on 3rd March 2031.', 'The harbour closes on 2031-03-03.'],
    ['The harbour closes in March 2031.', 'The harbour closes on 3 March 2031.'],
    ['The harbour closes in 2031.', 'The harbour closes on 3 March 2031.'],
    ['Der Hafen schließt am 3. März 2031.', 'Der Hafen schließt am 03.03.2031.', 'de'],
    ['Порт закроется 3 марта 2031 года.', 'Порт закроется 03.03.2031.', 'ru'],
    ['El puerto cierra el 3 de marzo de 2031.', 'El puerto cierra el 03/03/2031.', 'es'],
    ['港口将于2031年3月3日关闭。', '港口将于2031-03-03关闭。', 'zh'],
  ])('accepts “%s” based on “%s”', (claim, source, language = 'en') => {
    expect(flawsOf(claim, source, { language })).toEqual([]);
  });

  it.each([
    ['The harbour closes on 4 March 2031.', 'The harbour closes on 3 March 2031.', 'date'],
    ['The harbour closes on 3 May 2031.', 'The harbour closes on 3 March 2031.', 'date'],
    ['The harbour closes on 3 March 2032.', 'The harbour closes on 3 March 2031.', 'date'],
    ['The harbour closes on 3 March.', 'The harbour closes in March.', 'date'],
    ['The harbour closes on Tuesday.', 'The harbour closes on Monday.', 'date'],
    ['The harbour closes in 2032.', 'The harbour closes in 2031.', 'number'],
    ['The harbour closes on March 86.', 'The harbour closes on March 16.', 'number'],
    ['Порт закроется 3 мая 2031 года.', 'Порт закроется 3 марта 2031 года.', 'date', 'ru'],
  ])('rejects “%s” based on “%s”', (claim, source, flaw, language = 'en') => {
    expect(flawsOf(claim, source, { language })).toContain(flaw);
  });
});

describe('verify: names', () => {
  it.each([
    ['The plan of Calloway failed in the council.', "Calloway's plan failed in the council."],
    ['The Ukrainian army held the city.', "Ukraine's army held the city."],
    ['The EU paid for the bridge.', 'The European Union paid for the bridge.'],
    ['The European Union paid for the bridge.', 'The EU paid for the bridge.'],
    ['The United States paid for the bridge.', 'The U.S. paid for the bridge.'],
    ['Президент встретил Кличко и Зеленского.', 'Президент встретил Кличко, а Зеленский пришёл позже.', 'ru'],
    ['Der Rat lobte Merkels Plan.', 'Der Rat lobte den Plan von Merkel.', 'de'],
  ])('accepts “%s” based on “%s”', (claim, source, language = 'en') => {
    expect(flawsOf(claim, source, { language })).not.toContain('name');
  });

  it.each([
    ['The council praised Johnston.', 'The council praised Johnson.'],
    ['The council met in Austria.', 'The council met in Australia.'],
    ['Berlin is the capital of the country.', 'Paris is the capital of the country.'],
    ['The work was led by Tomas Calloway.', 'The work was led by Ines Calloway and opposed by Reyle.'],
    [
      'Police blamed the Court York company.',
      'Police of New York blamed the company after a long talk with the Court of Justice.',
    ],
    ['Власти города поблагодарили Пушкина.', 'Власти города поблагодарили Гоголя.', 'ru'],
  ])('rejects “%s” based on “%s”', (claim, source, language = 'en') => {
    expect(flawsOf(claim, source, { language })).toContain('name');
  });
});

describe('verify: quotes and links', () => {
  it.each([
    ['She called it “a painful but needed step”.', 'She called it "a painful but needed step."'],
    ['Sie nannte es „einen Schritt“.', 'Sie nannte es «einen Schritt».', 'de'],
    ['See https://brannock.example/plan for the plan.', 'See https://brannock.example/plan for the plan.'],
  ])('accepts “%s” based on “%s”', (claim, source, language = 'en') => {
    expect(flawsOf(claim, source, { language })).toEqual([]);
  });

  it.each([
    ['She called it “a painful and needed step”.', 'She called it “a painful but needed step”.', 'quote'],
    ['She called it “unity”.', 'She called it “community”.', 'quote'],
    ['See https://evil.example/plan for the plan.', 'See the plan for the plan.', 'link'],
    ['The plan is on evil.example now.', 'The plan is now on.', 'link'],
    ['The plan is [here](plan).', 'The plan is here.', 'link'],
    ['@everyone the harbour closes.', 'The harbour closes.', 'link'],
    ['<@1234> says the harbour closes.', 'The harbour closes.', 'link'],
  ])('rejects “%s” based on “%s”', (claim, source, flaw) => {
    expect(flawsOf(claim, source)).toContain(flaw);
  });
});

describe('verify: content', () => {
  it.each([
    ['The council did not close the harbour.', 'The council closed the harbour.', 'negation'],
    ['The council closed the harbour.', 'The council did not close the harbour.', 'negation'],
    [
      'Kallas resigned from office on Monday.',
      'Kallas denied having resigned from office on Monday.',
      'negation',
    ],
    ['Der Hafen ist nicht geschlossen.', 'Der Hafen ist geschlossen.', 'negation', 'de'],
    ['El puerto no está cerrado.', 'El puerto está cerrado.', 'negation', 'es'],
    ['Порт не закрыт для лодок.', 'Порт закрыт для лодок.', 'negation', 'ru'],
    ['港口没有关闭。', '港口关闭。', 'negation', 'zh'],
    ['Prices fell in the city last year.', 'Prices rose in the city last year.', 'opposite'],
    ['The boats left before the storm.', 'The boats left after the storm.', 'opposite'],
    [
      'Die Preise in der Stadt sanken.',
      'Die Preise in der Stadt stiegen, sie sind gestiegen.',
      'opposite',
      'de',
    ],
    ['Reyle criticised Calloway.', 'Calloway criticised Reyle.', 'roles'],
    ['Calloway was criticised by Reyle.', 'Calloway criticised Reyle.', 'roles'],
    ['The harbour closes, and the mayor stole all the money.', 'The harbour closes for repairs.', 'added'],
    ['The council has elected a new bishop.', 'The harbour closes for repairs.', 'content'],
    ['As an AI language model, I am happy to help.', 'The harbour closes for repairs.', 'content'],
  ])('rejects “%s” based on “%s”', (claim, source, flaw, language = 'en') => {
    expect(flawsOf(claim, source, { language })).toContain(flaw);
  });

  it.each([
    ['Reyle was criticised by Calloway.', 'Calloway criticised Reyle.'],
    ['The city does not allow boats in the harbour.', 'The city bans boats in the harbour.'],
    ['According to the article, nobody was hurt in the storm.', 'Nobody was hurt in the storm.'],
    [
      'The council chose Delmar because the firm was cheapest.',
      'The council chose the firm Delmar because its offer was the cheapest.',
    ],
  ])('accepts “%s” based on “%s”', (claim, source) => {
    expect(flawsOf(claim, source)).toEqual([]);
  });
});

describe('verify: the question', () => {
  it('supports details that the evidence leaves out', () => {
    const question = 'What did Ines Calloway call the closure in 2031?';

    const flaws = flawsOf(
      'In 2031 Ines Calloway called the closure a painful step.',
      'The mayor called the closure a painful step.',
      { question },
    );

    expect(flaws).toEqual([]);
  });

  it.each([
    [
      'When in 2025 will the harbour close?',
      'The harbour will close in 2025.',
      'The harbour will close in 2031.',
      'number',
    ],
    ['Did Reyle win the vote?', 'Reyle won the vote.', 'Calloway won the vote.', 'name'],
    ['Is the pope a thief?', 'The pope is a thief.', 'The harbour closes for repairs.', 'content'],
  ])('does not make “%s” true', (question, claim, source, flaw) => {
    expect(flawsOf(claim, source, { question })).toContain(flaw);
  });
});

describe('verify: across languages', () => {
  it.each([
    ['Der Hafen von Brannock schließt am 3. März 2031.', 'de'],
    ['Порт Браннок закроется 3 марта 2031 года.', 'ru'],
    ['El puerto de Brannock cierra el 3 de marzo de 2031.', 'es'],
  ])('compares numbers and names of “%s”', (claim, questionLanguage) => {
    const source = 'The harbour of Brannock closes on 3 March 2031.';
    const question = {
      de: 'Wann schließt der Hafen?',
      ru: 'Когда закроется порт?',
      es: '¿Cuándo cierra el puerto?',
    }[questionLanguage];

    expect(flawsOf(claim, source, { question: question ?? '', questionLanguage })).toEqual([]);
  });

  it.each([
    ['Der Hafen von Brannock schließt am 4. März 2031.', 'de', 'date'],
    ['Der Hafen von Querrin schließt am 3. März 2031.', 'de', 'name'],
    ['Der Hafen ist längst verkauft worden.', 'de', 'content'],
    ['Порт Куэррин закроется 3 марта 2031 года.', 'ru', 'name'],
  ])('rejects “%s”', (claim, questionLanguage, flaw) => {
    const question = questionLanguage === 'de' ? 'Was ist mit dem Hafen?' : 'Что случилось с портом?';

    expect(
      flawsOf(claim, 'The port of Brannock closes on 3 March 2031.', { question, questionLanguage }),
    ).toContain(flaw);
  });

  it('recognizes country names in other languages', () => {
    const question = 'Wer hat die Brücke bezahlt?';

    const flaws = flawsOf('Deutschland hat die Brücke bezahlt.', 'Germany paid for the bridge.', {
      question,
      questionLanguage: 'de',
    });

    expect(flaws).toEqual([]);
  });
});
