/** The one connection to the playground's server: hears what happens, asks for things, and comes back by itself. */
import type { ServerMessage } from '../web/protocol.ts';
import type { Ask } from './ask.ts';

export interface Connection {
  /** Resolves with the answer; rejects with a sentence for people. */
  readonly ask: Ask;
}

export interface ConnectionEvents {
  readonly heard: (message: ServerMessage) => void;
  readonly changed: (connected: boolean) => void;
}

const retryMs = 1_000;

interface Waiting {
  readonly resolve: (body: unknown) => void;
  readonly reject: (error: Error) => void;
}

export function connect({ heard, changed }: ConnectionEvents): Connection {
  const waiting = new Map<number, Waiting>();
  let socket: WebSocket;
  let last = 0;

  const settle = (message: ServerMessage & { type: 'response' }): void => {
    const one = waiting.get(message.id);
    waiting.delete(message.id);
    if ('fault' in message) one?.reject(new Error(message.fault));
    else one?.resolve(message.body);
  };
  const open = (): void => {
    socket = new WebSocket(`ws://${location.host}/socket`);
    socket.addEventListener('open', () => {
      changed(true);
    });
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as ServerMessage;
      if (message.type === 'response') settle(message);
      else heard(message);
    });
    socket.addEventListener('close', () => {
      changed(false);
      for (const { reject } of waiting.values()) reject(new Error('the connection was lost'));
      waiting.clear();
      setTimeout(open, retryMs);
    });
  };
  open();

  return {
    ask: (name, body) =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== WebSocket.OPEN) {
          reject(new Error('there is no connection to the playground; is it still running?'));
          return;
        }
        last += 1;
        waiting.set(last, { resolve, reject });
        socket.send(JSON.stringify({ type: 'request', id: last, name, body }));
      }),
  };
}
