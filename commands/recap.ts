// `/recap`: what people asked in a channel or thread, in counts and topics. It names nobody.
import {
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  SlashCommandBuilder,
} from 'discord.js';
import type { Place } from '../src/core/store-ports.js';
import type { Action, Command, Invocation } from '../src/discord/command.js';
import { renderRecap } from '../src/discord/render/digest/recap.js';
import { POSTABLE_CHANNELS, type View } from '../src/discord/render/message.js';
import { renderNotice } from '../src/discord/render/notice.js';
import { userErrors } from '../src/discord/text/errors.js';
import { recapText } from '../src/discord/text/recap.js';
import { requireManager } from './shared/subcommand.js';

const PERIODS = ['day', 'week', 'month'] as const;
const DAYS = { day: 1, week: 7, month: 30 } as const;

export const recap = {
  data: new SlashCommandBuilder()
    .setName('recap')
    .setDescription(recapText.description)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .addChannelOption((option) =>
      option
        .setName('channel')
        .setDescription(recapText.options.channel)
        .addChannelTypes(...POSTABLE_CHANNELS, ChannelType.GuildForum),
    )
    .addStringOption((option) =>
      option
        .setName('since')
        .setDescription(recapText.options.since)
        .addChoices(...PERIODS.map((value) => ({ value, name: recapText.since[value] }))),
    )
    .toJSON(),

  reply: 'private',

  async run({ options: { values }, ...invocation }) {
    const { place, isManager, findReadable } = invocation;
    const chosen = values['channel'];
    const about = chosen === undefined ? place : await findReadable(String(chosen));
    if (!about) throw userErrors.channelGone();
    const period = PERIODS.find((one) => one === values['since']) ?? 'week';
    // Posted elsewhere, people could read questions of a channel that they can't see.
    const canPost = isManager && place !== undefined && idOf(about) === idOf(place);
    return recapOf(invocation, about, period, canPost ? `recap-post:${period}` : undefined);
  },
} satisfies Command;

/** Posts the recap of the channel or thread that the button is in. */
export const postRecap = {
  name: 'recap-post',
  reply: 'update',
  async run({ args: [period], ...invocation }) {
    requireManager(invocation);
    const { place, post } = invocation;
    if (!place) throw userErrors.onlyInServers();
    const shown = recapOf(invocation, place, PERIODS.find((one) => one === period) ?? 'week');
    return renderNotice(recapText.posted(await post(idOf(place), shown)));
  },
} satisfies Action;

function recapOf(
  { assistant, library }: Invocation,
  place: Place,
  period: (typeof PERIODS)[number],
  postId?: string,
): View {
  const days = DAYS[period];
  return renderRecap(assistant.recap({ library, place, days }), { channelId: idOf(place), postId });
}

function idOf({ channelId, threadId }: Place): string {
  return threadId ?? channelId;
}
