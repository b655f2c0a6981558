import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';

/** A request with any header at all, such as a false Host, and from any address of loopback: fetch would not. */
export function askRaw(
  port: number,
  options: { method?: string; path: string; headers?: Record<string, string>; body?: string; from?: string },
): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
  const { method = 'GET', path, headers = {}, body, from: localAddress } = options;
  return new Promise((resolve, reject) => {
    const asked = httpRequest(
      { host: '127.0.0.1', port, method, path, headers, agent: false, ...(localAddress && { localAddress }) },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Writes bytes to the socket as they are, and answers all that came back until it closed. */
export function sendBytes(port: number, bytes: Uint8Array | string): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes));
    socket.setTimeout(5_000, () => socket.destroy());
    socket.setEncoding('latin1').on('data', (part: string) => {
      text += part;
    });
    socket.on('error', () => resolve(text));
    socket.on('close', () => resolve(text));
  });
}
