// The choices for a command option: fixed ones, people and channels, or the bot's autocomplete.
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import { useEffect, useState } from 'preact/hooks';
import {
  type CommandEntry,
  hasAutocomplete,
  type OptionInputs,
  toFilledOptions,
} from '../composer/commands.js';
import { displayName } from '../state/names.js';
import type { Session } from '../state/session.js';
import { currentChannel, type PageState } from '../state/state.js';
import { channelsOf } from './menu-choices.js';

export interface Choice {
  readonly name: string;
  readonly value: string | number | boolean;
}

/** How long typing has to pause before autocomplete runs. */
const DEBOUNCE_MS = 120;
const { Boolean: BooleanOption, User, Mentionable, Role } = ApplicationCommandOptionType;

/**
 * The choices for the focused option.
 * @returns undefined while the first autocomplete is running
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
    optionName: string;
    choices: readonly APIApplicationCommandOptionChoice[];
  }>();
  const usesAutocomplete = option !== undefined && hasAutocomplete(option);
  const name = option?.name ?? '';
  const text = values[name]?.text ?? '';
  // Runs when the option's text changes, and sends the current values of the other options along
  useEffect(() => {
    if (!usesAutocomplete) return undefined;
    let isStale = false;
    const timer = window.setTimeout(() => {
      void session.suggest(entry.commandId, toFilledOptions(entry, values, name)).then((choices) => {
        if (!isStale) setSuggested({ optionName: name, choices });
      });
    }, DEBOUNCE_MS);
    return () => {
      isStale = true;
      window.clearTimeout(timer);
    };
  }, [usesAutocomplete, name, text]);
  if (option === undefined) return [];
  if (usesAutocomplete) return suggested?.optionName === name ? suggested.choices : undefined;
  return knownChoices(option, text, session.state());
}

function knownChoices(
  option: APIApplicationCommandBasicOption,
  text: string,
  state: PageState,
): readonly Choice[] {
  const query = text.trim().toLowerCase();
  return allChoices(option, state).filter(({ name }) => name.toLowerCase().includes(query));
}

function allChoices(option: APIApplicationCommandBasicOption, state: PageState): readonly Choice[] {
  const place = currentChannel(state)?.place;
  if ('choices' in option && option.choices !== undefined) return option.choices;
  switch (option.type) {
    case BooleanOption:
      return [
        { name: 'True', value: true },
        { name: 'False', value: false },
      ];
    case User:
    case Mentionable:
      return (state.snapshot?.users ?? []).map((user) => ({ name: `@${displayName(user)}`, value: user.id }));
    case Role:
      return (place?.roles ?? []).map(({ id, name }) => ({ name: `@${name}`, value: id }));
    case ApplicationCommandOptionType.Channel:
      return channelsOf(place, option.channel_types).map(({ id, name }) => ({
        ...{ name: `#${name}`, value: id },
      }));
    default:
      return [];
  }
}
