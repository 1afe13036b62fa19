import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { temporaryFolder } from './folder.ts';
import { openHouseAt } from './house.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A data folder after the first start of the application, with the starter world, stopped in order. */
    prepared: string;
  }
}

/** The application starts once on an empty folder; every test copies what that made. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await temporaryFolder('crash-world');
  const house = await openHouseAt(folder);
  const first = await house.start();
  // Letters go at once instead of waiting for others to the same address.
  await house.look(async ({ superuser }) => superuser.query('update notice_settings set group_minutes = 0'));
  await first.stop();
  project.provide('prepared', house.folder);
  return async () => rm(folder, { recursive: true, force: true });
}
