/** What serves other devices, in one piece that is loaded when the first is let in. */
export { addPairingRoutes, authenticateDevices } from './pairing';
export { createHttpServer } from './server';
