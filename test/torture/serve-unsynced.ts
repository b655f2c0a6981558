import Database from 'better-sqlite3';

/**
 * The server as it must not be: it answers before the disk has promised. The proof by power cuts has to find that out.
 * Nothing that ships can be started so.
 */
const { pragma } = Database.prototype;
Database.prototype.pragma = function (this: Database.Database, source, options) {
  return pragma.call(this, source.replace('synchronous = FULL', 'synchronous = NORMAL'), options);
};

await import('../../src/main/serve');
