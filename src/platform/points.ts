import { channel } from 'node:diagnostics_channel';

/**
 * Moments between two things that belong together although they cannot be one: the process may end exactly there. The
 * tests of survival listen on Node's own channels and end it; in an installation nobody listens, and then this does nothing.
 */
export type Point =
  /** A form has done all its work and is remembered; nothing is committed. */
  | 'form-done'
  /** The work of a form is committed; nobody has been told. */
  | 'form-committed'
  /** A file lies on disk under no name. */
  | 'file-staged'
  /** A file has its name; the row that refers to it is not committed. */
  | 'file-kept'
  /** A job has done its work, such as sending a letter; the queue does not know. */
  | 'job-done'
  /** Timers of a dossier have gone off; nothing is committed. */
  | 'timer-fired'
  /** Entries of the log have their places; the tree is not signed. */
  | 'log-placed'
  /** The signer remembers having signed; the signature is not in the database. */
  | 'log-signed'
  /** A table is in the backup; others are not. */
  | 'backup-table'
  /** A backup is complete and has no name yet. */
  | 'backup-written'
  /** A step of the upgrade has changed the schema; nothing is committed. */
  | 'migration-applied'
  /** A step of the upgrade is committed; the next ones are not. */
  | 'migration-committed';

/** The name of the channel on which a point is told. */
export function channelOf(point: Point): string {
  return `motcua:${point}`;
}

/** Tells whoever listens that the process is at this point. They are called before this returns. */
export function reached(point: Point): void {
  channel(channelOf(point)).publish(point);
}
