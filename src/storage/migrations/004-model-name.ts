/** How the model's name was written, and in which group of tokens the gateway looked for it. */
import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const modelName: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('reports').addColumn('model_written', 'text').execute();
    await db.schema.alterTable('reports').addColumn('model_group', 'text').execute();
  },
};
