// The page's API: HTTP requests, and one WebSocket per person for events. protocol.ts has the types.
import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { WebSocket } from 'ws';
import { createInteraction, requireVisibleChannel } from '../interactions/create-interaction.js';
import { dismiss } from '../people/person.js';
import { postMessage } from '../people/post-message.js';
import { RejectedAction } from '../people/rejected-action.js';
import { viewMessage, viewMessages, viewSnapshot } from '../people/view.js';
import type {
  Action,
  ActionResult,
  Dismiss,
  PageEvent,
  Rejection,
  SendMessage,
  UploadedFile,
} from '../protocol.js';
import { rejectionText, requestText } from '../text.js';
import { DiscordError } from '../validation/discord-error.js';
import { isObject } from '../validation/problems.js';
import { canView } from '../world/permissions.js';
import type { Interaction, WorldEvent } from '../world/types.js';
import { MAX_UPLOAD_BYTES, storeUpload } from '../world/uploads.js';
import type { World } from '../world/world.js';
import { readAction } from './read-action.js';
import { BodyTooLarge, readBody } from './read-body.js';
import { UPLOADS_PATH } from './same-origin.js';

type App = Hono<{ Bindings: HttpBindings }>;

/** More than enough for a message or an interaction. */
const MAX_BODY_BYTES = 256 * 1024;

/** Adds the routes below `/sandbox`. */
export function addPageApi(app: App, world: World): void {
  app.get('/sandbox/snapshot', (context) => {
    const user = context.req.query('user') ?? world.people[0]?.id ?? '';
    return respondJson(context, () => viewSnapshot(world, requirePerson(world, user)));
  });
  app.get('/sandbox/messages', (context) => {
    const { user = '', channel = '' } = context.req.query();
    return respondJson(context, () =>
      viewMessages(world, user, requireVisibleChannel(world, user, channel).id),
    );
  });
  app.post('/sandbox/messages', (context) =>
    respondJson(context, async () => {
      const message = (await readObject(context, [
        'userId',
        'channelId',
        'content',
      ])) as unknown as SendMessage;
      return viewMessage(world, message.userId, postMessage(world, message));
    }),
  );
  app.post('/sandbox/interactions', (context) =>
    respondJson(context, async () => {
      return await performAction(world, readAction(await readObject(context, [])));
    }),
  );
  app.post('/sandbox/dismiss', (context) =>
    respondJson(context, async () => {
      const { userId, messageId } = (await readObject(context, [
        'userId',
        'messageId',
      ])) as unknown as Dismiss;
      dismiss(world, userId, messageId);
      return {};
    }),
  );
  app.post(UPLOADS_PATH, (context) =>
    respondJson(context, async () => {
      const { user = '', name = '', type = '' } = context.req.query();
      requirePerson(world, user);
      if (name === '') throw new RejectedAction(requestText.missingField('name'));
      const bytes = await readBody(context.req.raw, MAX_UPLOAD_BYTES);
      const file = { name, contentType: type || 'application/octet-stream', bytes };
      const id = storeUpload(world, file);
      return { id, name, bytes: bytes.length } satisfies UploadedFile;
    }),
  );
  app.get('/sandbox/attachments/:id/:name', (context) => {
    const file = world.attachments.get(context.req.param('id'));
    if (!file) return context.json({ error: requestText.unknownFile }, 404);
    // Anything but an image is downloaded, so that a file can't run as a page of the sandbox.
    const isImage = /^image\/(png|jpeg|gif|webp)$/.test(file.contentType);
    return context.body(new Uint8Array(file.bytes), 200, {
      'Content-Type': isImage ? file.contentType : 'application/octet-stream',
      'Content-Disposition': isImage ? 'inline' : 'attachment',
    });
  });
}

export interface PageEvents {
  /** Sends one person's events until the socket closes. */
  accept(socket: WebSocket, userId: string): void;
  close(): void;
}

