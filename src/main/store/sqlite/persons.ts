import type Database from 'better-sqlite3';
import type { Person, PersonRole } from '../../../shared/model/person';
import type { People, PersonStore, PersonWriter, PinTries, PinTryStore } from '../persons';
import { remembered } from './remembered';
import { all, first, mapperOf, upsertSql } from './rows';

const fields = ['id', 'name', 'initials', 'roleId', 'doctorId', 'active'];

export interface PersonTable extends PersonWriter {
  readonly face: PersonStore;
}

/**
 * Persons and roles. They are asked for with every call: read anew only when this connection or another one has changed
 * something.
 */
export function personTable(database: Database.Database): PersonTable {
  const list = database.prepare('SELECT * FROM persons ORDER BY active DESC, name, id');
  const hash = database.prepare('SELECT pin_hash FROM persons WHERE id = ?');
  const insert = database.prepare(
    `INSERT INTO persons (id, name, initials, role_id, doctor_id, active, pin_hash)
     VALUES (@id, @name, @initials, @role_id, @doctor_id, @active, @pin_hash)`,
  );
  const update = database.prepare(
    `UPDATE persons SET name = @name, initials = @initials, role_id = @role_id, doctor_id = @doctor_id,
     active = @active, pin_hash = coalesce(@pin_hash, pin_hash) WHERE id = @id`,
  );
  const roles = database.prepare('SELECT * FROM person_roles ORDER BY name, id');
  const upsertRole = database.prepare(upsertSql('person_roles', ['id', 'name', 'calls'], ['id']));
  const deleteRole = database.prepare('DELETE FROM person_roles WHERE id = ?');
  const mapper = mapperOf<Person>(fields, ['active']);
  const memory = remembered(
    database,
    (): People => ({
      persons: all(list).map(mapper.fromRow),
      roles: all(roles).map(
        ({ id, name, calls }) => ({ id, name, calls: JSON.parse(String(calls)) }) as PersonRole,
      ),
    }),
  );

  function changed(write: () => unknown): void {
    memory.forget();
    write();
  }

  return {
    face: {
      people: memory.get,
      pinHash: (id) => {
        const found = first(hash, id)?.pin_hash;
        return typeof found === 'string' ? found : undefined;
      },
    },
    savePerson: ({ person, pinHash = null }) =>
      changed(() => {
        const row = { ...mapper.toRow(person), pin_hash: pinHash };
        if (update.run(row).changes === 0) insert.run(row);
      }),
    saveRole: ({ calls, ...role }) =>
      changed(() => upsertRole.run({ ...role, calls: JSON.stringify(calls) })),
    removeRole: (id) => changed(() => deleteRole.run(id)),
  };
}

export function pinTryTable(database: Database.Database): PinTryStore {
  const find = database.prepare('SELECT * FROM pin_tries WHERE key = ?');
  const upsert = database.prepare(
    upsertSql('pin_tries', ['key', 'wrong', 'pausedUntil', 'pauseMs'], ['key']),
  );
  const remove = database.prepare('DELETE FROM pin_tries WHERE key = ?');
  const mapper = mapperOf<PinTries & { key: string }>(['key', 'wrong', 'pausedUntil', 'pauseMs']);
  return {
    pinTries: (key) => {
      const row = first(find, key);
      return row && mapper.fromRow(row);
    },
    savePinTries: (key, tries) => {
      if (tries) upsert.run(mapper.toRow({ key, ...tries }));
      else remove.run(key);
    },
  };
}
