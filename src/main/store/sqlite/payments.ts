import type Database from 'better-sqlite3';
import type { TokenId } from '../../../shared/model/ids';
import {
  type DrawerCount,
  drawerCountSchema,
  type Payment,
  paymentSchema,
} from '../../../shared/model/payment';
import { snakeCase } from '../../../shared/model/text';
import type { PaymentStore } from '../payments';
import { raiseReceipts } from './receipt-series';
import { all, first, mapperOf, type Row } from './rows';

const fields = Object.keys(paymentSchema.shape).filter((name) => name !== 'by');
const countFields = Object.keys(drawerCountSchema.shape).filter((name) => name !== 'by');

export interface PaymentTable {
  readonly face: PaymentStore;
  /** Within a transaction that is open already, as the next two. */
  addPayment(payment: Payment): void;
  addDrawerCount(count: DrawerCount): void;
  /** The words of reasons of these tokens; the door for erasing is open. */
  forgetWords(tokenIds: readonly TokenId[]): void;
}

export function paymentTable(database: Database.Database): PaymentTable {
  const get = database.prepare('SELECT * FROM payments WHERE id = ?');
  // Sent on to another doctor or day it is another token, and the same visit.
  const up = `up (token, id) AS (
    SELECT value, value FROM json_each(?)
    UNION ALL SELECT up.token, tokens.transferred_from FROM up JOIN tokens ON tokens.id = up.id
      WHERE tokens.transferred_from IS NOT NULL)`;
  const root = database.prepare(
    `WITH RECURSIVE ${up} SELECT up.id FROM up LEFT JOIN tokens ON tokens.id = up.id
     WHERE tokens.transferred_from IS NULL`,
  );
  const ofTokens = database.prepare(
    `WITH RECURSIVE ${up} SELECT payments.*, up.token AS of FROM up JOIN payments ON payments.visit_id = up.id
     ORDER BY payments.receipt`,
  );
  const onDays = database.prepare(
    'SELECT * FROM payments WHERE service_day BETWEEN ? AND ? ORDER BY service_day, receipt',
  );
  const last = database.prepare(
    'SELECT max(receipt) AS receipt FROM (SELECT max(receipt) AS receipt FROM payments UNION ALL SELECT receipt FROM receipts_given)',
  );
  const counts = database.prepare('SELECT * FROM drawer_counts WHERE service_day = ? ORDER BY rowid');
  const insert = database.prepare(insertSql('payments', [...fields, 'by']));
  const insertCount = database.prepare(insertSql('drawer_counts', [...countFields, 'by']));
  const forget = database.prepare(
    `UPDATE payments SET reason_text = '' WHERE token_id IN (SELECT value FROM json_each(?)) AND reason_text <> ''`,
  );
  const mapper = mapperOf<Payment>(fields);
  const countMapper = mapperOf<DrawerCount>(countFields);
  const paymentOf = (row: Row): Payment => ({ ...mapper.fromRow(row), by: JSON.parse(String(row.by)) });

  return {
    face: {
      payment: (id) => {
        const row = first(get, id);
        return row && paymentOf(row);
      },
      visitOf: (tokenId) => (first(root, JSON.stringify([tokenId]))?.id ?? tokenId) as TokenId,
      paymentsOf: (tokenIds) =>
        tokenIds.length === 0
          ? []
          : all(ofTokens, JSON.stringify(tokenIds)).map((row) => ({
              ...paymentOf(row),
              of: row.of as TokenId,
            })),
      paymentsOn: (from, to) => all(onDays, from, to).map(paymentOf),
      lastReceipt: () => Number(first(last)?.receipt ?? 0),
      raiseReceipts: (atLeast) => raiseReceipts(database, atLeast),
      drawerCounts: (day) =>
        all(counts, day).map((row) => ({ ...countMapper.fromRow(row), by: JSON.parse(String(row.by)) })),
    },
    addPayment: (payment) => {
      insert.run({ ...mapper.toRow(payment), by: JSON.stringify(payment.by) });
    },
    addDrawerCount: (count) => {
      insertCount.run({ ...countMapper.toRow(count), by: JSON.stringify(count.by) });
    },
    forgetWords: (tokenIds) => {
      forget.run(JSON.stringify(tokenIds));
    },
  };
}

function insertSql(table: string, names: readonly string[]): string {
  const columns = names.map(snakeCase);
  return `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')})
    VALUES (${columns.map((column) => `@${column}`).join(', ')})`;
}
