/** A worker thread of the app: searches for the best template, while the app goes on. */
import { parentPort } from 'node:worker_threads';
import { advise } from './advisor/advise';
import type { AdviceJob } from './app/outside/advice-room';

parentPort?.once('message', (job: AdviceJob) => parentPort?.postMessage(advise(job)));
