// Below the messages: commands on their way to the bot, and those that it left unanswered.
import type { Session } from '../state/session.js';
import type { PageState, PendingInteraction } from '../state/state.js';

/** What was used on a message is told at that message instead. */
export function PendingInteractions({
  state,
  session,
}: {
  readonly state: PageState;
  readonly session: Session;
}) {
  const deeds = state.deeds.filter(({ channelId, on }) => channelId === state.channelId && on === undefined);
  return (
    <>
      {deeds.map((deed) => (
        <PendingInteractionLine key={deed.interactionId} deed={deed} state={state} session={session} />
      ))}
    </>
  );
}

function PendingInteractionLine({
  deed,
  state,
  session,
}: {
  readonly deed: PendingInteraction;
  readonly state: PageState;
  readonly session: Session;
}) {
  const outcome = state.outcomes[deed.interactionId];
  if (outcome?.kind === 'acknowledged') return null;
  if (outcome === undefined) {
    return <p class="deed">Sending {deed.name}…</p>;
  }
  return (
    <p class="deed failure" role="alert">
      {deed.name} — {outcome.reason}{' '}
      <button
        type="button"
        class="link-button"
        onClick={() => session.change({ kind: 'deed-dismissed', interactionId: deed.interactionId })}
      >
        Dismiss message
      </button>
    </p>
  );
}
