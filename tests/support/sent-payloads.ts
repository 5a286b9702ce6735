// Validates everything that a bot sends in a test against Discord's published API description, if it is available.
import { expect, onTestFinished } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.js';
import type { WorldEvent } from '../../src/sandbox/world/types.js';
import { hasOpenApi, openApi } from './openapi.js';

const SCHEMAS = {
  message: 'MessageCreateRequest',
  messageEdit: 'MessageEditRequestPartial',
  reply: 'IncomingWebhookRequestPartial',
  replyEdit: 'IncomingWebhookUpdateRequestPartial',
  modal: 'ModalInteractionCallbackRequestData',
  choices: 'InteractionApplicationCommandAutocompleteCallbackStringData',
} as const;

interface Sent {
  readonly as: keyof typeof SCHEMAS;
  readonly value: unknown;
}

/** Compiling takes seconds, so validators are shared by all tests of a file. */
const compiled = new Map<string, ReturnType<ReturnType<typeof openApi>['schema']>>();

/** Makes the test fail at its end if a payload was invalid. */
export function validateSentPayloads({ world }: Sandbox): void {
  if (!hasOpenApi) return;
  const sent: Sent[] = [];
  const stop = world.on((event) => {
    const found = sentIn(event, world.bot.id);
    if (found) sent.push(found);
  });
  // At the end, because validating takes longer than the tested code may.
  onTestFinished(() => {
    stop();
    const problems = sent.flatMap(({ as, value }) =>
      validatorOf(SCHEMAS[as])(value).map((problem) => `${as} ${problem}`),
    );
    expect(problems).toEqual([]);
  });
}

function sentIn(event: WorldEvent, botId: string): Sent | undefined {
  if (event.kind === 'message-created' || event.kind === 'message-edited') {
    const { message, payload, interactionId } = event.record;
    if (message.author.id !== botId || payload === undefined) return undefined;
    const kind = interactionId === undefined ? 'message' : 'reply';
    return { as: event.kind === 'message-edited' ? `${kind}Edit` : kind, value: payload };
  }
  if (event.kind === 'modal-opened') return { as: 'modal', value: event.interaction.modal };
  if (event.kind === 'interaction-acknowledged' && event.interaction.choices)
    return { as: 'choices', value: { choices: event.interaction.choices } };
  return undefined;
}

function validatorOf(schema: string) {
  const cached = compiled.get(schema);
  if (cached) return cached;
  const { schema: compile } = openApi();
  for (const name of Object.values(SCHEMAS)) compiled.set(name, compile(name));
  return compiled.get(schema) ?? compile(schema);
}
