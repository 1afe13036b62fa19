import type { TestProject } from 'vitest/node';
import { openTestServer, type TestServer } from './server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    template: TestServer['template'];
  }
}

/** One PostgreSQL for the whole run; every test file clones the migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await openTestServer();
  project.provide('template', server.template);
  return server.stop;
}
