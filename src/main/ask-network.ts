import { net } from 'electron';

/** Asked as pages are: by the names, the proxy and the certificates that the system knows. */
export const askNetwork: typeof fetch = (address, options) => net.fetch(String(address), options);
