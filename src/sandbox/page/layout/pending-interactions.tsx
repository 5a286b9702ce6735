// The commands that wait for the bot or failed, shown below the messages.
import type { Session } from '../state/session.js';
import type { PageState, PendingInteraction } from '../state/state.js';
import { pageText } from '../text.js';

/** Interactions with a message's components are shown at that message instead. */
export function PendingInteractions({
  state,
  session,
}: {
  readonly state: PageState;
  readonly session: Session;
}) {
  const pending = state.pendingInteractions.filter(
    ({ channelId, target }) => channelId === state.channelId && target === undefined,
  );
  return (
    <>
      {pending.map((interaction) => (
        <PendingInteractionLine
          key={interaction.interactionId}
          interaction={interaction}
          state={state}
          session={session}
        />
      ))}
    </>
  );
}

function PendingInteractionLine({
  interaction,
  state,
  session,
}: {
  readonly interaction: PendingInteraction;
  readonly state: PageState;
  readonly session: Session;
}) {
  const outcome = state.outcomes[interaction.interactionId];
  if (outcome?.kind === 'acknowledged') return null;
  if (outcome === undefined) {
    return <p class="pending-interaction">{pageText.sending(interaction.name)}</p>;
  }
  return (
    <p class="pending-interaction failure" role="alert">
      {interaction.name}: {outcome.reason}{' '}
      <button
        type="button"
        class="link-button"
        onClick={() =>
          session.change({ kind: 'interaction-dismissed', interactionId: interaction.interactionId })
        }
      >
        {pageText.dismiss}
      </button>
    </p>
  );
}
