/** Faults in a request body, and the nested tree in which Discord reports them (code 50035). */
import { Refusal } from './refusal.ts';

export type Path = readonly (string | number)[];

interface Fault {
  path: Path;
  code: string;
  message: string;
}

/** Collects the faults of one body; `at` gives a view on a part of it that adds to the same list. */
export class FormErrors {
  readonly #faults: Fault[];
  readonly #prefix: Path;

  constructor(prefix: Path = [], faults: Fault[] = []) {
    this.#prefix = prefix;
    this.#faults = faults;
  }

  at(...path: Path): FormErrors {
    return new FormErrors([...this.#prefix, ...path], this.#faults);
  }

  add(code: string, message: string, path: Path = []): void {
    this.#faults.push({ path: [...this.#prefix, ...path], code, message });
  }

  required(...path: Path): void {
    this.add('BASE_TYPE_REQUIRED', 'This field is required', path);
  }

  refuseIfAny(): void {
    if (this.#faults.length > 0) this.refuse();
  }

  refuse(): never {
    throw new Refusal(400, 50035, 'Invalid Form Body', tree(this.#faults));
  }
}

type Reported = Pick<Fault, 'code' | 'message'>[];

interface Node {
  [key: string]: Node | Reported | undefined;
}

function tree(faults: readonly Fault[]): object {
  const root: Node = {};
  for (const { path, code, message } of faults) {
    let node = root;
    for (const step of path) node = (node[step] ??= {}) as Node;
    const errors = (node._errors ??= []) as Reported;
    if (!errors.some((known) => known.code === code)) errors.push({ code, message });
  }
  return root;
}
