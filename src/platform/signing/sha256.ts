import { hash } from 'node:crypto';

/** SHA-256, 32 bytes: what the kernel's tree is given. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}
