// What discord.js doesn't tell about an event: which roles a message mentions that aren't cached. Also completes payloads
// that would make discord.js throw.
import {
  type APIInteraction,
  type APIMessage,
  type Client,
  GatewayDispatchEvents,
  type Message,
} from 'discord.js';

/** More messages than can arrive before their handlers run. */
const MAX_REMEMBERED = 200;

export interface RoleMentions {
  /**
   * The id of the role that Discord made for the bot, if the message mentions it. It has the bot's name, so people pick it
   * by mistake.
   */
  findOwnRole(message: Message): Promise<string | undefined>;
}

/** Listens to the client's raw events. Call it before the client logs in. */
export function watchRawEvents(client: Client): RoleMentions {
  const rolesByMessage = new Map<string, readonly string[]>();
  client.ws.on(GatewayDispatchEvents.MessageCreate, ({ id, mention_roles: roles }: APIMessage) => {
    if (!roles || roles.length === 0) return;
    rolesByMessage.set(id, roles);
    const [oldest] = rolesByMessage.keys();
    if (rolesByMessage.size > MAX_REMEMBERED && oldest !== undefined) rolesByMessage.delete(oldest);
  });
  client.ws.on(GatewayDispatchEvents.InteractionCreate, ({ data }: APIInteraction) => {
    // discord.js reads `resolved` of every context-menu command, and the option of the message that is in it.
    if (data && 'target_id' in data && !data.resolved) Object.assign(data, { resolved: {} });
  });

  return {
    async findOwnRole({ id, guild, client: { user } }) {
      const roleIds = rolesByMessage.get(id) ?? [];
      rolesByMessage.delete(id);
      for (const roleId of roleIds) {
        const role = guild?.roles.cache.get(roleId) ?? (await guild?.roles.fetch(roleId));
        if (role?.tags?.botId === user.id) return role.id;
      }
      return undefined;
    },
  };
}
