/** How sure a diagnosis is that this is an unresolved API failure of the person writing. Pure. */
import type { Circumstances } from './circumstances.ts';
import type { Decision } from './decide.ts';
import type { Evidence } from './diagnosis.ts';
import type { Signal } from './signal.ts';
import {
  askedThreshold,
  bonus,
  frameBonus,
  most,
  penalty,
  shortText,
  unproven,
  worth,
} from './thresholds.ts';

/** Causes whose texts any program prints; only beside words of the trade are they ours. */
const commonToAll: ReadonlySet<string> = new Set([
  'network-unreachable',
  'tls-certificate',
  'client-timeout',
  'response-not-json',
  'stream-interrupted',
]);

/** 0 to 1. What speaks for a failure is added up first; what speaks against it is taken from that. */
export function confidenceOf(
  { decisive, event }: Decision,
  evidence: Evidence,
  circumstances: Circumstances,
): number {
  const certain = Math.min(most, supported(decisive, event, evidence, circumstances));
  // Talk about errors is a reason to stay silent, not one to refuse somebody who asks.
  const told = Math.max(Math.min(certain, askedThreshold), certain - talked(decisive, circumstances));
  return Math.max(0, told - elsewhere(decisive, circumstances));
}

function supported(
  decisive: Signal,
  event: readonly Signal[],
  evidence: Evidence,
  facts: Circumstances,
): number {
  const weak = isWeak(decisive);
  return (
    alone(decisive, evidence, facts) +
    frameBonus[facts.frame] +
    agreement(decisive, event) +
    (weak && evidence.model !== null ? bonus.model : 0) +
    (weak && facts.ours ? bonus.ours : 0) +
    (facts.plea || (facts.asksMeaning && !weak) ? bonus.plea : 0) +
    bonus.leadIn[facts.leadIn]
  );
}

/** The words around it are about errors, or it is over. */
function talked(decisive: Signal, facts: Circumstances): number {
  const proof = facts.proof ? penalty.withProof : 1;
  const weak = isWeak(decisive) && !facts.proof;
  return (
    (facts.over ? penalty.over : 0) +
    (facts.subject || (facts.asksMeaning && weak) ? penalty.subject * proof : 0) +
    (facts.advice && !facts.plea ? penalty.advice * proof : 0) +
    (facts.quotedReply ? penalty.quotedReply : 0) +
    (facts.releaseNotes ? penalty.releaseNotes * proof : 0) +
    (facts.testRun ? penalty.testRun * proof : 0) +
    (weak && facts.past ? penalty.past : 0) +
    (weak && facts.list ? penalty.list : 0) +
    (facts.overcome ? penalty.overcome : 0)
  );
}

/** A failure of another program. */
function elsewhere(decisive: Signal, { foreign, ours, proof, frame, address }: Circumstances): number {
  const common = commonToAll.has(decisive.entry.id);
  if (foreign === 'here' && (!proof || frame < 3)) return penalty.foreign;
  if (foreign !== 'no' && !ours && frame < 3) return penalty.foreign;
  if (common && foreign !== 'no') return penalty.foreignNear;
  if (!common || ours || frame === 3) return 0;
  return address ? penalty.otherAddress : penalty.notOurs;
}

function isWeak({ tier }: Signal): boolean {
  return tier !== 'signature' && tier !== 'code';
}

function alone(signal: Signal, { status, requestId }: Evidence, { frame, proof }: Circumstances): number {
  if (signal.tier === 'status') return worth.status[signal.trust ?? 1];
  const bare = !proof && frame < 2 && status === null && requestId === null && signal.captured !== true;
  if (!bare || isWeak(signal)) return worth[signal.tier];
  return worth[signal.tier] - (signal.length < shortText ? unproven.short : unproven.long);
}

function agreement(decisive: Signal, event: readonly Signal[]): number {
  const kinds = new Set(
    event.filter((signal) => signal.entry.id === decisive.entry.id).map((signal) => signal.tier),
  );
  return (kinds.size - 1) * bonus.agreement;
}
