// `/digest add`: options for the schedule, and a form for the rest.
import { FREQUENCIES } from '../../src/core/digest/digest.js';
import { digestErrors } from '../../src/core/digest/errors.js';
import { readTimeOfDay } from '../../src/core/digest/read-time.js';
import type { Action, Opening, Options } from '../../src/discord/command.js';
import type { TimeOptions } from '../../src/discord/render/digest/digest-form.js';
import { POSTABLE_CHANNELS } from '../../src/discord/render/message.js';
import { digestText } from '../../src/discord/text/digest.js';
import { actorOf, requireManager, type Subcommand } from '../shared/subcommand.js';
import { timeChoices, timeZoneChoices } from './choices.js';
import { createForm, readForm } from './form.js';
import { digestPage } from './list.js';

const DEFAULT_TIME = '09:00';

export const add = {
  isForManagers: true,
  describe: (subcommand) =>
    subcommand
      .setDescription(digestText.subcommands.add)
      .addStringOption((option) =>
        option
          .setName('schedule')
          .setDescription(digestText.options.schedule)
          .setRequired(true)
          .addChoices(...FREQUENCIES.map((value) => ({ value, name: digestText.frequencies[value] }))),
      )
      .addStringOption((option) =>
        option.setName('time').setDescription(digestText.options.time).setAutocomplete(true),
      )
      .addStringOption((option) =>
        option.setName('time-zone').setDescription(digestText.options.timeZone).setAutocomplete(true),
      )
      .addChannelOption((option) =>
        option
          .setName('channel')
          .setDescription(digestText.options.channel)
          .addChannelTypes(...POSTABLE_CHANNELS),
      ),
  modal(opening) {
    const { place, channelId, options } = opening;
    const { channel = place?.threadId ?? channelId } = options.values;
    return createForm(opening, readTimeOptions(opening, options), String(channel));
  },
  /** Without the form, nothing is known but when. */
  run: () => Promise.reject(digestErrors.nothingChosen()),
  complete: async ({ name, text }) => (name === 'time' ? timeChoices(text) : timeZoneChoices(text)),
} satisfies Subcommand;

/** The submitted form. */
export const submitDigestForm = {
  name: 'digest-form',
  reply: 'private',
  async run(invocation) {
    requireManager(invocation);
    const request = readForm(invocation);
    await invocation.checkPost(request.channelId);
    const added = invocation.digests.add(request, actorOf(invocation));
    return digestPage(invocation, added, digestText.added);
  },
} satisfies Action;

/** @throws AppError `digest/invalid-time` */
function readTimeOptions(opening: Opening, { values }: Options): TimeOptions {
  const typed = String(values['time'] ?? DEFAULT_TIME);
  const time = readTimeOfDay(typed);
  if (time === undefined) throw digestErrors.invalidTime(typed);
  const lastZone = opening.digests.list(actorOf(opening)).at(-1)?.schedule.timeZone;
  return {
    frequency: FREQUENCIES.find((one) => one === values['schedule']) ?? 'daily',
    time,
    timeZone: String(values['time-zone'] ?? lastZone ?? 'UTC').trim(),
  };
}
