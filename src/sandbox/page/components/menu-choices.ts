// What can be chosen in a select menu: its own options, or the people, roles and channels of the current place.
import { type APISelectMenuComponent, ChannelType, ComponentType } from 'discord-api-types/v10';
import type { ChannelView, PlaceView, Snapshot } from '../../protocol.js';
import { channelTitle, displayName } from '../state/names.js';
import type { PageState } from '../state/state.js';
import { currentChannel } from '../state/state.js';

export interface MenuChoice {
  readonly label: string;
  readonly value: string;
  readonly description?: string | undefined;
}

const KINDS: Readonly<Partial<Record<ChannelType, ChannelView['kind']>>> = {
  [ChannelType.GuildText]: 'text',
  [ChannelType.PublicThread]: 'thread',
  [ChannelType.PrivateThread]: 'thread',
  [ChannelType.DM]: 'dm',
  [ChannelType.GroupDM]: 'group',
};

export function menuChoices(menu: APISelectMenuComponent, state: PageState): readonly MenuChoice[] {
  const { snapshot } = state;
  const place = currentChannel(state)?.place;
  switch (menu.type) {
    case ComponentType.StringSelect:
      return menu.options;
    case ComponentType.ChannelSelect:
      return channelsOf(place, menu.channel_types).map((one) => ({
        value: one.id,
        label: channelTitle(one),
      }));
    case ComponentType.RoleSelect:
      return rolesOf(place);
    case ComponentType.UserSelect:
      return usersOf(snapshot);
    case ComponentType.MentionableSelect:
      return [...usersOf(snapshot), ...rolesOf(place)];
  }
}

/** What is chosen before the person chooses. */
export function defaultValues(menu: APISelectMenuComponent): readonly string[] {
  if (menu.type === ComponentType.StringSelect)
    return menu.options.filter((option) => option.default).map((option) => option.value);
  return (menu.default_values ?? []).map(({ id }) => id);
}

/** The place's channels of these types. @param types undefined: all */
export function channelsOf(
  place: PlaceView | undefined,
  types: readonly ChannelType[] | undefined,
): readonly ChannelView[] {
  const channels = place?.channels ?? [];
  if (types === undefined || types.length === 0) return channels;
  const kinds = types.map((type) => KINDS[type]);
  return channels.filter(({ kind }) => kinds.includes(kind));
}

function rolesOf(place: PlaceView | undefined): readonly MenuChoice[] {
  return (place?.roles ?? []).map(({ id, name }) => ({ value: id, label: `@${name}` }));
}

function usersOf(snapshot: Snapshot | undefined): readonly MenuChoice[] {
  return (snapshot?.users ?? []).map((user) => ({ value: user.id, label: `@${displayName(user)}` }));
}
