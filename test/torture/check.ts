import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { calendar } from '../../src/main/app/time/calendar';
import { parseCopyName } from '../../src/main/copies/name';
import { lookInside } from '../../src/main/copies/prove';
import { DATABASE } from '../../src/main/data-folder';
import { newDay } from '../../src/main/engine';
import { checkAuditFile } from '../../src/main/store/sqlite/audit-file';
import { openSqliteStore } from '../../src/main/store/sqlite/sqlite-store';
import type { Store } from '../../src/main/store/store';
import type { Book } from '../../src/shared/model/book';
import { doctorIdSchema } from '../../src/shared/model/ids';
import { serviceDaySchema } from '../../src/shared/model/time';
import { type Token, tokenSchema } from '../../src/shared/model/token';
import { checkLinks, checkPlaces, replay } from '../engine/model/invariants';
import { type Asked, acknowledged } from './ledger';

/**
 * All that must hold of the data of a server that is gone, on a copy of them: the file is whole, everything that was
 * acknowledged is in it, no number is doubled or missing, each book is what its events make of it, and the record's
 * chain holds.
 */
export async function checkData(folder: string, asked: readonly Asked[]): Promise<void> {
  const copies = mkdtempSync(join(tmpdir(), 'opd-torture-'));
  try {
    checkFile(join(copyOf(folder, join(copies, 'file')), DATABASE), asked);
    const path = join(copyOf(folder, join(copies, 'store')), DATABASE);
    const store = openSqliteStore({ path, calendar, newDay });
    try {
      await checkBooks(path, store, asked);
    } finally {
      await store.close();
    }
    expect(checkAuditFile(path, undefined, null).fault).toBeNull();
    await checkBackups(join(folder, 'backups'), copies);
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
}

/** The database and what belongs to it; not what is shared in memory, which ended with the process. */
function copyOf(folder: string, to: string): string {
  mkdirSync(to);
  const files = readdirSync(folder).filter((file) => file.startsWith('opd-tokens'));
  for (const file of files.filter((one) => !/-shm$|\.lock/.test(one)))
    copyFileSync(join(folder, file), join(to, file));
  return to;
}

/** Opened as it was left, without the app's own opening. */
function checkFile(path: string, asked: readonly Asked[]): void {
  const database = new Database(path);
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('foreign_key_check')).toEqual([]);
    const find = database.prepare('SELECT answer FROM requests WHERE id = ?').pluck();
    for (const one of asked.filter(acknowledged)) {
      const kept = find.get(one.requestId);
      expect(kept, `${one.call} was acknowledged, and is not there`).toBeTypeOf('string');
    }
  } finally {
    database.close();
  }
}

async function checkBooks(path: string, store: Store, asked: readonly Asked[]): Promise<void> {
  const database = new Database(path, { readonly: true });
  const keys = database.prepare('SELECT doctor_id, service_day FROM books').all() as Record<
    string,
    unknown
  >[];
  database.close();
  const books: Book[] = [];
  const states = new Set<string>();
  for (const key of keys) {
    const [doctorId, serviceDay] = [
      doctorIdSchema.parse(key.doctor_id),
      serviceDaySchema.parse(key.service_day),
    ];
    const book = await store.book({ doctorId, serviceDay }, serviceDay);
    if (!book) throw new Error('A book is gone.');
    const events = await store.events(book);
    const rebuilt = replay({ ...book, tokens: [] }, events);
    expect(byId(rebuilt.tokens)).toEqual(byId(book.tokens));
    expect(rebuilt.slots).toEqual(book.slots);
    for (const token of book.tokens) tokenSchema.parse(token);
    checkPlaces(book);
    const numbers = book.tokens.filter(({ series }) => series === 'main').map(({ sequence }) => sequence);
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
    for (const event of events) if ('after' in event) states.add(stateOf(event.after as Token));
    books.push(book);
  }
  checkLinks(books);
  for (const { call, answer } of asked) {
    if (answer?.ok !== true || !/^(tokens|queue)\./.test(call)) continue;
    const value = answer.value as Token | { token: Token };
    const token = 'token' in value ? value.token : value;
    expect(states, `${call}: what was answered of ${token.number} never happened`).toContain(stateOf(token));
  }
}

/** What a client was told of a token, and what its history must have. */
function stateOf(token: Token): string {
  const stage = token.status === 'active' ? token.stage : '';
  return [token.id, token.number, token.status, stage, token.updatedAt].join(' ');
}

/** A copy that bears its name is whole; what was cut off has another. */
async function checkBackups(folder: string, work: string): Promise<void> {
  const copies = existsSync(folder) ? readdirSync(folder).filter((file) => parseCopyName(file)) : [];
  for (const file of copies) {
    const path = join(folder, file);
    const inside = await lookInside(path, statSync(path).size, { work });
    expect(inside.content.doctors, file).toBeGreaterThan(0);
  }
}

const byId = (tokens: readonly Token[]): Token[] => [...tokens].sort((a, b) => (a.id < b.id ? -1 : 1));
