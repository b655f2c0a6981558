import { connect, createServer, type Socket } from 'node:net';

/** The network between a device and the server, to be pulled out and plugged in again. */
interface Cable {
  /** The server's, by way of the cable. */
  readonly address: string;
  /** Breaks every connection; no new one comes about. */
  pull(): Promise<void>;
  plugIn(): Promise<void>;
}

/** A cable to the server at `address`, plugged in. */
export async function layCable(address: string): Promise<Cable> {
  const target = new URL(address);
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    return socket;
  };
  const server = createServer((near) => {
    const far = keep(connect(Number(target.port), target.hostname));
    keep(near).pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  let port = 0;
  const plugIn = (): Promise<void> =>
    new Promise((done, failed) => {
      server.once('error', failed);
      server.listen(port, '127.0.0.1', () => {
        const own = server.address();
        if (typeof own === 'object' && own !== null) port = own.port;
        server.off('error', failed);
        done();
      });
    });
  await plugIn();
  return {
    address: `http://127.0.0.1:${port}`,
    plugIn,
    pull: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
