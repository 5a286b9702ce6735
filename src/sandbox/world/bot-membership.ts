// Removes the bot from a server and adds it again, as a server's owner does.
import type { World } from './world.js';

export function isBotIn(world: World, guildId: string): boolean {
  return world.guilds.get(guildId)?.members.has(world.bot.id) ?? false;
}

/** Does nothing if the server doesn't exist. */
export function removeBot(world: World, guildId: string): void {
  const guild = world.guilds.get(guildId);
  if (!guild) return;
  const members = new Map([...guild.members].filter(([userId]) => userId !== world.bot.id));
  world.guilds.set(guildId, { ...guild, members });
  world.emit({ kind: 'bot-removed', guildId });
}

/** Does nothing if the server doesn't exist. */
export function addBot(world: World, guildId: string): void {
  const guild = world.guilds.get(guildId);
  if (!guild) return;
  const role = guild.roles.find(({ tags }) => tags?.bot_id === world.bot.id);
  const members = new Map([...guild.members, [world.bot.id, role ? [role.id] : []] as const]);
  world.guilds.set(guildId, { ...guild, members });
  world.emit({ kind: 'bot-added', guildId });
}
