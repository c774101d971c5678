/** Turns the knowledge base into what the readers need: built once, used for every report. Pure. */
import type { Entry } from '../knowledge/entry.ts';
import { entriesForStatus, type KnowledgeBase } from '../knowledge/knowledge-base.ts';
import { compileSignature } from './signature.ts';
import { SignatureIndex } from './signature-match.ts';

export interface CodeClaim {
  readonly entry: Entry;
  /** The code means this entry only with this status. */
  readonly status: number | null;
}

export interface TextClaim {
  readonly entry: Entry;
  readonly tier: 'signature' | 'hint';
  /** Only a provider behind the gateway prints this. */
  readonly upstream?: true;
}

export interface CompiledKnowledge {
  readonly entries: readonly Entry[];
  readonly texts: SignatureIndex<TextClaim>;
  /** Keys in lower case. */
  readonly codes: ReadonlyMap<string, readonly CodeClaim[]>;
  readonly forStatus: (status: number) => readonly Entry[];
}

/** Throws SignatureFault for a signature that cannot be compiled; `errdesk knowledge check` finds those first. */
export function compileKnowledge(knowledge: KnowledgeBase): CompiledKnowledge {
  const texts = knowledge.entries.flatMap((entry): { pattern: string; value: TextClaim }[] => [
    ...entry.signatures.map((pattern) => ({ pattern, value: { entry, tier: 'signature' as const } })),
    ...(entry.upstream?.signatures ?? []).map((pattern) => ({
      pattern,
      value: { entry, tier: 'signature' as const, upstream: true },
    })),
    ...entry.hints.map((pattern) => ({ pattern, value: { entry, tier: 'hint' as const } })),
  ]);
  const byStatus = new Map<number, readonly Entry[]>();
  for (const status of new Set(knowledge.entries.flatMap((entry) => entry.status))) {
    byStatus.set(status, entriesForStatus(knowledge, status));
  }
  return {
    entries: knowledge.entries,
    texts: new SignatureIndex(
      texts.map(({ pattern, value }) => ({ signature: compileSignature(pattern), value })),
    ),
    codes: compileCodes(knowledge.entries),
    forStatus: (status) => byStatus.get(status) ?? [],
  };
}

function compileCodes(entries: readonly Entry[]): Map<string, CodeClaim[]> {
  const codes = new Map<string, CodeClaim[]>();
  for (const entry of entries) {
    for (const written of entry.codes) {
      const [code = '', status] = written.toLowerCase().split('+');
      const claims = codes.get(code) ?? [];
      claims.push({ entry, status: status === undefined ? null : Number(status) });
      codes.set(code, claims);
    }
  }
  return codes;
}
