/** A statement that the rules object to and that was let through all the same. */
export type Exception = {
  readonly migration: string;
  /** How the statement begins, in small letters. */
  readonly begins: string;
  readonly why: string;
};

/** Each with the reason why no counter and no earlier program is hurt by it. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    migration: '0015_personal_data.sql',
    begins: 'create trigger history_events_append_only',
    why: 'it takes the place of one that refuses the same to every program',
  },
  {
    migration: '0015_personal_data.sql',
    begins: 'create index dossiers_ended',
    why: 'it comes in one release with 0014, during which nobody is let in anyway',
  },
];
