// The bot's presence in the channel header: a dot and a few words.
import type { Snapshot } from '../../protocol.js';
import { displayName } from '../state/names.js';
import type { PageState } from '../state/state.js';
import { pageText } from '../text.js';

const TEXTS = {
  online: pageText.isOnline,
  starting: pageText.isStarting,
  offline: pageText.isOffline,
} as const;

/** Says that the bot is online only while people can use it. */
export function Presence({ state, snapshot }: { readonly state: PageState; readonly snapshot: Snapshot }) {
  const bot = snapshot.users.find(({ id }) => id === snapshot.botId);
  const presence = presenceOf(state, snapshot);
  return (
    <span role="status" class={`presence ${presence}`} title={snapshot.activity ?? ''}>
      {bot === undefined ? snapshot.application.name : displayName(bot)} {TEXTS[presence]}
    </span>
  );
}

/** A bot without commands can't be used yet. Without a connection, the snapshot is out of date. */
function presenceOf({ connection }: PageState, { isBotOnline, isBotReady }: Snapshot): keyof typeof TEXTS {
  if (connection === 'lost' || !isBotOnline) return 'offline';
  return isBotReady ? 'online' : 'starting';
}
