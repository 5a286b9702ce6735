// `/ask`: a question and its footnoted answer. Mentions, direct messages and follow-ups are answered the same way.
import { SlashCommandBuilder } from 'discord.js';
import { filterSuggestions } from '../src/core/summary/suggest-questions.js';
import type { AnswerQuestion, Choice, Command, Invocation } from '../src/discord/command.js';
import { renderAnswer, renderPartialAnswer, renderQueued } from '../src/discord/render/answer.js';
import { articleChoices, chosenArticleId } from './article-choice.js';
import { EVERYWHERE } from './contexts.js';

/** Suggestions are looked for in so many articles at most: choices must be there within three seconds. */
const SUGGESTING_ARTICLES = 5;

export const ask = {
  data: new SlashCommandBuilder()
    .setName('ask')
    .setDescription('Ask about the articles here; every sentence of the answer is footnoted')
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .addStringOption((option) =>
      option
        .setName('question')
        .setDescription('What you want to know, in your own words')
        .setRequired(true)
        .setMaxLength(1_000)
        .setAutocomplete(true),
    )
    .addStringOption((option) =>
      option.setName('article').setDescription('Only this article').setAutocomplete(true),
    )
    .addStringOption((option) =>
      option
        .setName('share')
        .setDescription('Who sees the answer; everyone, unless you say otherwise')
        .addChoices({ name: 'everyone', value: 'everyone' }, { name: 'only me', value: 'only-me' }),
    )
    .toJSON(),

  reply: ({ values }) => (values['share'] === 'only-me' ? 'private' : 'public'),

  run({ options: { values }, ...invocation }) {
    const articleId = chosenArticleId(invocation, values['article']);
    const question = String(values['question'] ?? '');
    return answerFrom(invocation, { command: 'ask', question, articleId, isShown: true });
  },

  async complete({ name, text, options, assistant, library, signal }) {
    if (name === 'article') return articleChoices({ assistant, library }, text);
    const chosen = options.values['article'];
    const articles = assistant.listArticles({ library });
    const asked = articles.filter(({ id }) => chosen === undefined || chosen === '' || id === chosen);
    const lists = await Promise.all(
      // An article that takes longer than there is time for must not keep the others' questions back.
      asked
        .slice(0, SUGGESTING_ARTICLES)
        .map(({ id }) => assistant.suggest(id, { library, signal }).catch(() => [])),
    );
    return suggestions(lists, text);
  },
} satisfies Command;

/** A mention, a direct message or a reply: the question stands in the chat already. */
export const answerQuestion: AnswerQuestion = ({ question, previousAnswerId, ...invocation }) =>
  answerFrom(invocation, { command: 'message', question, previousAnswerId, isShown: false });

export async function answerFrom(
  invocation: Invocation,
  asked: {
    /** What the ledger files it under. */
    readonly command: string;
    readonly question: string;
    readonly articleId?: string | undefined;
    readonly previousAnswerId?: string | undefined;
    /** Whether the question is shown above its answer. */
    readonly isShown: boolean;
  },
) {
  const { assistant, library, userId, isAdmin, signal, show, isPrivate } = invocation;
  const { command, question, articleId, previousAnswerId, isShown } = asked;
  // Among their own articles everybody is an admin, and a budget bounds them all the same.
  const isExempt = isAdmin && library !== `user:${userId}`;
  const answer = await assistant.ask(question, {
    ...{ library, userId, isExempt, command, articleId, previousAnswerId, signal },
    onQueued: (position) => show(renderQueued(position)),
    onSentence: (sofar) => show(renderPartialAnswer(sofar)),
  });
  return renderAnswer(answer, { id: answer.id, isPrivate, question: isShown ? question : undefined });
}

/** One from each article in turn; where something is typed, those that hold it, after the typed words themselves. */
function suggestions(lists: readonly (readonly string[])[], typed: string): readonly Choice[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const inTurn = Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? [])).flat();
  const wanted = typed.trim();
  const fitting = filterSuggestions(inTurn, wanted);
  const own = wanted === '' ? [] : [wanted];
  return [...new Set([...own, ...fitting])].map((question) => ({ name: question, value: question }));
}
