// The gateway: sessions, heartbeats and resuming.
// https://docs.discord.com/developers/events/gateway
import {
  GatewayCloseCodes as Close,
  GatewayIntentBits as Intent,
  GatewayOpcodes as Op,
} from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Faults } from '../network-faults.js';
import { isObject, type Json } from '../validation/problems.js';
import { isBotIn } from '../world/bot-membership.js';
import { serializeJoinedGuild, serializeMember } from '../world/serialize.js';
import type { World } from '../world/world.js';
import { dispatchEventsOf, serializeReady } from './dispatch-events.js';

/** The interval that Discord currently sends. */
const HEARTBEAT_INTERVAL_MS = 41_250;
/** How long a session can be resumed after its connection drops. */
const RESUME_WINDOW_MS = 180_000;
/** Close codes after which a session can't be resumed. */
const CLOSE_CODES_ENDING_SESSION: readonly number[] = [1000, 1001, Close.InvalidSeq, Close.SessionTimedOut];
/** https://docs.discord.com/developers/events/gateway#rate-limiting */
const EVENT_RATE_LIMIT = { events: 120, windowMs: 60_000 } as const;
const PRIVILEGED_INTENTS = Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;
const ALL_INTENTS = Object.values(Intent).reduce<number>(
  (sum, bit) => sum | (typeof bit === 'number' ? bit : 0),
  0,
);

interface Session {
  readonly id: string;
  readonly intents: number;
  sequence: number;
  /** Events that no heartbeat has confirmed yet. They're sent again on resume. */
  unconfirmed: { readonly op: Op.Dispatch; readonly s: number; readonly t: string; readonly d: unknown }[];
  socket: WebSocket | undefined;
  expiry?: NodeJS.Timeout;
}

export interface Gateway {
  /** Takes over a socket that was opened at the gateway's URL. */
  accept(socket: WebSocket): void;
  close(): void;
}

