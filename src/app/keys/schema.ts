/** A column whose texts are sealed with the keys of the installation. Names as SQL has them. */
export type SealedColumn = {
  readonly table: string;
  readonly column: string;
  /** What it was sealed for. */
  readonly purpose: string;
};

/** Every one of them: a new key seals them all anew. */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  { table: 'applicants', column: 'sealed_id_number', purpose: 'id-number' },
  { table: 'dossier_parties', column: 'sealed_id_number', purpose: 'id-number' },
  { table: 'dossier_returns', column: 'sealed_id_number', purpose: 'id-number' },
  { table: 'slips', column: 'sealed_id_number', purpose: 'id-number' },
  { table: 'totp_secrets', column: 'sealed_secret', purpose: 'totp' },
];

/** What lies under a key. */
export type KeyUse = { readonly values: number; readonly files: number };

export type KeysStatus = {
  /** Seals from now on. */
  readonly currentId: string;
  readonly keys: readonly (KeyUse & { readonly id: string; readonly madeAt: Date | null })[];
  /** Under keys that the key file does not have: nobody can read it until they are put back. */
  readonly unknown: readonly (KeyUse & { readonly id: string })[];
  /** Stored files from before they were encrypted. */
  readonly clearFiles: number;
};

/** What sealing anew did. */
export type Resealed = {
  readonly values: number;
  readonly files: number;
  /** In Vietnamese: what could not be sealed anew, and stays as it is. */
  readonly problems: readonly string[];
};
