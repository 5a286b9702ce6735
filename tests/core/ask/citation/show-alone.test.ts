import { describe, expect, it } from 'vitest';
import type { GroundedSentence } from '../../../../src/core/ask/citation/cite.js';
import { cite } from '../../../../src/core/ask/citation/cite.js';
import { evidenceText } from '../../../../src/core/ask/citation/evidence.js';
import { showAlone } from '../../../../src/core/ask/citation/show-alone.js';
import type { Article } from '../../../../src/core/text/article.js';
import { listSentences } from '../../../../src/core/text/article-sentences.js';

const TEXT =
  'Tomas Reyle has kept the lock house since 2009. Reyle lives there alone. He hears the river at night. However, the boats left at noon. “If Ada stays, I will go,” he said.';

/** Sentences of the article as they are quoted, by their positions. */
function quote(text: string, positions: readonly number[], language = 'en'): readonly GroundedSentence[] {
  const article: Article = {
    ...{ id: 'a', library: 'town', title: '', text, bodyStart: 0, language, digest: text },
  };
  const sentences = listSentences(article);
  return positions.flatMap((at): GroundedSentence[] => {
    const span = sentences[at];
    if (!span) return [];
    const own = evidenceText(text.slice(span.start, span.end));
    return [{ text: own, evidence: [{ number: at + 1, article, ...span, text: own, relevance: 1 }] }];
  });
}

const show = (...positions: readonly number[]) => showAlone(quote(TEXT, positions)).map(({ text }) => text);

describe('showAlone', () => {
  it('puts the name in brackets where the sentence before isn’t shown', () => {
    expect(show(2)).toEqual(['[Tomas Reyle] hears the river at night.']);
  });

  it('leaves the pronoun where the sentence before is shown', () => {
    expect(show(1, 2)).toEqual(['Reyle lives there alone.', 'He hears the river at night.']);
  });

  it('leaves out a connective in front', () => {
    expect(show(3)).toEqual(['The boats left at noon.']);
  });

  it('names the speaker, whoever the quotation names', () => {
    expect(show(4)).toEqual(['“If Ada stays, I will go,” [Tomas Reyle] said.']);
  });

  it('cites the whole sentence, word for word', () => {
    const { text, citations } = cite(showAlone(quote(TEXT, [2])));

    expect(text).toBe('[Tomas Reyle] hears the river at night. [1]');
    expect(citations[0]?.quote).toBe('He hears the river at night.');
  });

  it.each([
    [
      'two people may be meant',
      'Ada Brandt met Ines Calloway. Brandt and Calloway talked. She left early.',
      'en',
    ],
    ['the language has no rules', 'Ada Brandt kam früh. Sie ging bald wieder.', 'de'],
  ])('changes nothing where %s', (_reason, text, language) => {
    const last = listSentences({ text, language, bodyStart: 0 }).length - 1;
    const quoted = quote(text, [last], language);

    expect(showAlone(quoted)).toEqual(quoted);
  });

  describe('in an interview', () => {
    const TALK =
      'Nora Quist has kept the lighthouse for thirty years.\n\nWhat do you eat?\n\nFish. But I like bread.\n\nCan your radio reach the port?\n\nIt does.\n\nWho helps you?\n\nMy sister Jean does. She paints.\n\nWill you stay?\n\nI will, and I painted the door.';

    it('says whose words they are', () => {
      expect(showAlone(quote(TALK, [2])).map(({ text }) => text)).toEqual(['[Nora Quist:] I like bread.']);
    });

    it('says so once for sentences in a row', () => {
      expect(showAlone(quote(TALK, [1, 2, 4])).map(({ text }) => text)).toEqual([
        ...['[Nora Quist:] Fish.', 'But I like bread.', 'My sister Jean does.'],
      ]);
    });

    it('shows the question that a short answer needs', () => {
      expect(showAlone(quote(TALK, [3])).map(({ text }) => text)).toEqual([
        '[Can your radio reach the port?] [Nora Quist:] It does.',
      ]);
    });

    it('never takes the speaker for somebody whom they speak about', () => {
      expect(showAlone(quote(TALK, [5])).map(({ text }) => text)).toEqual(['[Nora Quist:] She paints.']);
    });

    it.each([
      ['replaces a letter', 'Q', 'A', '[Nora Quist:] Bread, and I bake it.'],
      ['replaces a last name', 'ODE', 'QUIST', '[Nora Quist:] Bread, and I bake it.'],
      ['keeps the full name', 'Ben Ode', 'Nora Quist', 'Nora Quist: Bread, and I bake it.'],
    ])('%s in front of the answer', (_how, asking, answering, shown) => {
      const labelled = `Nora Quist keeps a lighthouse.\n\n${asking}: Fish?\n\n${answering}: Bread, and I bake it.\n\n${asking}: Why?\n\n${answering}: I am hungry up here.`;
      const { text, citations } = cite(showAlone(quote(labelled, [1])));

      expect(text).toBe(`${shown} [1]`);
      expect(citations[0]?.quote).toBe(`${answering}: Bread, and I bake it.`);
    });
  });
});
