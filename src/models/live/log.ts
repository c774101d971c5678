/** The part of the log that this folder writes to. */
export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}
