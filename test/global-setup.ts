import type { TestProject } from 'vitest/node';
import type { Connection } from '#platform/database/connection.ts';
import { loadWorld } from './cast.ts';
import { openSystemOn } from './database.ts';
import { openTestServer } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The migrated, empty database. */
    template: Connection;
    /** The same with the starter world in it. */
    world: Connection;
  }
}

/** One PostgreSQL for the whole run; every test file clones the empty template or the world. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openTestServer();
  project.provide('template', server.template);
  const world = await server.createDatabase('motcua_world', server.template.database);
  const system = await openSystemOn(world);
  await loadWorld(system);
  await system.close();
  project.provide('world', world);
  return server.stop;
}
