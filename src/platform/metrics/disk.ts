import { statfs } from 'node:fs/promises';
import path from 'node:path';

/** Room on the disk that holds a folder, in bytes. */
export type DiskRoom = { readonly place: string; readonly size: number; readonly free: number };

/**
 * Room for each place, by its folder. A folder that is not there yet is measured at the nearest one above it, where it
 * will be made; a place that cannot be asked is left out.
 */
export async function roomOf(places: Readonly<Record<string, string>>): Promise<readonly DiskRoom[]> {
  const rooms = await Promise.all(
    Object.entries(places).map(async ([place, folder]) => roomAt(place, folder)),
  );
  return rooms.filter((room) => room !== null);
}

async function roomAt(place: string, folder: string): Promise<DiskRoom | null> {
  try {
    // What is kept for the superuser is not free for us.
    const { bsize, blocks, bavail } = await statfs(folder);
    return { place, size: bsize * blocks, free: bsize * bavail };
  } catch {
    const above = path.dirname(folder);
    return above === folder ? null : roomAt(place, above);
  }
}
