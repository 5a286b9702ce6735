// `/summary`: an article, or all of them, in a few lines. Every line has a citation.
import { SlashCommandBuilder } from 'discord.js';
import { SUMMARY_LENGTHS, SUMMARY_STYLES } from '../../src/core/answer.js';
import type { Command } from '../../src/discord/command.js';
import { POSTABLE_CHANNELS } from '../../src/discord/render/message.js';
import { summaryText } from '../../src/discord/text/summary.js';
import { articleChoices, chooseArticle } from '../shared/article-choices.js';
import { EVERYWHERE } from '../shared/contexts.js';
import { findDefaultArticle } from '../shared/default-article.js';
import { languageChoices } from '../shared/language-choices.js';
import { renderInvoked, type SummaryRequest, summarizeAll, summarizeOne } from './summarize.js';

/** The `article` option's value for all articles. */
const ALL = 'all';
const SINCE_DAYS = { day: 1, week: 7, month: 30 } as const;
const PERIODS = ['day', 'week', 'month'] as const;

export const summary = {
  data: new SlashCommandBuilder()
    .setName('summary')
    .setDescription(summaryText.description)
    .setContexts(EVERYWHERE.contexts)
    .setIntegrationTypes(EVERYWHERE.integrationTypes)
    .addStringOption((option) =>
      option.setName('article').setDescription(summaryText.options.article).setAutocomplete(true),
    )
    .addStringOption((option) =>
      option
        .setName('style')
        .setDescription(summaryText.options.style)
        .addChoices(...SUMMARY_STYLES.map((style) => ({ name: summaryText.styles[style], value: style }))),
    )
    .addStringOption((option) =>
      option
        .setName('length')
        .setDescription(summaryText.options.length)
        .addChoices(
          ...SUMMARY_LENGTHS.map((length) => ({ name: summaryText.lengths[length], value: length })),
        ),
    )
    .addStringOption((option) =>
      option
        .setName('new-since')
        .setDescription(summaryText.options.since)
        .addChoices(...Object.entries(summaryText.since).map(([value, name]) => ({ name, value }))),
    )
    .addStringOption((option) =>
      option.setName('language').setDescription(summaryText.options.language).setAutocomplete(true),
    )
    .addChannelOption((option) =>
      option
        .setName('channel')
        .setDescription(summaryText.options.channel)
        .addChannelTypes(...POSTABLE_CHANNELS),
    )
    .toJSON(),

  reply: ({ values }) => (values['channel'] === undefined ? 'public' : 'private'),

  async run({ options, ...invocation }) {
    const { article: typed, style, length, language, channel } = options.values;
    const since = PERIODS.find((key) => key === options.values['new-since']);
    const request: SummaryRequest = {
      style: SUMMARY_STYLES.find((name) => name === style),
      length: SUMMARY_LENGTHS.find((name) => name === length),
      language: typeof language === 'string' ? language : undefined,
    };
    const channelId = typeof channel === 'string' ? channel : undefined;
    if (typed === ALL || since !== undefined) {
      const period =
        since === undefined ? {} : { since: { days: SINCE_DAYS[since], name: summaryText.since[since] } };
      const found = await summarizeAll(invocation, { ...request, ...period });
      return await renderInvoked(invocation, found, channelId);
    }
    const preset = typed === undefined ? findDefaultArticle(invocation, { question: '' })?.id : undefined;
    const { articleId = preset ?? '', menu } =
      preset === undefined
        ? chooseArticle(invocation, { command: 'summary', options, isRequired: true })
        : {};
    if (menu) return menu;
    return await renderInvoked(invocation, await summarizeOne(invocation, articleId, request), channelId);
  },

  async complete({ text, name, ...place }) {
    if (name === 'language') return languageChoices(text);
    const all = { name: summaryText.allArticles, value: ALL };
    const choices = articleChoices(place, text);
    return choices.length > 1 && text === '' ? [all, ...choices] : choices;
  },
} satisfies Command;
