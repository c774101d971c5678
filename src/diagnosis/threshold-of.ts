/** Which threshold an answer to a report has to reach. Pure. */
import type { Threshold } from './explanation.ts';
import { askedThreshold, channelThreshold, lookUpThreshold } from './thresholds.ts';
import type { Trace } from './trace.ts';

export function thresholdOf({ asked, outcome }: Trace): Threshold {
  if (outcome.kind === 'looked up') return { name: 'look-up', value: lookUpThreshold };
  return asked ? { name: 'asked', value: askedThreshold } : { name: 'channel', value: channelThreshold };
}
