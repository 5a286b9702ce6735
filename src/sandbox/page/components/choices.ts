// What can be picked for an option: what is known here at once, and what the bot suggests while one types.
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import { useEffect, useState } from 'preact/hooks';
import type { Snapshot } from '../../protocol.js';
import {
  type CommandEntry,
  hasAutocomplete,
  type OptionInputs,
  toFilledOptions,
} from '../composer/commands.js';
import { displayName } from '../state/names.js';
import type { Session } from '../state/session.js';

export interface Choice {
  readonly name: string;
  readonly value: string | number | boolean;
}

/** Typing pauses this long before the bot is asked. */
const DEBOUNCE_MS = 120;
const { Boolean: YesNo, User, Mentionable, Channel } = ApplicationCommandOptionType;

/**
 * Choices for the option that is being filled.
 * @returns undefined while the bot is being asked for the first time
 */
export function useChoices(
  {
    entry,
    option,
    values,
  }: { entry: CommandEntry; option: APIApplicationCommandBasicOption | undefined; values: OptionInputs },
  session: Session,
): readonly Choice[] | undefined {
  const [suggested, setSuggested] = useState<{
    of: string;
    choices: readonly APIApplicationCommandOptionChoice[];
  }>();
  const isAsked = option !== undefined && hasAutocomplete(option);
  const name = option?.name ?? '';
  const text = values[name]?.text ?? '';
  // Asked when the text changes, with whatever else is filled by then
  useEffect(() => {
    if (!isAsked) return undefined;
    let isStale = false;
    const timer = window.setTimeout(() => {
      void session.suggest(entry.commandId, toFilledOptions(entry, values, name)).then((choices) => {
        if (!isStale) setSuggested({ of: name, choices });
      });
    }, DEBOUNCE_MS);
    return () => {
      isStale = true;
      window.clearTimeout(timer);
    };
  }, [isAsked, name, text]);
  if (option === undefined) return [];
  if (isAsked) return suggested?.of === name ? suggested.choices : undefined;
  return knownChoices(option, text, session.state().snapshot);
}

function knownChoices(
  option: APIApplicationCommandBasicOption,
  text: string,
  snapshot: Snapshot | undefined,
): readonly Choice[] {
  const wanted = text.trim().toLowerCase();
  return allChoices(option, snapshot).filter(({ name }) => name.toLowerCase().includes(wanted));
}

function allChoices(
  option: APIApplicationCommandBasicOption,
  snapshot: Snapshot | undefined,
): readonly Choice[] {
  if ('choices' in option && option.choices !== undefined) return option.choices;
  switch (option.type) {
    case YesNo:
      return [
        { name: 'True', value: true },
        { name: 'False', value: false },
      ];
    case User:
    case Mentionable:
      return (snapshot?.users ?? []).map((user) => ({ name: `@${displayName(user)}`, value: user.id }));
    case Channel:
      return (snapshot?.places ?? [])
        .filter(({ kind }) => kind === 'guild')
        .flatMap(({ channels }) => channels.map(({ id, name }) => ({ name: `#${name}`, value: id })));
    default:
      return [];
  }
}
