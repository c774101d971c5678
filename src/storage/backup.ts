/** A copy of the SQLite file while the bot goes on working. */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export class BackupFault extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BackupFault';
  }
}

/**
 * Writes everything that is committed at this moment into a new file. Nobody who writes meanwhile has to wait.
 * @throws BackupFault when there is nothing to copy or the target is there already; what SQLite says otherwise
 */
export function backupSqlite(path: string, target: string): void {
  if (!existsSync(path)) throw new BackupFault(`there is no database ${path}`);
  if (existsSync(target)) throw new BackupFault(`${target} is there already`);
  mkdirSync(dirname(target), { recursive: true });
  // Under its own name only when it is whole.
  const unfinished = `${target}.unfinished`;
  rmSync(unfinished, { force: true });
  const database = new DatabaseSync(path);
  try {
    database.prepare('vacuum into ?').run(unfinished);
    renameSync(unfinished, target);
  } finally {
    database.close();
    rmSync(unfinished, { force: true });
  }
}
