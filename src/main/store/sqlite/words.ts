import type Database from 'better-sqlite3';
import { first } from './rows';

/** Words that stand in very many rows, and few of them: there they are numbers. None ever changes or goes. */
export interface WordTable {
  /** Its number; a word that is new is given one. Within a transaction that is open already. */
  numberOf(word: string): number;
  /** Its number; undefined: no row has that word. */
  find(word: string): number | undefined;
  /** The word of a number; of one that is gone, that it is gone. */
  wordOf(number: number): string;
  /** The transaction is over, whichever way: what is there now stays. */
  settled(): void;
}

export function wordTable(database: Database.Database): WordTable {
  const byWord = database.prepare('SELECT id FROM words WHERE word = ?');
  const byNumber = database.prepare('SELECT word FROM words WHERE id = ?');
  const insert = database.prepare('INSERT INTO words (word) VALUES (?)');
  const numbers = new Map<string, number>();
  const words = new Map<number, string>();
  // Added in this transaction, which may be unwound: these are looked up each time.
  const added = new Set<string>();

  function find(word: string): number | undefined {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    const id = first(byWord, word)?.id;
    if (typeof id !== 'number') return undefined;
    if (!added.has(word)) numbers.set(word, id);
    return id;
  }

  return {
    find,
    numberOf(word) {
      const known = find(word);
      if (known !== undefined) return known;
      added.add(word);
      return Number(insert.run(word).lastInsertRowid);
    },
    wordOf(number) {
      const known = words.get(number);
      if (known !== undefined) return known;
      const word = first(byNumber, number)?.word;
      if (typeof word !== 'string') return `? ${number}`;
      if (!added.has(word)) words.set(number, word);
      return word;
    },
    settled: () => added.clear(),
  };
}