/** Creates the gateway. `url` is where clients resume. */
export function createGateway(
  world: World,
  faults: Faults,
  {
    url,
    heartbeatIntervalMs = HEARTBEAT_INTERVAL_MS,
  }: { url: () => string; heartbeatIntervalMs?: number | undefined },
): Gateway {
  const sessions = new Map<string, Session>();
  const sockets = new Set<WebSocket>();
  const dispatch = (session: Session, t: string, d: unknown) => {
    session.sequence += 1;
    const payload = { op: Op.Dispatch, s: session.sequence, t, d } as const;
    session.unconfirmed.push(payload);
    const { socket } = session;
    if (faults.dispatchDelayMs === 0) return send(socket, payload);
    // If the socket closes before then, the client gets the event when it resumes.
    setTimeout(() => session.socket === socket && send(socket, payload), faults.dispatchDelayMs).unref();
  };
  const updateOnline = () => {
    const isOnline = [...sessions.values()].some(({ socket }) => socket);
    if (isOnline === world.isBotOnline) return;
    world.isBotOnline = isOnline;
    world.emit({ kind: 'presence-changed' });
  };
  const endSession = (session: Session) => {
    clearTimeout(session.expiry);
    sessions.delete(session.id);
    updateOnline();
  };
  const stopListening = world.on((event) => {
    for (const session of sessions.values()) {
      for (const { t, d } of dispatchEventsOf(world, event, session.intents)) dispatch(session, t, d);
    }
  });
  const stopFaults = faults.onGateway((fault) => {
    for (const session of [...sessions.values()]) {
      const { socket } = session;
      if (fault.kind === 'reconnect') send(socket, { op: Op.Reconnect, d: null });
      if (fault.kind === 'invalid-session') send(socket, { op: Op.InvalidSession, d: fault.isResumable });
      if (!fault.isResumable && fault.kind !== 'reconnect') endSession(session);
      if (fault.kind === 'drop') socket?.terminate();
    }
  });

  function accept(socket: WebSocket): void {
    let session: Session | undefined;
    let heartbeatTimeout: NodeJS.Timeout | undefined;
    const expectHeartbeat = () => {
      clearTimeout(heartbeatTimeout);
      heartbeatTimeout = setTimeout(
        () => socket.close(Close.SessionTimedOut, 'Session timed out.'),
        heartbeatIntervalMs * 2,
      ).unref();
    };
    const attach = (joined: Session) => {
      joined.socket?.close(Close.UnknownError, 'Another connection took over.');
      clearTimeout(joined.expiry);
      joined.socket = socket;
      session = joined;
      updateOnline();
    };
    const identify = (d: Json) => {
      const intents = Number(d['intents']);
      if (d['token'] !== world.token)
        return socket.close(Close.AuthenticationFailed, 'Authentication failed.');
      if (!Number.isInteger(intents) || intents & ~ALL_INTENTS)
        return socket.close(Close.InvalidIntents, 'Invalid intent(s).');
      if (intents & PRIVILEGED_INTENTS) return socket.close(Close.DisallowedIntents, 'Disallowed intent(s).');
      const joined: Session = {
        id: world.nextId(),
        intents,
        sequence: 0,
        unconfirmed: [],
        socket: undefined,
      };
      sessions.set(joined.id, joined);
      if (isObject(d['presence']))
        world.presence = d['presence'] as unknown as NonNullable<World['presence']>;
      attach(joined);
      dispatch(
        joined,
        'READY',
        serializeReady(world, { sessionId: joined.id, url: url(), shard: d['shard'], intents }),
      );
      if (intents & Intent.Guilds) {
        for (const guild of world.guilds.values())
          if (isBotIn(world, guild.id)) dispatch(joined, 'GUILD_CREATE', serializeJoinedGuild(world, guild));
      }
    };
    const resume = (d: Json) => {
      const joined = sessions.get(String(d['session_id']));
      if (d['token'] !== world.token)
        return socket.close(Close.AuthenticationFailed, 'Authentication failed.');
      if (!joined) return send(socket, { op: Op.InvalidSession, d: false });
      const sequence = Number(d['seq']);
      if (!(sequence >= 0 && sequence <= joined.sequence))
        return socket.close(Close.InvalidSeq, 'Invalid seq.');
      attach(joined);
      joined.unconfirmed = joined.unconfirmed.filter(({ s }) => s > sequence);
      for (const payload of joined.unconfirmed) send(socket, payload);
      dispatch(joined, 'RESUMED', {});
    };
    const handle = ({ op, d }: Json) => {
      if (op === Op.Heartbeat) {
        expectHeartbeat();
        if (session && typeof d === 'number')
          session.unconfirmed = session.unconfirmed.filter(({ s }) => s > d);
        if (!faults.areHeartbeatsIgnored) send(socket, { op: Op.HeartbeatAck, d: null });
      } else if (op === Op.Identify || op === Op.Resume) {
        if (session) socket.close(Close.AlreadyAuthenticated, 'Already authenticated.');
        else if (!isObject(d)) socket.close(Close.DecodeError, 'Error while decoding payload.');
        else if (op === Op.Identify) identify(d);
        else resume(d);
      } else if (!session) socket.close(Close.NotAuthenticated, 'Not authenticated.');
      else if (op === Op.PresenceUpdate && isObject(d)) {
        world.presence = d as unknown as NonNullable<World['presence']>;
        world.emit({ kind: 'presence-changed' });
      } else if (op === Op.RequestGuildMembers && isObject(d))
        dispatch(session, 'GUILD_MEMBERS_CHUNK', createMembersChunk(world, d));
      else if (op !== Op.VoiceStateUpdate) socket.close(Close.UnknownOpcode, 'Unknown opcode.');
    };

    let received = 0;
    let windowEndsAt = 0;
    const isFlooding = () => {
      if (windowEndsAt <= Date.now()) [received, windowEndsAt] = [0, Date.now() + EVENT_RATE_LIMIT.windowMs];
      received += 1;
      return received > EVENT_RATE_LIMIT.events;
    };

    sockets.add(socket);
    socket.on('message', (data) => {
      if (isFlooding()) return socket.close(Close.RateLimited, 'Rate limited.');
      const payload = readPayload(String(data));
      if (payload) handle(payload);
      else socket.close(Close.DecodeError, 'Error while decoding payload.');
    });
    socket.on('close', (code) => {
      clearTimeout(heartbeatTimeout);
      sockets.delete(socket);
      if (session?.socket !== socket) return;
      session.socket = undefined;
      const closed = session;
      // A client that closes normally ends its session: https://docs.discord.com/developers/events/gateway#disconnecting
      if (CLOSE_CODES_ENDING_SESSION.includes(code)) endSession(closed);
      else {
        closed.expiry = setTimeout(() => endSession(closed), RESUME_WINDOW_MS).unref();
        updateOnline();
      }
    });
    send(socket, { op: Op.Hello, d: { heartbeat_interval: heartbeatIntervalMs } });
    expectHeartbeat();
  }

  return {
    accept,
    close() {
      stopListening();
      stopFaults();
      for (const session of sessions.values()) clearTimeout(session.expiry);
      for (const socket of sockets) socket.terminate();
    },
  };
}

function send(socket: WebSocket | undefined, payload: object): void {
  if (socket?.readyState === socket?.OPEN) socket?.send(JSON.stringify(payload));
}

function readPayload(text: string): Json | undefined {
  try {
    const payload: unknown = JSON.parse(text);
    return isObject(payload) ? payload : undefined;
  } catch {
    return undefined;
  }
}

/** Only members requested by id. Listing all members needs a privileged intent. */
function createMembersChunk(world: World, { guild_id, user_ids, nonce }: Json): Json {
  const guild = world.guilds.get(String(guild_id));
  const requested = [user_ids ?? []].flat().map(String);
  const found = requested.filter((id) => guild?.members.has(id));
  return {
    guild_id,
    members: guild ? found.map((id) => serializeMember(world, guild, id)) : [],
    not_found: requested.filter((id) => !found.includes(id)),
    ...{ chunk_index: 0, chunk_count: 1, nonce },
  };
}
