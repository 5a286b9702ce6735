// Above the first message of a channel: what the bot does, and three questions to begin with, from the bot itself.
import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { useEffect, useState } from 'preact/hooks';
import type { Choice } from '../components/choices.js';
import {
  type CommandEntry,
  hasAutocomplete,
  listCommandEntries,
  toFilledOptions,
} from '../composer/commands.js';
import { channelTitle, displayName } from '../state/names.js';
import type { Session } from '../state/session.js';
import { currentChannel, currentCommands, type PageState } from '../state/state.js';
import { Avatar } from './avatar.js';

const MAX_SUGGESTIONS = 3;
const ASK = 'ask';
const QUESTION = 'question';

/** The head of a channel. Questions come by an ordinary autocomplete; without any, the commands are shown. */
export function Welcome({
  state,
  session,
  onCommand,
}: {
  readonly state: PageState;
  readonly session: Session;
  onCommand(entry: CommandEntry): void;
}) {
  const { snapshot, channelId } = state;
  const shown = currentChannel(state);
  const entries = listCommandEntries(currentCommands(state));
  const ask = entries.find(({ name, options }) => name === ASK && options.some(isSuggestedQuestion));
  const canAsk = snapshot?.isBotOnline === true && shown?.channel.canSend === true;
  // Undefined while the bot is asked: what stands there could be clicked, and must not change then.
  const [questions, setQuestions] = useState<readonly Choice[]>();
  const log = state.logs[channelId ?? ''];
  const isNew =
    log?.isLoaded === true && !log.messages.some(({ message }) => message.author.id === snapshot?.botId);

  // Asked anew for another channel, and when the bot has come
  useEffect(() => {
    setQuestions(ask === undefined ? [] : undefined);
    if (ask === undefined || !canAsk || !isNew) return undefined;
    let isStale = false;
    void session.suggest(ask.commandId, toFilledOptions(ask, {}, QUESTION)).then((choices) => {
      if (!isStale) setQuestions(choices.slice(0, MAX_SUGGESTIONS));
    });
    return () => {
      isStale = true;
    };
  }, [channelId, snapshot?.me, ask?.commandId, canAsk, isNew]);

  if (snapshot === undefined || shown === undefined) return null;
  const { application } = snapshot;
  const bot = snapshot.users.find(({ id }) => id === snapshot.botId);
  const name = bot === undefined ? application.name : displayName(bot);
  return (
    <section class="welcome" aria-label="Welcome">
      <Avatar id={snapshot.botId} name={name} />
      <h2>{shown.channel.kind === 'dm' ? name : `Welcome to ${channelTitle(shown.channel)}`}</h2>
      <p>{application.description || ask?.description || `${name} is here to try.`}</p>
      <GettingStarted name={name} isDirect={shown.channel.kind === 'dm'} isUsable={entries.length > 0} />
      {snapshot.isBotOnline ? null : (
        <p class="offline">{name} is offline. It is being started, or has stopped.</p>
      )}
      {canAsk && isNew && questions !== undefined ? (
        <div class="suggestions">
          {ask !== undefined && questions.length > 0
            ? questions.map((choice) => (
                <button
                  key={choice.name}
                  type="button"
                  class="suggestion"
                  onClick={() => {
                    const given = { text: choice.name, value: choice.value };
                    void session.runCommand(
                      ask.commandId,
                      `/${ask.name}`,
                      toFilledOptions(ask, { [QUESTION]: given }),
                    );
                  }}
                >
                  {choice.name}
                </button>
              ))
            : entries.map((entry) => (
                <button key={entry.name} type="button" class="suggestion" onClick={() => onCommand(entry)}>
                  <b>/{entry.name}</b> {entry.description}
                </button>
              ))}
        </div>
      ) : null}
    </section>
  );
}

function GettingStarted({
  name,
  isDirect,
  isUsable,
}: {
  readonly name: string;
  readonly isDirect: boolean;
  readonly isUsable: boolean;
}) {
  if (!isUsable) return <p>None of its commands can be used here.</p>;
  return (
    <p>
      Type <kbd>/</kbd> for its commands, {isDirect ? 'or just write.' : `or mention it with @${name}.`}
    </p>
  );
}

function isSuggestedQuestion(option: CommandEntry['options'][number]): boolean {
  return (
    option.name === QUESTION && option.type === ApplicationCommandOptionType.String && hasAutocomplete(option)
  );
}
