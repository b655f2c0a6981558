import type Database from 'better-sqlite3';
import { snakeCase } from '../../../shared/model/text';

/** A row as SQLite gives it: columns in snake_case, booleans as 0 and 1. */
export type Row = Record<string, string | number | null>;

/** Reads and writes one table whose columns are named after the fields of T. */
export interface TableMapper<T> {
  toRow(value: T): Row;
  fromRow(row: Row): T;
}

/** Maps `fields` (camelCase) to columns (snake_case); `flags` are booleans. Missing fields are NULL. */
export function mapperOf<T extends object>(
  fields: readonly string[],
  flags: readonly string[] = [],
): TableMapper<T> {
  const pairs = fields.map((field) => [field, snakeCase(field), flags.includes(field)] as const);
  return {
    toRow(value) {
      const row: Row = {};
      for (const [field, column, flag] of pairs) {
        const cell = (value as Record<string, unknown>)[field];
        row[column] = flag && typeof cell === 'boolean' ? Number(cell) : ((cell ?? null) as Row[string]);
      }
      return row;
    },
    fromRow(row) {
      const value: Record<string, unknown> = {};
      for (const [field, column, flag] of pairs) {
        const cell = row[column] ?? null;
        value[field] = flag && cell !== null ? cell === 1 : cell;
      }
      return value as T;
    },
  };
}

/** `INSERT … ON CONFLICT DO UPDATE` of all `fields`, by primary key. */
export function upsertSql(table: string, fields: readonly string[], key: readonly string[]): string {
  const columns = fields.map(snakeCase);
  const updates = columns
    .filter((column) => !key.includes(column))
    .map((column) => `${column} = excluded.${column}`);
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})
    ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${updates.join(', ')}`;
}

/** The rows of a prepared SELECT, typed. */
export function all(statement: Database.Statement, ...parameters: unknown[]): Row[] {
  return statement.all(...parameters) as Row[];
}

export function first(statement: Database.Statement, ...parameters: unknown[]): Row | undefined {
  return statement.get(...parameters) as Row | undefined;
}
