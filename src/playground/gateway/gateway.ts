/** The gateway: hello, identify, resume, heartbeats, and events to every session. */
import {
  GatewayCloseCodes as Close,
  GatewayIntentBits as Intent,
  GatewayOpcodes as Op,
} from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Dispatch, World } from '../world/world.ts';
import { ALL_INTENTS } from './intents.ts';
import { Session } from './session.ts';

export interface GatewayOptions {
  world: World;
  url: () => string;
  heartbeatInterval: number;
}

export interface Gateway {
  server: WebSocketServer;
  sessions: () => Session[];
  /** Lets events pile up instead of sending them, until released. */
  hold: () => void;
  release: () => void;
  /** Ends every connection; codes 1000 and 1001 end the sessions, too. */
  drop: (code?: number) => number;
  /** Closes what the application may no longer have. */
  dropPrivileged: () => void;
  /** Op 7. */
  askToReconnect: () => void;
  /** Op 9; a session that cannot be resumed is forgotten. */
  invalidate: (resumable: boolean) => void;
  /** Whether heartbeats are answered; without answers clients take the connection for dead. */
  answerHeartbeats: (yes: boolean) => void;
  /** New connections are closed at once with this code. */
  refuseConnections: (code: number | null) => void;
  close: () => void;
}

interface Frame {
  op: number;
  d?: unknown;
}

