import Database from 'better-sqlite3';

/** From here on this process answers before the disk has promised, as nothing that ships does. */
const { pragma } = Database.prototype;
Database.prototype.pragma = function (this: Database.Database, source, options) {
  return pragma.call(this, source.replace('synchronous = FULL', 'synchronous = NORMAL'), options);
};
