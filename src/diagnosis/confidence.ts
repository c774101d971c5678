/** How sure a diagnosis is that this is an unresolved API failure of the person writing. Pure. */
import type { Addend, AddendName } from './addend.ts';
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

/**
 * What speaks for a failure is added up first; what speaks against it is taken from that.
 * @returns a confidence from 0 to 1, and the addends it is the sum of; those that are worth nothing are left out
 */
export function confidenceOf(
  decision: Decision,
  evidence: Evidence,
  circumstances: Circumstances,
): { readonly confidence: number; readonly addends: readonly Addend[] } {
  const { decisive } = decision;
  const support = worthAnything(supported(decision, evidence, circumstances));
  const talk = worthAnything(talked(decisive, circumstances));
  const abroad = worthAnything(elsewhere(decisive, circumstances));
  const supporting = sumOf(support);
  const certain = Math.min(most, supporting);
  // Talk about errors is a reason to stay silent, not one to refuse somebody who asks.
  const afterTalk = certain + sumOf(talk);
  const told = Math.max(Math.min(certain, askedThreshold), afterTalk);
  const left = told + sumOf(abroad);
  const confidence = Math.max(0, left);
  const limits = worthAnything([
    { name: 'limit', worth: certain - supporting + (confidence - left) },
    { name: 'talkLimit', worth: told - afterTalk },
  ]);
  return { confidence, addends: [...support, ...talk, ...abroad, ...limits] };
}

function worthAnything(addends: readonly Addend[]): Addend[] {
  return addends.filter(({ worth }) => worth !== 0);
}

function sumOf(addends: readonly Addend[]): number {
  return addends.reduce((sum, { worth }) => sum + worth, 0);
}

function supported({ decisive, event }: Decision, evidence: Evidence, facts: Circumstances): Addend[] {
  const weak = isWeak(decisive);
  return [
    { name: decisive.tier, worth: worthAlone(decisive) },
    { name: 'unproven', worth: -unprovenOf(decisive, evidence, facts) },
    { name: 'frame', worth: frameBonus[facts.frame] },
    { name: 'agreement', worth: agreement(decisive, event) },
    { name: 'model', worth: weak && evidence.model !== null ? bonus.model : 0 },
    { name: 'ours', worth: weak && facts.ours ? bonus.ours : 0 },
    { name: 'plea', worth: facts.plea || (facts.asksMeaning && !weak) ? bonus.plea : 0 },
    { name: 'leadIn', worth: bonus.leadIn[facts.leadIn] },
  ];
}

/** The words around it are about errors, or it is over. */
function talked(decisive: Signal, facts: Circumstances): Addend[] {
  const proof = facts.proof ? penalty.withProof : 1;
  const weak = isWeak(decisive) && !facts.proof;
  const against = (name: keyof typeof penalty & AddendName, speaks: boolean, factor = 1): Addend => ({
    name,
    worth: speaks ? -penalty[name] * factor : 0,
  });
  return [
    against('over', facts.over),
    against('subject', facts.subject || (facts.asksMeaning && weak), proof),
    against('advice', facts.advice && !facts.plea, proof),
    against('quotedReply', facts.quotedReply),
    against('releaseNotes', facts.releaseNotes, proof),
    against('testRun', facts.testRun, proof),
    against('past', weak && facts.past),
    against('list', weak && facts.list),
    against('overcome', facts.overcome),
  ];
}

/** A failure of another program. */
function elsewhere(decisive: Signal, facts: Circumstances): Addend[] {
  const name = reasonElsewhere(decisive, facts);
  return name === undefined ? [] : [{ name, worth: -penalty[name] }];
}

function reasonElsewhere(
  decisive: Signal,
  { foreign, ours, proof, frame, address }: Circumstances,
): 'foreign' | 'foreignNear' | 'otherAddress' | 'notOurs' | undefined {
  const common = commonToAll.has(decisive.entry.id);
  if (foreign === 'here' && (!proof || frame < 3)) return 'foreign';
  if (foreign !== 'no' && !ours && frame < 3) return 'foreign';
  if (common && foreign !== 'no') return 'foreignNear';
  if (!common || ours || frame === 3) return undefined;
  return address ? 'otherAddress' : 'notOurs';
}

function isWeak({ tier }: Signal): boolean {
  return tier !== 'signature' && tier !== 'code';
}

/** How much a signal is worth with nothing around it, 0 to 1. */
export function worthAlone({ tier, trust }: Signal): number {
  return tier === 'status' ? worth.status[trust ?? 1] : worth[tier];
}

/** What is taken from a text that nothing shows to be a real failure. */
function unprovenOf(
  signal: Signal,
  { status, requestId }: Evidence,
  { frame, proof }: Circumstances,
): number {
  const bare = !proof && frame < 2 && status === null && requestId === null && signal.captured !== true;
  if (!bare || isWeak(signal)) return 0;
  return signal.length < shortText ? unproven.short : unproven.long;
}

function agreement(decisive: Signal, event: readonly Signal[]): number {
  const kinds = new Set(
    event.filter((signal) => signal.entry.id === decisive.entry.id).map((signal) => signal.tier),
  );
  return (kinds.size - 1) * bonus.agreement;
}
