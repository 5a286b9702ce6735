import { describe, expect, it } from 'vitest';
import { followUp } from '../../../commands/buttons/follow-up.js';
import type { Answer, Answered } from '../../../src/core/answer.js';
import type { Opening } from '../../../src/discord/command.js';
import { BUTTON_LABEL_CHARS, PLACEHOLDER_CHARS } from '../../../src/discord/limits.js';
import { renderAnswer } from '../../../src/discord/render/answer.js';
import { renderSources } from '../../../src/discord/render/sources.js';
import { renderPosted } from '../../../src/discord/render/summary.js';
import { labelsFor } from '../../../src/discord/text/labels/labels-for.js';
import { expectFits } from '../../support/rendering.js';
import { openTestApp } from '../../support/temporary.js';

const LANGUAGES = ['en', 'de', 'es', 'fr'];
const OTHERS = LANGUAGES.slice(1);
const ID = '01234567-89ab-cdef-0123-456789abcdef';
const LIBRARY = 'guild:1';
/** The same in two languages. */
const SHARED = new Set(['Sources', '### Source [1]', '### 2 articles', '### 1 article', 'p. 3']);
/** Modal titles and labels: https://docs.discord.com/developers/components/reference#label */
const MODAL_CHARS = 45;
const MODAL_DESCRIPTION_CHARS = 100;

const citation = { marker: 1, articleId: 'a', title: 'X', start: 0, end: 3, quote: 'Q q', page: '3' };
const articles = [1, 2].map((id) => ({ articleId: `${id}`, title: `T${id}`, url: 'https://a.example/' }));
const base = { confidence: 1, engine: 'openai:m' } as const;
const NOTICES = ['model-unavailable', 'budget-reached', 'cut-short'] as const;

/** Every kind of reply in a language, without words of its own. */
function repliesIn(language: string): readonly Answer[] {
  const answered: Answered = { ...base, kind: 'answered', text: 'Q q [1]', citations: [citation], language };
  const line = { text: 'Q q', articleId: 'a', title: 'X', markers: [1], parts: [] };
  const summary = { style: 'keyPoints', requestedStyle: 'timeline', length: 'medium' } as const;
  const across = [line, { ...line, articleId: 'b' }];
  const closest = [{ ...citation, text: 'Q q', similarity: 1 }];
  const refusal = { ...base, kind: 'not-in-article', closest, language } as const;
  return [
    ...NOTICES.map((notice) => ({ ...answered, notice, replaced: 1 })),
    { ...answered, engine: 'builtin', replaced: 2 },
    { ...answered, summary: { ...summary, lines: [line] } },
    { ...answered, summary: { ...summary, lines: across, articleIds: ['a', 'b', 'c'] } },
    refusal,
    { ...refusal, closest: [], suggestions: ['A?'] },
    { ...base, kind: 'reply', intent: 'articles', text: 'X', language, suggestions: [], articles },
    { ...base, kind: 'reply', intent: 'thanks', text: 'X', language, suggestions: [] },
    { ...base, kind: 'choose-article', intent: 'summary', text: 'X', language, candidates: articles },
  ];
}

/** Everything that people read in a message or form. */
function wordsOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = ['content', 'label', 'placeholder', 'title', 'description'];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string' ? (own.includes(key) ? inner.split(/\n|: (?=\[)/u) : []) : wordsOf(inner),
  );
}

function everythingIn(language: string): readonly string[] {
  const servers = ['guild:2', 'guild:3'].map((library) => ({ library, name: 'S' }));
  return repliesIn(language).flatMap((answer) => {
    const options = { id: ID, isPrivate: true, askedBy: '1', about: articles[0], canAskAll: true, servers };
    const stored = { id: ID, library: LIBRARY, question: 'Q', answer, createdAt: '2031-03-03T10:00:00.000Z' };
    const opening = { assistant: { findAnswer: () => stored }, library: LIBRARY } as unknown as Opening;
    const posted =
      answer.kind === 'answered' && answer.summary ? [renderPosted(answer, { id: ID, userId: '1' })] : [];
    return wordsOf([
      renderAnswer(answer, options),
      posted,
      renderSources(stored, 0, () => undefined),
      followUp.modal([ID], opening),
    ]);
  });
}

