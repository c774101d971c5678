/** Which threshold an answer to a report has to reach. Pure. */
import { askedThreshold, channelThreshold, lookUpThreshold } from './thresholds.ts';
import type { Trace } from './trace.ts';

export interface Threshold {
  /** channel: nobody asked; asked: somebody did; look-up: somebody did, with a bare code or a few words. */
  readonly name: 'channel' | 'asked' | 'look-up';
  readonly value: number;
}

export function thresholdOf({ asked, outcome }: Trace): Threshold {
  if (outcome.kind === 'looked up') return { name: 'look-up', value: lookUpThreshold };
  return asked ? { name: 'asked', value: askedThreshold } : { name: 'channel', value: channelThreshold };
}
