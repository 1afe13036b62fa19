/** SQLSTATE of a unique or exclusion violation. */
const UNIQUE_VIOLATION = '23505';
const EXCLUSION_VIOLATION = '23P01';

/** Whether an error from the server says that a row with this key (optionally: of this constraint) exists already. */
export function isDuplicate(error: unknown, constraint?: string): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false;
  if (error.code !== UNIQUE_VIOLATION && error.code !== EXCLUSION_VIOLATION) return false;
  return constraint === undefined || ('constraint' in error && error.constraint === constraint);
}

const INSUFFICIENT_PRIVILEGE = '42501';

/** Whether an error from the server says that this login may not do what was asked. */
export function isForbidden(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === INSUFFICIENT_PRIVILEGE;
}
