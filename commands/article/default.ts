// `/article default`: the article that questions are about if they name none.
import { ChannelType } from 'discord.js';
import type { Action, Invocation } from '../../src/discord/command.js';
import { renderDefaults } from '../../src/discord/render/article/settings.js';
import type { View } from '../../src/discord/render/message.js';
import { manageText } from '../../src/discord/text/article/manage.js';
import { choicesOf, chooseArticle } from '../shared/article-choices.js';
import { actorOf, isServer, requireManager, type Subcommand } from '../shared/subcommand.js';

const text = manageText.default;

export const defaultArticle = {
  // Everyone may see what it is.
  isForManagers: false,
  describe: (subcommand) =>
    subcommand
      .setDescription(text.description)
      .addStringOption((option) =>
        option.setName('article').setDescription(text.options.article).setAutocomplete(true),
      )
      .addChannelOption((option) =>
        option
          .setName('channel')
          .setDescription(text.options.channel)
          .addChannelTypes(
            ChannelType.GuildText,
            ChannelType.GuildAnnouncement,
            ChannelType.GuildForum,
            ChannelType.GuildVoice,
          ),
      ),
  async run({ options, ...invocation }) {
    if (options.values['article'] === undefined) return renderCurrent(invocation);
    requireManager(invocation);
    const { manager } = invocation;
    const actor = actorOf(invocation);
    const request = { command: 'article', options, isRequired: true, articles: manager.list(actor) };
    const { articleId, menu } = chooseArticle(invocation, request);
    if (menu) return menu;
    const channel = isServer(invocation) ? options.values['channel'] : undefined;
    const channelId = channel === undefined ? undefined : String(channel);
    manager.setDefault(articleId, { ...actor, channelId });
    return renderCurrent(invocation, true);
  },
  complete: async (typing) => choicesOf(typing.manager.list(actorOf(typing)), typing.text),
} satisfies Subcommand;

/** `clear-default:server`, or `clear-default:channel:ID`. */
export const clearDefault = {
  name: 'clear-default',
  reply: 'update',
  async run({ args: [where, channelId], ...invocation }) {
    requireManager(invocation);
    const actor = actorOf(invocation);
    invocation.manager.setDefault(undefined, where === 'channel' ? { ...actor, channelId } : actor);
    return renderCurrent(invocation, true);
  },
} satisfies Action;

function renderCurrent(invocation: Invocation, isSaved = false): View {
  const { assistant, manager, library, channelId, isManager } = invocation;
  const { defaultArticle: inLibrary, channelDefaults } = manager.settings(actorOf(invocation));
  const titleOf = (id: string | undefined) =>
    id === undefined ? undefined : assistant.getArticle(id, { library })?.title;
  const channels = Object.entries(channelDefaults).flatMap(([id, articleId]) => {
    const title = titleOf(articleId);
    return title === undefined ? [] : [{ channelId: id, title }];
  });
  return renderDefaults({
    ...{ library: titleOf(inLibrary), channels, channelId },
    ...{ isServer: isServer(invocation), isManager, isSaved },
  });
}
