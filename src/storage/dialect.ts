/** Which kind of database it is. The queries are the same; only locks and growing numbers are spelled differently. */
export type Dialect = 'sqlite' | 'postgres';

/** A database is a PostgreSQL address or the path of a SQLite file. */
export function dialectOf(place: string): Dialect {
  return /^postgres(ql)?:\/\//i.test(place) ? 'postgres' : 'sqlite';
}
