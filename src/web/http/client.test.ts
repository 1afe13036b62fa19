import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { clientAddress, isSecure, knowingTheClient, LOOPBACK } from './client.ts';

type Hop = { readonly peer?: string; readonly for?: string; readonly proto?: string };

/** What a request through these hops looks like to the application. */
async function seen(hop: Hop, trustedProxies = LOOPBACK, publicUrl = 'http://motcua.example.vn') {
  const app = new Hono()
    .use(knowingTheClient({ publicUrl, trustedProxies }))
    .get('/', (c) => c.json({ address: clientAddress(c), isSecure: isSecure(c) }));
  const headers = {
    ...(hop.for === undefined ? {} : { 'x-forwarded-for': hop.for }),
    ...(hop.proto === undefined ? {} : { 'x-forwarded-proto': hop.proto }),
  };
  const incoming = {
    socket: { remoteAddress: hop.peer ?? '127.0.0.1', remoteFamily: 'IPv4', remotePort: 1 },
  };
  return (await app.request('/', { headers }, { incoming })).json();
}

describe('The address of a client', () => {
  test.each([
    [{ peer: '203.0.113.9' }, '203.0.113.9'],
    [{ peer: '203.0.113.9', for: '198.51.100.1' }, '203.0.113.9'],
    [{ for: '203.0.113.9' }, '203.0.113.9'],
    [{ for: '198.51.100.1, 203.0.113.9' }, '203.0.113.9'],
    [{ peer: '::ffff:127.0.0.1', for: '::ffff:203.0.113.9' }, '203.0.113.9'],
    [{ for: '203.0.113.9:4711' }, '203.0.113.9'],
    [{ for: 'tôi là ai?'.normalize('NFD').replaceAll(/[^\x20-\x7e]/g, '') }, '127.0.0.1'],
    [{ for: '198.51.100.1, unknown' }, '127.0.0.1'],
    [{ peer: '::1', for: '203.0.113.9' }, '203.0.113.9'],
    [{ peer: '::1' }, '::1'],
  ])('%o is %s behind a proxy on the same machine', async (hop, address) => {
    expect(await seen(hop)).toMatchObject({ address });
  });

  test('is looked for past every trusted proxy, and no further', async () => {
    const trusted = [...LOOPBACK, '10.1.0.0/16', '2001:db8:ffff::/48'];
    const hops = { peer: '10.1.2.3', for: '198.51.100.1, 203.0.113.9, 2001:db8:ffff::1, 10.1.9.9' };
    expect(await seen(hops, trusted)).toMatchObject({ address: '203.0.113.9' });
    expect(await seen({ peer: '10.2.2.3', for: '203.0.113.9' }, trusted)).toMatchObject({
      address: '10.2.2.3',
    });
  });

  test('is told of IPv6 by its network, of which one machine has every address', async () => {
    const networks = ['2001:db8:0:7:1::', '2001:db8:0:7:ffff:ffff:ffff:ffff', '2001:0DB8::7:1:2:3:4'];
    for (const network of networks) {
      expect(await seen({ for: network })).toMatchObject({ address: '2001:db8:0:7::/64' });
    }
    expect(await seen({ for: '64:ff9b::192.0.2.1' })).toMatchObject({ address: '64:ff9b:0:0::/64' });
  });
});

describe('TLS', () => {
  test('is believed of a trusted proxy alone', async () => {
    expect(await seen({ proto: 'https' })).toMatchObject({ isSecure: true });
    expect(await seen({ proto: 'https, http' })).toMatchObject({ isSecure: false });
    expect(await seen({ peer: '203.0.113.9', proto: 'https' })).toMatchObject({ isSecure: false });
    expect(await seen({})).toMatchObject({ isSecure: false });
  });

  test('is always there when the public address says so', async () => {
    const secure = await seen({ peer: '203.0.113.9', proto: 'http' }, LOOPBACK, 'https://motcua.example.vn');
    expect(secure).toMatchObject({ isSecure: true });
  });
});
