/** The gateway: brings events to every session, and breaks in every way Discord's does when asked to. */
import { GatewayCloseCodes as Close, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Dispatch, World } from '../world/world.ts';
import { Connection, lacksPrivilege, sendFrame, type GatewayState } from './connection.ts';
import type { Session } from './session.ts';

export interface GatewayOptions {
  world: World;
  url: () => string;
  heartbeatInterval: number;
}

export class Gateway {
  readonly server = new WebSocketServer({ noServer: true });
  readonly #state: GatewayState;
  readonly #held: Dispatch[] = [];
  #holding = false;
  #refusing: number | null = null;

  constructor({ world, url, heartbeatInterval }: GatewayOptions) {
    this.#state = { world, url, heartbeatInterval, sessions: new Map(), acknowledging: true };
    world.events.on('dispatch', this.#onDispatch);
    this.server.on('connection', (socket) => {
      if (this.#refusing === null) new Connection(this.#state, socket);
      else socket.close(this.#refusing);
    });
  }

  get sessions(): Session[] {
    return [...this.#state.sessions.values()];
  }

  readonly #onDispatch = (event: Dispatch): void => {
    if (this.#holding) this.#held.push(event);
    else this.#offer(event);
  };

  #offer(event: Dispatch): void {
    for (const session of this.sessions) session.offer(event);
  }

  /** Lets events pile up instead of sending them, until released. */
  hold(): void {
    this.#holding = true;
  }

  release(): void {
    this.#holding = false;
    for (const event of this.#held.splice(0)) this.#offer(event);
  }

  /** Without a code the line just goes dead (clients see 1006). Codes 1000 and 1001 end the session, too. */
  drop(code?: number): number {
    const open = this.#open();
    for (const [socket, session] of open) {
      session.socket = null;
      if (code === undefined) socket.terminate();
      else socket.close(code);
      if (code === 1000 || code === 1001) this.#state.sessions.delete(session.id);
    }
    return open.length;
  }

  /** Closes the sessions that ask for more than the application may have by now. */
  dropPrivileged(): void {
    for (const [socket, session] of this.#open()) {
      if (!lacksPrivilege(this.#state.world, session.intents)) continue;
      socket.close(Close.DisallowedIntents);
      this.#state.sessions.delete(session.id);
    }
  }

  askToReconnect(): void {
    for (const [socket] of this.#open()) sendFrame(socket, Op.Reconnect, null);
  }

  invalidate(resumable: boolean): void {
    for (const [socket] of this.#open()) sendFrame(socket, Op.InvalidSession, resumable);
    if (!resumable) this.#state.sessions.clear();
  }

  answerHeartbeats(yes: boolean): void {
    this.#state.acknowledging = yes;
  }

  /** Closes every new connection with this code, until it is null again. */
  refuseConnections(code: number | null): void {
    this.#refusing = code;
  }

  close(): void {
    this.#state.world.events.off('dispatch', this.#onDispatch);
    for (const socket of this.server.clients) socket.terminate();
    this.server.close();
  }

  #open(): [WebSocket, Session][] {
    return this.sessions.flatMap((session) => (session.socket ? [[session.socket, session]] : []));
  }
}
