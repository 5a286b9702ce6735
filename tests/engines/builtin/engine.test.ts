import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuiltinEngine } from '../../../src/engines/builtin/engine.js';
import { classifyAnswerType } from '../../../src/engines/builtin/question/answer-type.js';
import { tokenize } from '../../../src/engines/builtin/words/analyzer.js';
import { editDistance } from '../../../src/engines/builtin/words/spelling-variants.js';

const { analyzer, embedder } = createBuiltinEngine();

const cosine = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

describe('analyzer', () => {
  it.each([
    ['en', 'The displaced and the displacement', ['displac', 'displac']],
    ['en', '1,500,000 and 1.5', ['1500000', '1p5']],
    ['en', "Kovac's boats aren't here", ['kovac', 'boat']],
    ['en', 'The U.S. and the US', ['us', 'us']],
    ['de', 'Die Häuser', ['haus']],
    ['fr', 'Les élections françaises', ['elect', 'francais']],
    ['hi', '२०१९', ['2019']],
    ['ar', '١٬٥٠٠ و ٢٠١٩', ['1500', '2019']],
    ['th', '๒๕๕๐', ['2550']],
    ['en', '', []],
  ])('extracts the terms of %s text: %s', (language, text, terms) => {
    expect(analyzer.terms(text, language)).toEqual(terms);
  });

  it.each([
    ['zh', '乌克兰总统拒绝割让领土'],
    ['th', 'ประธานาธิบดีปฏิเสธที่จะยกดินแดน'],
    ['ja', '大統領は領土の割譲を拒否した'],
  ])('segments %s text without spaces into several words', (language, text) => {
    expect(analyzer.terms(text, language).length).toBeGreaterThan(2);
  });

  it.each([
    ['en', 'The council said on Monday that the harbour would be closed for repairs.'],
    ['de', 'Der Stadtrat sagte am Montag, der Hafen werde wegen Reparaturen geschlossen.'],
    ['ru', 'Городской совет сообщил в понедельник, что порт будет закрыт на ремонт.'],
    ['zh', '市议会周一表示，港口将关闭维修。'],
    ['ja', '市議会は月曜日に港を閉鎖すると発表した。'],
    ['el', 'Το λιμάνι θα κλείσει για επισκευές.'],
    ['en', 'The Lindau–Okafor alphabet is a writing system of the Mbari language.'],
    ['de', 'Dschingis Khan und die Mongolen Tanggu, Xi Xia und Jin.'],
    ['und', '12345 !!!'],
  ])('detects %s', (language, text) => {
    expect(analyzer.detectLanguage(text)).toBe(language);
  });

  it.each([
    ['zelenski', ['zelenska', 'zelensky', 'salon'], ['zelenska', 'zelensky']],
    ['frech', ['french', 'fresh', 'beach'], ['french', 'fresh']],
    ['presidnt', ['president', 'prevent'], ['president']],
    ['dog', ['dig'], []],
  ])('finds the words that %s may be a misspelling of', (term, vocabulary, similar) => {
    expect(analyzer.similarTerms(term, vocabulary)).toEqual(similar);
  });

  it('produces terms of only letters, marks and digits from any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('en', 'de', 'ru', 'ar', 'th', 'und', 'xx'),
        (text, language) => {
          for (const { term, start, surface } of tokenize(text, language)) {
            expect(term).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
            expect(text.slice(start, start + surface.length)).toBe(surface);
          }
        },
      ),
    );
  });
});

describe('embedder', () => {
  it('returns the same unit vectors of its dimension each time', async () => {
    const [first, again] = await embedder.embedDocuments(['The harbour closes.', 'The harbour closes.']);

    expect(first).toEqual(again);
    expect(first).toHaveLength(embedder.dimensions);
    expect(cosine(first ?? [], first ?? [])).toBeCloseTo(1, 6);
    expect(await embedder.embedQuery('The harbour closes.')).toEqual(first);
  });

  it('places misspelt and inflected words closer than unrelated ones', async () => {
    const [right, misspelt, other] = await embedder.embedDocuments([
      'closing harbours',
      'closng harbors',
      'painted ceilings',
    ]);

    expect(cosine(right ?? [], misspelt ?? [])).toBeGreaterThan(cosine(right ?? [], other ?? []) + 0.2);
  });

  it('accepts any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const vector = await embedder.embedQuery(text);

        expect(vector.every(Number.isFinite)).toBe(true);
      }),
    );
  });
});

