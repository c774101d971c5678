/** What is wrong with the knowledge base, said so that a support person can mend it. */
export interface Fault {
  /** File name below data/, e.g. `knowledge/rate-limited.yaml`. */
  readonly file: string;
  /** Where in the file, e.g. `solution.zh[2]`; empty for the file as a whole. */
  readonly path: string;
  /** Where in the text of the file, both from 1; left out where that is not known. */
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly hint: string;
}

export function faultText(fault: Fault): string {
  const place = fault.path === '' ? fault.file : `${fault.file}: ${fault.path}`;
  return `${place}: ${fault.message} (${fault.hint})`;
}

/** All faults of one pass at once; the message is what is shown. */
export class KnowledgeFault extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(faultText).join('\n'));
    this.name = 'KnowledgeFault';
    this.faults = faults;
  }
}
