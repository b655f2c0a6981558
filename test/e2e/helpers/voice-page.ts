/** The app's own voice, for a page to run in a test: bundled by loadVoice, never imported. */
import '../../../src/renderer/src/api/zod';

export { createAnnouncer } from '../../../src/renderer/src/voice/announcer';
export { createClips, durationsOf } from '../../../src/renderer/src/voice/clips';
export { placeClips } from '../../../src/renderer/src/voice/player';
export { clipsFor, makeTimeline } from '../../../src/renderer/src/voice/timeline';
