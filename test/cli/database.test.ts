import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStores } from '../../src/storage/stores.ts';
import { createPostgresDatabase, createSqlite, type Place } from '../storage/databases.ts';
import { facts, origin, temporaryFolder } from '../storage/temporary.ts';
import { errdesk } from './run.ts';

describe.each([
  ['SQLite', createSqlite, 'DATABASE_PATH'],
  ['PostgreSQL', createPostgresDatabase, 'DATABASE_URL'],
] as const)('errdesk database on %s', (_name, create, variable) => {
  let place: Place;
  let run: (...args: string[]) => ReturnType<typeof errdesk>;

  beforeEach(async () => {
    place = await create();
    run = (...args) => errdesk(['database', ...args], '', { [variable]: place.place });
  });
  afterEach(() => place.remove());

  it('says what is to do, does it, and then says that all is well', async () => {
    const before = await run('status');
    expect(before.code).toBe(1);
    expect(before.out + before.err).toMatch(
      /to do: 001-reports, 002-desk, 003-context, 004-model-name|there is no file yet/,
    );
    expect(await run('migrate')).toMatchObject({
      code: 0,
      out: 'done: 001-reports, 002-desk, 003-context, 004-model-name\n',
    });
    expect(await run('migrate')).toMatchObject({ code: 0, out: 'the tables are up to date\n' });
    const after = await run('status');
    expect(after).toMatchObject({ code: 0, err: '' });
    expect(after.out).toContain('to do: nothing');
  });
});

describe('errdesk database backup', () => {
  it('copies the file while it is being written to', async () => {
    const made = await createSqlite();
    const { place } = made;
    const stores = await openStores(place, Date.now);
    const report = await stores.reports.claim(origin('1'));
    await stores.reports.record(report?.id ?? '', facts, 'policy');
    const target = `${place}.copies/today.sqlite`;
    const copied = await errdesk(['database', 'backup', target], '', { DATABASE_PATH: place });
    expect(copied).toMatchObject({ code: 0, err: '' });
    await stores.reports.claim(origin('2'));
    const copy = new DatabaseSync(target, { readOnly: true });
    expect(copy.prepare('select count(*) as cases from cases').get()).toEqual({ cases: 1 });
    expect(copy.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
    copy.close();
    const again = await errdesk(['database', 'backup', target], '', { DATABASE_PATH: place });
    expect(again).toMatchObject({ code: 1 });
    expect(again.err).toContain('is there already');
    await stores.close();
    await made.remove();
  });

  it('names pg_dump for PostgreSQL, without the password', async () => {
    const DATABASE_URL = 'postgres://errdesk:hunter2@db.example:5432/errdesk';
    const { code, out, err } = await errdesk(['database', 'backup', 'x.sql'], '', { DATABASE_URL });
    expect(code).toBe(1);
    expect(err).toContain('pg_dump');
    expect(out + err).not.toContain('hunter2');
  });
});

describe('faults of the database are said in one line', () => {
  it('when nobody answers, without the password', async () => {
    const DATABASE_URL = 'postgres://errdesk:hunter2@127.0.0.1:1/errdesk';
    const { code, out, err } = await errdesk(['database', 'status'], '', { DATABASE_URL });
    expect(code).toBe(1);
    expect(err).toMatch(/^errdesk: the database PostgreSQL at 127\.0\.0\.1:1\/errdesk: .*ECONNREFUSED.*\n$/);
    expect(out + err).not.toContain('hunter2');
  });

  it('when there is no file yet, without making one', async () => {
    const folder = temporaryFolder();
    const DATABASE_PATH = join(folder.path, 'missing.sqlite');
    const { code, err } = await errdesk(['database', 'status'], '', { DATABASE_PATH });
    expect(code).toBe(1);
    expect(err).toContain('there is no file yet');
    expect(existsSync(DATABASE_PATH)).toBe(false);
    folder.remove();
  });

  it('when the file is no database, and when there is none to copy', async () => {
    const folder = temporaryFolder();
    const wrong = join(folder.path, 'notes.txt');
    writeFileSync(wrong, 'not a database, only a long text '.repeat(50));
    const status = await errdesk(['database', 'status'], '', { DATABASE_PATH: wrong });
    expect(status).toMatchObject({ code: 1 });
    expect(status.err).toContain('not a database');
    const target = join(folder.path, 'copy.sqlite');
    const env = { DATABASE_PATH: join(folder.path, 'missing.sqlite') };
    expect((await errdesk(['database', 'backup', target], '', env)).err).toContain('there is no database');
    expect(existsSync(target)).toBe(false);
    folder.remove();
  });
});
