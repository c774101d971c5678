/** What a test may do to the gateway. */
import type { Gateway } from './gateway.ts';

export interface GatewayControls {
  /** How many connections are identified. */
  connections: () => number;
  /** Closes all connections: with a code, or dead without one. Returns how many there were. */
  dropConnections: (how?: { code?: number }) => number;
  holdEvents: () => void;
  releaseEvents: () => void;
  askToReconnect: () => void;
  invalidateSessions: (how?: { resumable?: boolean }) => void;
  answerHeartbeats: (yes: boolean) => void;
  refuseConnections: (code: number | null) => void;
}

export function gatewayControls(gateway: Gateway): GatewayControls {
  return {
    connections: () => gateway.sessions.filter(({ socket }) => socket !== null).length,
    dropConnections: ({ code } = {}) => gateway.drop(code),
    holdEvents: () => {
      gateway.hold();
    },
    releaseEvents: () => {
      gateway.release();
    },
    askToReconnect: () => {
      gateway.askToReconnect();
    },
    invalidateSessions: ({ resumable = false } = {}) => {
      gateway.invalidate(resumable);
    },
    answerHeartbeats: (yes) => {
      gateway.answerHeartbeats(yes);
    },
    refuseConnections: (code) => {
      gateway.refuseConnections(code);
    },
  };
}