/** Creates the event stream; connect each socket with `accept`. */
export function createPageEvents(world: World): PageEvents {
  const open = new Set<WebSocket>();
  return {
    accept(socket, userId) {
      if (!world.people.some(({ id }) => id === userId))
        return socket.close(1008, rejectionText.unknownPerson);
      open.add(socket);
      const stop = world.on((event) => {
        const pageEvent = pageEventOf(world, userId, event);
        if (pageEvent) socket.send(JSON.stringify(pageEvent));
      });
      socket.on('close', () => {
        stop();
        open.delete(socket);
      });
    },
    close() {
      for (const socket of open) socket.terminate();
    },
  };
}

function pageEventOf(world: World, userId: string, event: WorldEvent): PageEvent | undefined {
  switch (event.kind) {
    case 'message-created':
    case 'message-edited': {
      const view = viewMessage(world, userId, event.record);
      return view && { kind: 'message', view };
    }
    case 'message-deleted':
    case 'message-dismissed': {
      const { message, visibleTo } = event.record;
      if ((visibleTo && visibleTo !== userId) || !canSeeChannel(world, userId, message.channel_id))
        return undefined;
      return { kind: 'message-deleted', channelId: message.channel_id, messageId: message.id };
    }
    case 'typing':
      if (!canSeeChannel(world, userId, event.channelId)) return undefined;
      return { kind: 'typing', channelId: event.channelId, userId: event.userId };
    case 'modal-opened': {
      const { id, modal } = event.interaction;
      return event.interaction.userId === userId && modal
        ? { kind: 'modal', interactionId: id, modal }
        : undefined;
    }
    case 'interaction-acknowledged':
    case 'interaction-failed': {
      const { id, reason } = event.interaction;
      if (event.interaction.userId !== userId) return undefined;
      const state = event.kind === 'interaction-failed' ? 'failed' : 'acknowledged';
      return { kind: 'interaction', interactionId: id, state, reason };
    }
    case 'interaction-created':
    case 'interaction-answered':
      return undefined;
    default:
      return { kind: 'snapshot-changed' };
  }
}

function canSeeChannel(world: World, userId: string, channelId: string): boolean {
  const channel = world.channels.get(channelId);
  return channel !== undefined && canView(world, userId, channel);
}

async function performAction(world: World, action: Action): Promise<ActionResult> {
  const interaction = createInteraction(world, action);
  if (action.kind !== 'autocomplete') return { interactionId: interaction.id };
  return { interactionId: interaction.id, choices: await waitForChoices(world, interaction) };
}

/** Empty if the bot doesn't respond in time. */
async function waitForChoices(
  world: World,
  interaction: Interaction,
): Promise<NonNullable<ActionResult['choices']>> {
  if (interaction.state === 'pending') {
    await world.until(
      (event) =>
        'interaction' in event && event.interaction === interaction && interaction.state !== 'pending',
    );
  }
  return interaction.choices ?? [];
}

function requirePerson(world: World, userId: string): string {
  if (!world.people.some(({ id }) => id === userId)) throw new RejectedAction(rejectionText.unknownPerson);
  return userId;
}

async function readObject(context: Context, required: readonly string[]): Promise<Record<string, unknown>> {
  const body = parseJson((await readBody(context.req.raw, MAX_BODY_BYTES)).toString());
  if (!isObject(body)) throw new RejectedAction(requestText.notAnObject);
  for (const name of required)
    if (typeof body[name] !== 'string') throw new RejectedAction(requestText.missingField(name));
  return body;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function respondJson(context: Context, run: () => unknown): Promise<Response> {
  try {
    return context.json((await run()) as object);
  } catch (error) {
    if (error instanceof RejectedAction || error instanceof DiscordError)
      return context.json({ error: error.message } satisfies Rejection, 400);
    if (error instanceof BodyTooLarge) {
      const message = requestText.tooLarge(error.maxBytes / 1024);
      return context.json({ error: message } satisfies Rejection, 413);
    }
    throw error;
  }
}
