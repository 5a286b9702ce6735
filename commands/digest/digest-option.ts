// The option of a subcommand that names a digest.
import type { SlashCommandStringOption } from 'discord.js';
import type { Digest } from '../../src/core/digest/digest.js';
import type { Choice, Opening } from '../../src/discord/command.js';
import { describeSchedule } from '../../src/discord/render/digest/digest.js';
import { digestText } from '../../src/discord/text/digest.js';
import { actorOf } from '../shared/subcommand.js';

export function digestOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return option
    .setName('digest')
    .setDescription(digestText.options.digest)
    .setRequired(true)
    .setAutocomplete(true);
}

/** Autocomplete choices: digests by their channel and schedule. */
export function digestChoices(opening: Opening, typed: string, isIncluded: (one: Digest) => boolean) {
  return opening.digests
    .list(actorOf(opening))
    .filter(isIncluded)
    .map(({ id, channelId, schedule }): Choice => {
      const channel = opening.channelName?.(channelId);
      const name = [...(channel === undefined ? [] : [`#${channel}`]), describeSchedule(schedule)].join(
        ' · ',
      );
      return { name, value: id };
    })
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()));
}
