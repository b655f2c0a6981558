/**
 * Run on the test runtime as plain Node: `sqlite-check.cjs <better-sqlite3 folder> <binding>`. Opens a database in
 * WAL mode, runs 100 000 statements and closes it; a wrong binding crashes or answers wrongly here.
 */
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const [library, nativeBinding] = process.argv.slice(2);
const Database = require(library);
const folder = mkdtempSync(join(tmpdir(), 'opd-sqlite-'));
try {
  const db = new Database(join(folder, 'check.db'), { nativeBinding });
  db.pragma('journal_mode = WAL');
  db.exec('CREATE TABLE token (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO token (name) VALUES (?)');
  const select = db.prepare('SELECT id, name FROM token WHERE id = @id');
  db.transaction(() => {
    for (let id = 1; id <= 50_000; id += 1) {
      insert.run(`token ${id}`);
      const row = select.get({ id });
      if (row.id !== id || row.name !== `token ${id}`) throw new Error(`wrong row at ${id}`);
    }
  })();
  db.close();
  console.log('ok');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