describe('editDistance', () => {
  it.each([
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['kitten', 'sitting', 3],
    ['', 'ab', 2],
  ])('between “%s” and “%s” is %i', (a, b, distance) => {
    expect(editDistance(a, b, 9)).toBe(distance);
  });
});

describe('classifyAnswerType', () => {
  it.each([
    ['How many boats sank?', 'number'],
    ['whats the mayors name', 'who'],
    ['When did it close?', 'when'],
    ['In what year did it open?', 'when'],
    ['Where is the pier?', 'where'],
    ['Why was it closed?', 'why'],
    ['What did the mayor call it?', 'quote'],
    ['Wie viele Boote?', 'number'],
    ['Почему он ушёл?', 'why'],
    ['harbour', 'other'],
    ['Who steered the boat when the storm came?', 'who'],
    ['When the storm came, who steered the boat?', 'who'],
    ['What did the mayor, who was ill, open?', 'action'],
    ['What happened when the storm came?', 'event'],
    ['What did the keeper do after the lamp went out?', 'event'],
    ['How did the keeper feel when the lamp went out?', 'feeling'],
    ['What is the name of the man who sold it?', 'who'],
    ['Что он сделал, когда погасла лампа?', 'what'],
  ])('classifies “%s” as %s', (question, type) => {
    expect(classifyAnswerType(question)).toBe(type);
  });

  it.each([
    ['zh', '这座桥是什么时候建成的？', 'when'],
    ['zh', '市长是谁？', 'who'],
    ['zh', '港口位于哪个城市？', 'where'],
    ['zh', '有多少艘船沉没了？', 'number'],
    ['zh', '公司更名为什么？', 'what'],
    ['zh', '为什么关闭？', 'why'],
    ['th', 'สะพานนี้สร้างขึ้นเมื่อใด', 'when'],
    ['th', 'ใครคือนายกเทศมนตรี', 'who'],
    ['th', 'ท่าเรืออยู่ในประเทศใด', 'where'],
    ['th', 'มีเรือกี่ลำที่จม', 'number'],
    ['vi', 'Cây cầu được xây vào năm nào?', 'when'],
    ['vi', 'Ai là thị trưởng?', 'who'],
    ['vi', 'Bến cảng nằm ở thành phố nào?', 'where'],
    ['vi', 'Tại sao bến cảng đóng cửa?', 'why'],
    ['es', '¿En qué año se construyó el puente?', 'when'],
    ['es', '¿Cómo se llama la alcaldesa?', 'who'],
    ['es', '¿Qué empresa lo construyó?', 'group'],
    ['ro', 'În ce an a fost construit podul?', 'when'],
    ['ro', 'Cine este primarul?', 'who'],
    ['de', 'Wie heißt die Bürgermeisterin?', 'who'],
    ['de', 'In welchem Land liegt der Hafen?', 'where'],
    ['ru', 'В каком году построили мост?', 'when'],
    ['el', 'Σε ποια χώρα βρίσκεται το λιμάνι;', 'where'],
    ['tr', 'Köprü hangi yılda yapıldı?', 'when'],
    ['ar', 'في أي عام بني الجسر؟', 'when'],
    ['hi', 'पुल किस वर्ष बनाया गया था?', 'when'],
    ['ja', '橋はいつ建てられましたか。', 'when'],
  ])('classifies the %s question “%s” as %s', (language, question, type) => {
    expect(classifyAnswerType(question, language)).toBe(type);
  });

  it('classifies a question whose language was detected wrongly', () => {
    expect(classifyAnswerType('Cine este primarul?', 'it')).toBe('who');
    expect(classifyAnswerType('Warum wurde er geschlossen?')).toBe('why');
  });
});
