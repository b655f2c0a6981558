/** Ends, as the app does, while a thread of it waits for a folder that does not answer. Its argument: a script of that thread. */
import { createCopyRoom } from '../../src/main/copy-room';

const room = createCopyRoom(process.argv[2] ?? '', { database: 'none', nativeBinding: undefined });
const begun = (): void => {
  void room.stop();
  process.stdout.write('stopped\n');
  process.exit(0);
};
void room.run('list', { folder: 'network drive' }, begun);
