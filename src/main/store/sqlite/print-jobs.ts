import type Database from 'better-sqlite3';
import { type PrintJob, printJobSchema } from '../../../shared/model/print-job';
import type { Instant } from '../../../shared/model/time';
import type { PrintJobCount, PrintJobStore } from '../print-jobs';
import { all, first, mapperOf, upsertSql } from './rows';

const fields = Object.keys(printJobSchema.shape);

export interface PrintJobTable {
  readonly face: PrintJobStore;
  savePrintJob(job: PrintJob): void;
  /** Those of which nothing more will come. */
  forgetPrintJobs(before: Instant, limit: number): number;
}

/** In the order in which they were asked for, whatever the clock said: it may have been set back between two. */
export function printJobTable(database: Database.Database): PrintJobTable {
  const get = database.prepare('SELECT * FROM print_jobs WHERE id = ?');
  const ofToken = database.prepare(
    'SELECT * FROM print_jobs WHERE token_id = ? AND payment_id IS NULL ORDER BY rowid DESC LIMIT 1',
  );
  const ofPayment = database.prepare(
    'SELECT * FROM print_jobs WHERE token_id = ? AND payment_id = ? ORDER BY rowid DESC LIMIT 1',
  );
  const inStates = database.prepare(
    `SELECT * FROM print_jobs WHERE state IN (SELECT value FROM json_each(?)) AND created_at >= ?
     ORDER BY rowid`,
  );
  const toPrint = database.prepare(
    `SELECT * FROM print_jobs WHERE state = 'queued' OR (state = 'failed' AND next_attempt_at IS NOT NULL)
     ORDER BY rowid`,
  );
  const counts = database.prepare(
    `SELECT station, state, next_attempt_at IS NOT NULL AS again, count(*) AS count, max(updated_at) AS latest
     FROM print_jobs WHERE created_at >= ? GROUP BY station, state, again`,
  );
  const forget = database.prepare(
    `DELETE FROM print_jobs WHERE id IN (
       SELECT id FROM print_jobs WHERE created_at < ? AND state IN ('sent', 'reprinted', 'unknown', 'failed')
         AND next_attempt_at IS NULL ORDER BY created_at LIMIT ?)`,
  );
  const upsert = database.prepare(upsertSql('print_jobs', fields, ['id']));
  const mapper = mapperOf<PrintJob>(fields);
  const countMapper = mapperOf<PrintJobCount>(['station', 'state', 'again', 'count', 'latest'], ['again']);
  const one = (statement: Database.Statement, id: string): PrintJob | undefined => {
    const row = first(statement, id);
    return row && mapper.fromRow(row);
  };
  return {
    face: {
      printJob: (id) => one(get, id),
      printJobOfToken: (tokenId) => one(ofToken, tokenId),
      receiptJob: ({ id, tokenId }) => {
        const row = first(ofPayment, tokenId, id);
        return row && mapper.fromRow(row);
      },
      printJobsIn: (states, since = 0) => all(inStates, JSON.stringify(states), since).map(mapper.fromRow),
      printJobsToPrint: () => all(toPrint).map(mapper.fromRow),
      countPrintJobs: (since) => all(counts, since).map(countMapper.fromRow),
    },
    savePrintJob: (job) => {
      upsert.run(mapper.toRow(job));
    },
    forgetPrintJobs: (before, limit) => forget.run(before, limit).changes,
  };
}
