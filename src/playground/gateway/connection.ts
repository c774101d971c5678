/** One socket of a client: hello, identify or resume, heartbeats, and the close codes of everything else. */
import {
  GatewayCloseCodes as Close,
  GatewayIntentBits as Intent,
  GatewayOpcodes as Op,
  type GatewayOpcodes,
} from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { World } from '../world/world.ts';
import { ALL_INTENTS } from './intents.ts';
import { Session } from './session.ts';

export interface GatewayState {
  world: World;
  sessions: Map<string, Session>;
  url: () => string;
  heartbeatInterval: number;
  /** Without acknowledgements clients take the connection for dead. */
  acknowledging: boolean;
}

interface Frame {
  op: GatewayOpcodes;
  d?: unknown;
}

export function sendFrame(socket: WebSocket, op: GatewayOpcodes, d: unknown): void {
  socket.send(JSON.stringify({ op, d, s: null, t: null }));
}

export class Connection {
  readonly #state: GatewayState;
  readonly #socket: WebSocket;
  #session: Session | null = null;

  constructor(state: GatewayState, socket: WebSocket) {
    this.#state = state;
    this.#socket = socket;
    socket.on('message', (data: Buffer) => {
      this.#handle(parse(data));
    });
    socket.on('close', (code) => {
      this.#ended(code);
    });
    socket.on('error', () => {
      socket.terminate();
    });
    sendFrame(socket, Op.Hello, { heartbeat_interval: state.heartbeatInterval });
  }

  #handle(frame: Frame | null): void {
    if (!frame) {
      this.#socket.close(Close.DecodeError);
      return;
    }
    switch (frame.op) {
      case Op.Heartbeat:
        if (this.#state.acknowledging) sendFrame(this.#socket, Op.HeartbeatAck, null);
        break;
      case Op.Identify:
        this.#identify(frame.d as Wish);
        break;
      case Op.Resume:
        this.#resume(frame.d as Resumption);
        break;
      case Op.PresenceUpdate:
      case Op.VoiceStateUpdate:
      case Op.RequestGuildMembers:
      case Op.RequestSoundboardSounds:
        // Allowed, and of no effect here.
        if (!this.#session) this.#socket.close(Close.NotAuthenticated);
        break;
      default:
        this.#socket.close(Close.UnknownOpcode);
    }
  }

  #identify({ token, intents = 0, shard = [0, 1] }: Wish): void {
    const { world, sessions, url } = this.#state;
    const refusal = this.#session ? Close.AlreadyAuthenticated : refusalOf(world, { token, intents, shard });
    if (refusal !== null) {
      this.#socket.close(refusal);
      return;
    }
    this.#session = new Session(world, { intents, shard }, this.#socket);
    sessions.set(this.#session.id, this.#session);
    this.#session.greet(url());
  }

  /** What was missed comes first, then RESUMED. */
  #resume({ token, session_id: id = '', seq = 0 }: Resumption): void {
    const { world, sessions } = this.#state;
    if (token !== world.application.token) {
      this.#socket.close(Close.AuthenticationFailed);
      return;
    }
    const session = sessions.get(id);
    if (!session?.canReplayFrom(seq)) {
      sendFrame(this.#socket, Op.InvalidSession, false);
      return;
    }
    session.socket?.terminate();
    session.socket = this.#socket;
    this.#session = session;
    session.replayFrom(seq);
    session.send('RESUMED', { _trace: [] });
  }

  /** Closing with 1000 or 1001 says goodbye; after anything else the session can be resumed. */
  #ended(code: number): void {
    const session = this.#session;
    if (session?.socket !== this.#socket) return;
    session.socket = null;
    if (code === 1000 || code === 1001) this.#state.sessions.delete(session.id);
  }
}

interface Wish {
  token?: string | undefined;
  intents?: number;
  shard?: [id: number, count: number];
}

interface Resumption {
  token?: string;
  session_id?: string;
  seq?: number;
}

function parse(data: Buffer): Frame | null {
  try {
    const frame = JSON.parse(data.toString()) as Partial<Frame> | null;
    return typeof frame?.op === 'number' ? { op: frame.op, d: frame.d ?? {} } : null;
  } catch {
    return null;
  }
}

function refusalOf(world: World, { token, intents, shard: [shard, count] }: Required<Wish>): Close | null {
  if (token?.replace(/^Bot /, '') !== world.application.token) return Close.AuthenticationFailed;
  if (!Number.isInteger(intents) || (intents & ~ALL_INTENTS) !== 0) return Close.InvalidIntents;
  if (shard < 0 || count < 1 || shard >= count) return Close.InvalidShard;
  return lacksPrivilege(world, intents) ? Close.DisallowedIntents : null;
}

export function lacksPrivilege({ application }: World, intents: number): boolean {
  return (
    (!application.messageContent && (intents & Intent.MessageContent) !== 0) ||
    (!application.guildMembers && (intents & Intent.GuildMembers) !== 0) ||
    (!application.presences && (intents & Intent.GuildPresences) !== 0)
  );
}
