import { describe, expect, it } from 'vitest';
import type { Turn } from '../../../../src/core/answer.js';
import { readFollowUp, resolveFollowUp } from '../../../../src/core/ask/follow-up/follow-up.js';
import { createBuiltinEngine } from '../../../../src/engines/builtin/engine.js';

const { analyzer } = createBuiltinEngine();
const refused = (question: string): Turn => ({ question, answer: '', citations: [] });
const read = (question: string, turns: readonly Turn[], language = 'en') =>
  readFollowUp(question, turns, { analyzer, language });

describe('a follow-up after a refusal', () => {
  it.each([
    ['And a boat?', 'How much is a tent?', 'en', 'How much is a tent boat'],
    ['und ein Boot?', 'Was kostet ein Zelt?', 'de', 'Was kostet ein Zelt Boot'],
    ['et un bateau ?', 'Combien coûte une tente ?', 'fr', 'Combien coûte une tente bateau'],
    ['¿y un barco?', '¿Cuánto cuesta una tienda?', 'es', '¿Cuánto cuesta una tienda barco'],
  ])('“%s” asks what “%s” asked', (question, before, language, joined) => {
    expect(read(question, [refused(before)], language)?.joined).toBe(joined);
  });

  it('“why not?” has the words of the refused question', () => {
    const followUp = read('why not?', [refused('Is the sauna open at Easter?')]);

    expect(followUp).toMatchObject({ kind: 'why' });
    expect(followUp?.joined).toContain('sauna');
  });

  it('keeps the subject through several refusals', () => {
    const turns = [refused('Is the pool open on Saturdays?'), refused('And on Sundays?')];

    expect(read('on Mondays?', turns)?.joined).toContain('pool');
  });
});

describe('a pronoun for a person', () => {
  it('is not replaced by an acronym', () => {
    const turn = {
      question: 'Why?',
      answer: 'In her talk at the UN, the EU heard Harker say no.',
      citations: [],
    };

    const resolved = resolveFollowUp('Who is she?', [turn], { analyzer, language: 'en' });

    expect(resolved).toBe('Who is Harker?');
  });
});
