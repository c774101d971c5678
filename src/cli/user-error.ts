/** A fault that the person at the terminal can mend: printed in one line with a hint, never with a stack. */
export class UserError extends Error {
  readonly hint: string | undefined;
  readonly exitCode: number;

  /** exitCode 1: what was asked failed; 2: it was asked wrongly. */
  constructor(message: string, hint?: string, exitCode = 1) {
    super(message);
    this.name = 'UserError';
    this.hint = hint;
    this.exitCode = exitCode;
  }
}
