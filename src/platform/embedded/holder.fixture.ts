/** A process that holds an embedded server until it is ended: `node holder.fixture.ts <folder>`. For the tests. */
import { startEmbedded } from './server.ts';

const folder = process.argv[2];
if (folder === undefined) throw new Error('The folder is missing.');

const server = await startEmbedded({ folder, durable: false, onLine: () => undefined });
process.stdout.write(`${JSON.stringify(server.connection)}\n`);
process.once('SIGTERM', () => void server.stop());
