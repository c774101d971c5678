/** Failures that a test orders: the next request that fits is refused, delayed, or answered into a dead socket. */

export interface Fault {
  method?: string;
  /** A part of the path without `/api/v10`, or a pattern for it. */
  path: string | RegExp;
  status?: number;
  /** Discord's JSON error code and words; or give the whole body. */
  code?: number;
  message?: string;
  body?: unknown;
  headers?: Record<string, string>;
  times?: number;
  delayMs?: number;
  /** Cut the connection in place of an answer. */
  cut?: boolean;
  /** Do what was asked first, and then wait and fail: the case that nonces are for. */
  afterwards?: boolean;
}

export interface Faults {
  add: (fault: Fault) => void;
  take: (method: string, path: string) => Fault | null;
  clear: () => void;
}

export function createFaults(): Faults {
  let pending: (Fault & { left: number })[] = [];
  return {
    add: (fault) => pending.push({ ...fault, left: fault.times ?? 1 }),
    take: (method, path) => {
      const fault = pending.find((one) => fits(one, method, path));
      if (!fault) return null;
      fault.left -= 1;
      pending = pending.filter((one) => one.left > 0);
      return fault;
    },
    clear: () => {
      pending = [];
    },
  };
}

function fits(fault: Fault, method: string, path: string): boolean {
  if (fault.method && fault.method.toUpperCase() !== method) return false;
  return typeof fault.path === 'string' ? path.includes(fault.path) : fault.path.test(path);
}

export function isSilent({ status, code, body, cut }: Fault): boolean {
  return !cut && status === undefined && code === undefined && body === undefined;
}
