/** One gateway session: what it asked for, what it was sent, and the socket it has at the moment. */
import { randomBytes } from 'node:crypto';
import {
  GatewayIntentBits as Intent,
  GatewayOpcodes,
  PermissionFlagsBits as P,
  type APIMessage,
} from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { applicationFlags, selfObject } from '../world/application-object.ts';
import { mayDo } from '../world/permissions.ts';
import { withoutContent } from '../world/readable.ts';
import type { Dispatch, World } from '../world/world.ts';
import { guildCreate } from './guild-create.ts';
import { isWanted } from './intents.ts';

/** How many events a session keeps for a resume. */
const KEPT = 5000;

export interface Identity {
  intents: number;
  shard: [id: number, count: number];
}

export class Session {
  readonly id = randomBytes(16).toString('hex');
  readonly intents: number;
  readonly shard: [id: number, count: number];
  socket: WebSocket | null;
  readonly #world: World;
  readonly #sent: { seq: number; frame: string }[] = [];
  #seq = 0;

  constructor(world: World, { intents, shard }: Identity, socket: WebSocket) {
    this.#world = world;
    this.intents = intents;
    this.shard = shard;
    this.socket = socket;
  }

  serves(guildId: string | null): boolean {
    const [id, count] = this.shard;
    return guildId === null ? id === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === id;
  }

  /** READY, and then the guilds one by one. */
  greet(resumeUrl: string): void {
    const { id } = this.#world.application;
    const guilds = [...this.#world.guilds.values()].filter(
      (guild) => guild.members.has(id) && this.serves(guild.id),
    );
    this.send('READY', {
      v: 10,
      user: selfObject(this.#world),
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: this.id,
      resume_gateway_url: resumeUrl,
      shard: this.shard,
      application: { id, flags: applicationFlags(this.#world) },
      private_channels: [],
      relationships: [],
      user_settings: {},
      session_type: 'normal',
      _trace: [],
    });
    for (const { id: guildId } of guilds) this.offer({ t: 'GUILD_CREATE', d: {}, guildId, channelId: null });
  }

  /** Events for a session without a socket wait for its resume. */
  offer(event: Dispatch): void {
    if (!this.serves(event.guildId) || !isWanted(event, this.intents, this.#world.application.id)) return;
    if (!this.#maySee(event)) return;
    this.send(event.t, this.#cut(event));
  }

  send(t: string, d: object): void {
    this.#seq += 1;
    const frame = JSON.stringify({ op: GatewayOpcodes.Dispatch, t, s: this.#seq, d });
    this.#sent.push({ seq: this.#seq, frame });
    if (this.#sent.length > KEPT) this.#sent.shift();
    this.socket?.send(frame);
  }

  canReplayFrom(seq: number): boolean {
    const oldest = this.#sent[0]?.seq ?? 1;
    return seq <= this.#seq && seq >= oldest - 1;
  }

  replayFrom(seq: number): void {
    for (const event of this.#sent) if (event.seq > seq) this.socket?.send(event.frame);
  }

  #maySee({ t, channelId, guildId }: Dispatch): boolean {
    if (guildId !== null && t !== 'GUILD_DELETE' && !this.#isMember(guildId)) return false;
    if (channelId === null || !/^(MESSAGE|THREAD|TYPING)_/.test(t)) return true;
    const channel = this.#world.channels.get(channelId);
    return channel === undefined || mayDo(this.#world, channel, this.#world.application.id, P.ViewChannel);
  }

  #isMember(guildId: string): boolean {
    return this.#world.guilds.get(guildId)?.members.has(this.#world.application.id) ?? false;
  }

  #cut({ t, d, guildId }: Dispatch): object {
    if (t === 'GUILD_CREATE') {
      const guild = this.#world.guilds.get(guildId ?? '');
      return guild ? guildCreate(this.#world, guild, this.intents) : d;
    }
    const hidden =
      (t === 'MESSAGE_CREATE' || t === 'MESSAGE_UPDATE') && !(this.intents & Intent.MessageContent);
    return hidden ? withoutContent(this.#world, d as APIMessage) : d;
  }
}
