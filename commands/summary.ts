// `/summary`: an article in a few sentences of its own, each footnoted.
import { SlashCommandBuilder } from 'discord.js';
import { AppError } from '../src/core/errors.js';
import type { SummaryLength } from '../src/core/summary/summarize.js';
import type { Command } from '../src/discord/command.js';
import { renderSummary } from '../src/discord/render/answer.js';
import { articleChoices, chosenArticleId } from './article-choice.js';
import { EVERYWHERE } from './contexts.js';

const LENGTHS = ['short', 'medium', 'long'] as const satisfies readonly SummaryLength[];

export const summary = {
  data: new SlashCommandBuilder()
    .setName('summary')
    .setDescription('Sum an article up in its own sentences, each with its footnote')
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .addStringOption((option) =>
      option
        .setName('article')
        .setDescription('Which article; may be left out where there is only one')
        .setAutocomplete(true),
    )
    .addStringOption((option) =>
      option
        .setName('length')
        .setDescription('How long; medium, unless you say otherwise')
        .addChoices(...LENGTHS.map((length) => ({ name: length, value: length }))),
    )
    .toJSON(),

  reply: 'public',

  async run({ options: { values }, assistant, library, userId, signal, isPrivate }) {
    const here = { assistant, library };
    const articleId = chosenArticleId(here, values['article']) ?? onlyArticle(here);
    const length = LENGTHS.find((one) => one === values['length']) ?? 'medium';
    const summed = await assistant.summarize(articleId, {
      ...{ library, userId, length, signal },
      command: 'summary',
    });
    return renderSummary(summed, { id: summed.id, isPrivate });
  },

  complete: async ({ assistant, library, text }) => articleChoices({ assistant, library }, text),
} satisfies Command;

function onlyArticle({ assistant, library }: Parameters<typeof chosenArticleId>[0]): string {
  const [only, ...others] = assistant.listArticles({ library });
  if (only && others.length === 0) return only.id;
  throw new AppError({
    code: 'discord/which-article',
    message: only ? `There are ${others.length + 1} articles here.` : 'There is no article here yet.',
    advice: only ? 'Say which one: /summary article:…' : 'Ask the people who run this server to add one.',
  });
}
