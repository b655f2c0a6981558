import { standGuard } from '../../src/main/crash/guardian.ts';

/** For the test beside it: has itself guarded, and ends by the signal it is given. */
const [, , proof = '', end = ''] = process.argv;
const write = 'require("node:fs").writeFileSync(process.argv[1], process.argv[2])';
standGuard(process.execPath, ['-e', write, proof, "it's there"]);
if (end === 'SIGKILL') process.kill(process.pid, end);
