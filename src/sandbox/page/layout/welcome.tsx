// The welcome at the top of a channel: what the bot does, and three suggested questions.
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
import { pageText } from '../text.js';
import { Avatar } from './avatar.js';

const MAX_SUGGESTIONS = 3;
const ASK = 'ask';
const QUESTION = 'question';

/** The questions come from the bot's own autocomplete. If it has none, the commands are listed instead. */
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
  const current = currentChannel(state);
  const entries = listCommandEntries(currentCommands(state));
  const ask = entries.find(({ name, options }) => name === ASK && options.some(isSuggestedQuestion));
  const canAsk = snapshot?.isBotReady === true && current?.channel.canSend === true;
  // Undefined while loading. Nothing is shown then, because buttons must not change just before a click.
  const [questions, setQuestions] = useState<readonly Choice[]>();
  const log = state.messageLogs[channelId ?? ''];
  const isNew =
    log?.isLoaded === true && !log.messages.some(({ message }) => message.author.id === snapshot?.botId);

  // Loads again for another channel, and when the bot is ready
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

  if (snapshot === undefined || current === undefined) return null;
  const { application } = snapshot;
  const bot = snapshot.users.find(({ id }) => id === snapshot.botId);
  const name = bot === undefined ? application.name : displayName(bot);
  return (
    <section class="welcome" aria-label={pageText.welcome}>
      <Avatar id={snapshot.botId} name={name} />
      <h2>{current.channel.kind === 'dm' ? name : pageText.welcomeTo(channelTitle(current.channel))}</h2>
      <p>{application.description || ask?.description || pageText.defaultDescription(name)}</p>
      {snapshot.isBotReady ? (
        <GettingStarted name={name} isDirect={current.channel.kind === 'dm'} isUsable={entries.length > 0} />
      ) : (
        <p>{snapshot.isBotOnline ? pageText.botStarting(name) : pageText.botOffline(name)}</p>
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
                    const input = { text: choice.name, value: choice.value };
                    void session.runCommand(
                      ask.commandId,
                      `/${ask.name}`,
                      toFilledOptions(ask, { [QUESTION]: input }),
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
  if (!isUsable) return <p>{pageText.noCommands(name)}</p>;
  return (
    <p>
      {pageText.howToStart.before} <kbd>/</kbd> {pageText.howToStart.after}
      {isDirect ? pageText.orWrite : pageText.orMention(name)}
    </p>
  );
}

function isSuggestedQuestion(option: CommandEntry['options'][number]): boolean {
  return (
    option.name === QUESTION && option.type === ApplicationCommandOptionType.String && hasAutocomplete(option)
  );
}
