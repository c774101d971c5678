/** The database under a running bot becomes full, or goes away and comes back. */
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createPostgres, type PostgresServer } from '../storage/postgres-server.ts';
import { controlsOf, embedOf, eventually, fieldOf, noChannel, setStage, type Stage } from './stage.ts';

const notHandedOver =
  'This could not be handed to the support team just now. Try again in a while, or write to the support channel.';

let stage: Stage;

afterEach(async () => {
  vi.restoreAllMocks();
  await stage.close();
});

function error(query: string, locale?: string) {
  const { discord, alice, help } = stage;
  const options = { query };
  return discord.slash({ user: alice, channel: help, name: 'error', options, ...(locale && { locale }) });
}

function menu(message: { id: string }) {
  return stage.discord.contextMenu({ user: stage.bo, message, name: 'Diagnose error' });
}

/** Of the look-ups; what runs in the background has errors of its own meanwhile. */
function outages() {
  return stage.logged.filter(({ msg }) => msg === 'database out of reach' || msg === 'interaction failed');
}

/** A limit on the pages holds for one connection: it has to be the bot's own. */
function connectionsOpened(): Set<DatabaseSync> {
  const opened = new Set<DatabaseSync>();
  const exec = Object.getOwnPropertyDescriptor(DatabaseSync.prototype, 'exec')?.value as DatabaseSync['exec'];
  vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (this: DatabaseSync, sql) {
    opened.add(this);
    exec.call(this, sql);
  });
  return opened;
}

/** Claims of an hour ago and later, settled, until not one more fits in. */
function fill(database: DatabaseSync): void {
  const pages = Number(database.prepare('pragma page_count').get()?.page_count);
  database.exec(`pragma max_page_count = ${pages + 2}`);
  const insert = database.prepare(
    `insert into reports (id, source, kind, channel_id, asker_id, reporter_id, language, asked, state, outcome,
      alternatives, upstream, also_seen, claimed_at)
     values (?1, ?1, 'command', '1', '1', '1', 'en', 1, 'settled', 'silent', '[]', 0, '[]', ${Date.now()})`,
  );
  expect(() => {
    for (let index = 0; ; index++) insert.run(`9${index}`);
  }).toThrow(/full/);
}

describe('a full disk under SQLite', () => {
  it('look-ups are answered, nothing is promised, and with room again all is as before', async () => {
    const opened = connectionsOpened();
    stage = await setStage();
    const { discord, alice, help } = stage;
    const vague = discord.say({ user: alice, channel: help, content: 'I get a 429, what is that' });
    const [database] = opened;
    if (database === undefined) throw new Error('the bot opened no database');
    fill(database);

    const plain = await error('413').message();
    expect(embedOf(plain).title).toMatch(/^413 · /);
    expect(embedOf(plain).description).toContain('What to do');
    expect(controlsOf(plain)).toEqual([]);
    expect(fieldOf(plain, 'Support')).toBeUndefined();

    const staffs = await error(noChannel).message();
    expect(embedOf(staffs).title).toBe('503 · Model unavailable');
    expect(fieldOf(staffs, 'What was read')).toContain('gpt-4o-mini');
    expect(fieldOf(staffs, 'Support')).toBe(notHandedOver);
    expect(controlsOf(staffs)).toEqual([]);

    expect(fieldOf(await error('503', 'zh-CN').message(), '客服')).toContain('目前无法转交客服');
    expect(embedOf(await menu(vague).message()).title).toMatch(/^429 · /);

    expect(outages().map(({ level, reason }) => ({ level, reason }))).toEqual(
      Array.from({ length: 4 }, () => ({ level: 'error', reason: 'SQLite: full' })),
    );
    expect(database.prepare('select count(*) as cases from cases').get()?.cases).toBe(0);
    expect(stage.cards()).toEqual([]);

    database.exec('pragma max_page_count = 1000000');
    const kept = await error(noChannel).message();
    expect(fieldOf(kept, 'Support')).toMatch(/as case/);
    expect(controlsOf(kept)).toEqual(['Solved', 'Not this']);
    await stage.waitForCard();
    expect(controlsOf(await menu(vague).message())).toEqual(['Solved', 'Still stuck', 'Not this']);
    expect(stage.cards()).toHaveLength(1);
  });
});

describe('a PostgreSQL that goes away and comes back', () => {
  let server: PostgresServer;

  beforeAll(async () => {
    server = await createPostgres();
  });
  afterAll(async () => {
    await server.stop();
    server.remove();
  });

  it('look-ups are answered meanwhile, and what was acknowledged before is there afterwards', async () => {
    stage = await setStage({ env: () => ({ DATABASE_URL: server.url }) });
    const { discord, alice } = stage;
    const before = await error(noChannel).message();
    await stage.waitForCard();
    await eventually(() => stage.logged.some(({ msg }) => msg === 'report answered')).toBe(true);
    await server.stop();

    const plain = await error('429').message();
    expect(embedOf(plain).title).toMatch(/^429 · /);
    expect(controlsOf(plain)).toEqual([]);
    expect(fieldOf(plain, 'Support')).toBeUndefined();
    const staffs = await error('503').message();
    expect(fieldOf(staffs, 'Support')).toBe(notHandedOver);
    expect(controlsOf(staffs)).toEqual([]);
    expect(outages().map(({ msg }) => msg)).toEqual(['database out of reach', 'database out of reach']);

    await server.start();
    discord.click({ user: alice, message: before, customId: 'Solved' });
    await discord.waitForUpdate(before, (now) => now.content.includes('solved'));
    expect(controlsOf(await error('429').message())).toEqual(['Solved', 'Still stuck', 'Not this']);
  }, 60_000);
});
