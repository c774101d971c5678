import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The stores are tested on a real PostgreSQL, too.
    globalSetup: ['test/storage/postgres-server.ts'],
    // End-to-end tests open real sockets and wait for real discord.js; a slow machine must not fail them.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    expect: { poll: { timeout: 10_000 } },
  },
});
