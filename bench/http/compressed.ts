import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';

/** The body of an answer as it went over the wire, compressed. */
export async function compressed(url: string, headers: Readonly<Record<string, string>>): Promise<Buffer> {
  const request = get(url, { headers: { ...headers, 'accept-encoding': 'gzip' } });
  // The event gives its arguments as a list.
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`${url} answers ${response.statusCode}`);
  return Buffer.concat(await response.toArray());
}
