import { once } from 'node:events';
import { connect } from 'node:tls';

const WAIT_MS = 10_000;

/**
 * When the certificate shown at an https address ends; null when the address has none, or does not answer. It is asked as a
 * browser would ask, but nothing is believed because of it.
 */
export async function certificateEnd(address: string): Promise<Date | null> {
  const { protocol, hostname, port } = new URL(address);
  if (protocol !== 'https:') return null;
  // An ended certificate is what we want to read, so it must not be refused.
  const options = {
    host: hostname,
    port: Number(port || 443),
    servername: hostname,
    rejectUnauthorized: false,
  };
  const socket = connect(options);
  socket.setTimeout(WAIT_MS, () => socket.destroy(new Error('No answer')));
  try {
    await once(socket, 'secureConnect');
    const end = new Date(socket.getPeerCertificate().valid_to);
    return Number.isNaN(end.getTime()) ? null : end;
  } catch {
    return null; // Inside a network the public name often leads nowhere.
  } finally {
    socket.destroy();
  }
}