describe('what stands around a reply', () => {
  it.each(OTHERS)('is in the reply’s language, whatever the reply: %s', (language) => {
    const english = new Set(everythingIn('en').filter((words) => /\p{L}{2}/u.test(words)));
    const own = everythingIn(language);

    const untranslated = own.filter((words) => english.has(words) && !SHARED.has(words));

    expect([...new Set(untranslated)].filter((words) => !/^(?:-# |- )?(?:\[|> )|^T\d$/u.test(words))).toEqual(
      [],
    );
    expect(own).toHaveLength(everythingIn('en').length);
  });

  it('is in English for languages without texts, and for answers without a language', () => {
    for (const language of ['it', 'und', 'toString', undefined])
      expect(labelsFor({ language }).language).toBe('en');
  });

  it.each(LANGUAGES)('fits into Discord’s limits: %s', (language) => {
    const {
      buttons,
      followUp: form,
      openArticle,
      chooseArticle,
      chooseServer,
      chooseStyle,
    } = labelsFor({ language });
    const { next, ...plain } = buttons;

    for (const label of [...Object.values(plain), next(100, 100)]) {
      expect(label).not.toBe('');
      expect(label.length).toBeLessThanOrEqual(BUTTON_LABEL_CHARS);
    }
    for (const placeholder of [openArticle, chooseArticle, chooseServer, chooseStyle])
      expect(placeholder.length).toBeLessThanOrEqual(PLACEHOLDER_CHARS);
    for (const line of [form.title, form.label]) expect(line.length).toBeLessThanOrEqual(MODAL_CHARS);
    expect(form.description.length).toBeLessThanOrEqual(MODAL_DESCRIPTION_CHARS);
    for (const answer of repliesIn(language))
      for (const payload of renderAnswer(answer, { id: ID, isPrivate: true, canAskAll: true }))
        expectFits(payload);
  });
});

describe('the language of an answer', () => {
  it.each([
    [
      'de',
      'Die Mühle',
      'Die Mühle am Bach gehört Karla Voss. Sie mahlt seit 1904 Roggen.',
      'Wem gehört die Mühle?',
    ],
    [
      'es',
      'El molino',
      'El molino del arroyo es de Carla Rey. Muele centeno desde 1904.',
      '¿De quién es el molino?',
    ],
    [
      'fr',
      'Le moulin',
      'Le moulin du ruisseau appartient à Carla Roy. Il moud du seigle.',
      'À qui appartient le moulin ?',
    ],
    ['fr', 'Le moulin', 'Le moulin du ruisseau appartient à Carla Roy. Il moud du seigle.', 'Carla Roy ?'],
  ])(
    'is the asker’s, or the article’s if the message is too short: %s %s',
    async (language, title, text, question) => {
      const { assistant } = await openTestApp();
      await assistant.addArticle({ library: LIBRARY, title, text, language });

      const answer = await assistant.ask(question, { library: LIBRARY });

      expect(answer).toMatchObject({ kind: 'answered', language });
      const words = wordsOf(renderAnswer(answer, { id: answer.id, isPrivate: false }));
      expect(words).toEqual(
        expect.arrayContaining([labelsFor({ language }).buttons.followUp, labelsFor({ language }).quoted]),
      );
    },
  );

  it('stays when a summary that was asked for in a message is shown in another style', async () => {
    const { assistant } = await openTestApp();
    const text =
      'Die Mühle am Bach gehört Karla Voss. Sie mahlt seit 1904 Roggen. Im Winter steht sie still.';
    const { article } = await assistant.addArticle({
      library: LIBRARY,
      title: 'Die Mühle',
      text,
      language: 'de',
    });

    const asked = await assistant.ask('Worum geht es in dem Artikel?', { library: LIBRARY });
    const changed = await assistant.summarize(article.id, {
      library: LIBRARY,
      style: 'oneLine',
      replyLanguage: 'de',
    });

    expect(asked).toMatchObject({ intent: 'summary', language: 'de' });
    expect(assistant.findAnswer(changed.id, { library: LIBRARY })?.answer).toMatchObject({ language: 'de' });
  });
});
