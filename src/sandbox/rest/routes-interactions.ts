// REST routes for interactions: first response, replies and follow-ups. The token in the path authorizes them.
import { MessageFlags, InteractionResponseType as Respond } from 'discord-api-types/v10';
import {
  editReply,
  followUp,
  requireInteractionByToken,
  requireReply,
  respond,
} from '../interactions/interactions.js';
import type { MessageRecord } from '../world/types.js';
import type { RestRequest, Route } from './rest-api.js';

export function interactionRoutes(): readonly Route[] {
  const webhook = '/webhooks/:application/:token';
  const message = `${webhook}/messages/:message`;
  return [
    {
      method: 'POST',
      path: '/interactions/:interaction/:token/callback',
      limit: 'none',
      isTokenInPath: true,
      run: respondToInteraction,
    },
    { method: 'POST', path: webhook, limit: 'messages', isTokenInPath: true, run: createFollowUp },
    { method: 'GET', path: message, isTokenInPath: true, run: (call) => findReply(call).record.message },
    { method: 'PATCH', path: message, limit: 'messages', isTokenInPath: true, run: editReplyMessage },
    { method: 'DELETE', path: message, limit: 'messages', isTokenInPath: true, run: deleteReplyMessage },
  ];
}

function respondToInteraction({ world, params, query, body, files }: RestRequest): unknown {
  const { interaction, record } = respond(
    world,
    { id: params['interaction'] ?? '', token: params['token'] ?? '' },
    body,
    files,
  );
  if (query.get('with_response') !== 'true') return undefined;
  const { id, type } = interaction;
  const isUpdate = body['type'] === Respond.UpdateMessage || body['type'] === Respond.DeferredMessageUpdate;
  const messageFields = record && {
    response_message_id: record.message.id,
    response_message_loading: record.isThinking,
    response_message_ephemeral: (Number(record.message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
  };
  return {
    interaction: { id, type, ...messageFields },
    ...(record && {
      resource: {
        type: isUpdate ? Respond.UpdateMessage : Respond.ChannelMessageWithSource,
        message: record.message,
      },
    }),
  };
}

function createFollowUp({ world, params, body, files }: RestRequest): unknown {
  const interaction = requireInteractionByToken(world, params['application'] ?? '', params['token'] ?? '');
  return followUp(world, interaction, body, files).message;
}

function editReplyMessage(call: RestRequest): unknown {
  const { interaction, record } = findReply(call);
  editReply(call.world, interaction, record, call.body, call.files);
  return record.message;
}

function deleteReplyMessage(call: RestRequest): undefined {
  call.world.removeMessage(findReply(call).record);
}

function findReply({ world, params }: RestRequest): {
  interaction: ReturnType<typeof requireInteractionByToken>;
  record: MessageRecord;
} {
  const interaction = requireInteractionByToken(world, params['application'] ?? '', params['token'] ?? '');
  return { interaction, record: requireReply(world, interaction, params['message'] ?? '') };
}