export function createGateway({ world, url, heartbeatInterval }: GatewayOptions): Gateway {
  const sessions = new Map<string, Session>();
  const server = new WebSocketServer({ noServer: true });
  const held: Dispatch[] = [];
  let holding = false;
  let acknowledging = true;
  let refusing: number | null = null;

  const offer = (event: Dispatch): void => {
    for (const session of sessions.values()) session.offer(event);
  };
  const onDispatch = (event: Dispatch): void => {
    if (holding) held.push(event);
    else offer(event);
  };
  world.events.on('dispatch', onDispatch);

  server.on('connection', (socket) => {
    if (refusing !== null) {
      socket.close(refusing);
      return;
    }
    let session: Session | null = null;
    const send = (op: number, d: unknown): void => {
      socket.send(JSON.stringify({ op, d, s: null, t: null }));
    };

    const identify = (d: unknown): void => {
      const wish = d as { token?: string; intents?: number; shard?: [number, number] };
      const intents = wish.intents ?? 0;
      const shard = wish.shard ?? [0, 1];
      const refusal = refusalOf(world, wish.token, intents, shard);
      if (session || refusal !== null) {
        socket.close(refusal ?? Close.AlreadyAuthenticated);
        return;
      }
      session = new Session(world, { intents, shard }, socket);
      sessions.set(session.id, session);
      greet(world, session, url());
    };

    const resume = (d: unknown): void => {
      const wish = d as { token?: string; session_id?: string; seq?: number };
      if (wish.token !== world.application.token) {
        socket.close(Close.AuthenticationFailed);
        return;
      }
      const known = sessions.get(wish.session_id ?? '');
      if (!known?.canReplayFrom(wish.seq ?? 0)) {
        send(Op.InvalidSession, false);
        return;
      }
      known.socket?.terminate();
      known.socket = socket;
      session = known;
      known.replayFrom(wish.seq ?? 0);
      known.send('RESUMED', { _trace: [] });
    };

    socket.on('message', (data: Buffer) => {
      const frame = parse(data);
      if (!frame) socket.close(Close.DecodeError);
      else if (frame.op === Op.Heartbeat) acknowledge(acknowledging, send);
      else if (frame.op === Op.Identify) identify(frame.d);
      else if (frame.op === Op.Resume) resume(frame.d);
      else if (frame.op > Op.HeartbeatAck && frame.op !== Op.RequestSoundboardSounds)
        socket.close(Close.UnknownOpcode);
      else if (!session) socket.close(Close.NotAuthenticated);
    });
    socket.on('close', (code) => {
      if (session?.socket === socket) session.socket = null;
      if (session && (code === 1000 || code === 1001)) sessions.delete(session.id);
    });
    socket.on('error', () => socket.terminate());
    send(Op.Hello, { heartbeat_interval: heartbeatInterval });
  });

  return {
    server,
    sessions: () => [...sessions.values()],
    hold: () => {
      holding = true;
    },
    release: () => {
      holding = false;
      for (const event of held.splice(0)) offer(event);
    },
    drop: (code) => closeAll(sessions, code),
    dropPrivileged: () => {
      forEachSocket(sessions, (socket, session) => {
        if (!lacksPrivilege(world, session.intents)) return;
        socket.close(Close.DisallowedIntents);
        sessions.delete(session.id);
      });
    },
    askToReconnect: () => {
      forEachSocket(sessions, (socket) => {
        socket.send(JSON.stringify({ op: Op.Reconnect, d: null, s: null, t: null }));
      });
    },
    invalidate: (resumable) => {
      forEachSocket(sessions, (socket) => {
        socket.send(JSON.stringify({ op: Op.InvalidSession, d: resumable, s: null, t: null }));
      });
      if (!resumable) sessions.clear();
    },
    answerHeartbeats: (yes) => {
      acknowledging = yes;
    },
    refuseConnections: (code) => {
      refusing = code;
    },
    close: () => {
      world.events.off('dispatch', onDispatch);
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

function acknowledge(yes: boolean, send: (op: number, d: unknown) => void): void {
  if (yes) send(Op.HeartbeatAck, null);
}

function parse(data: Buffer): Frame | null {
  try {
    const frame = JSON.parse(data.toString()) as Frame | null;
    return typeof frame?.op === 'number' ? frame : null;
  } catch {
    return null;
  }
}

/** A close code, or null for a welcome. */
function refusalOf(
  world: World,
  token: string | undefined,
  intents: number,
  [shard, count]: [number, number],
): number | null {
  const { application } = world;
  if (token?.replace(/^Bot /, '') !== application.token) return Close.AuthenticationFailed;
  if (!Number.isInteger(intents) || (intents & ~ALL_INTENTS) !== 0) return Close.InvalidIntents;
  if (shard < 0 || count < 1 || shard >= count) return Close.InvalidShard;
  return lacksPrivilege(world, intents) ? Close.DisallowedIntents : null;
}

function lacksPrivilege({ application }: World, intents: number): boolean {
  return (
    (!application.messageContent && (intents & Intent.MessageContent) !== 0) ||
    (!application.guildMembers && (intents & Intent.GuildMembers) !== 0) ||
    (!application.presences && (intents & Intent.GuildPresences) !== 0)
  );
}

function greet(world: World, session: Session, url: string): void {
  const { id, bot } = world.application;
  const guilds = [...world.guilds.values()].filter(
    (guild) => guild.members.has(id) && session.serves(guild.id),
  );
  session.send('READY', {
    v: 10,
    user: { ...bot, verified: true, mfa_enabled: true, email: null, flags: 0 },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: url,
    shard: session.shard,
    application: { id, flags: 0 },
    private_channels: [],
    relationships: [],
    user_settings: {},
    session_type: 'normal',
    _trace: [],
  });
  for (const guild of guilds)
    session.offer({ t: 'GUILD_CREATE', d: { id: guild.id }, guildId: guild.id, channelId: null });
}

function forEachSocket(
  sessions: Map<string, Session>,
  act: (socket: WebSocket, session: Session) => void,
): void {
  for (const session of sessions.values()) if (session.socket) act(session.socket, session);
}

/** No code: the line goes dead (the client sees 1006). */
function closeAll(sessions: Map<string, Session>, code: number | undefined): number {
  let dropped = 0;
  forEachSocket(sessions, (socket, session) => {
    dropped += 1;
    session.socket = null;
    if (code === undefined) socket.terminate();
    else socket.close(code);
    if (code === 1000 || code === 1001) sessions.delete(session.id);
  });
  return dropped;
}
