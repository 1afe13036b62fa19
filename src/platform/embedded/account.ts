import { spawnSync } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { refuse } from '#kernel/refusal.ts';
import { exists } from './files.ts';
import type { SystemAccount } from './run.ts';

/**
 * PostgreSQL refuses to run as root. Then, in this order: whoever owns the database already, the owner of
 * the data folder, an account named `motcua` if the operator made one, `nobody`. The account must have a name in the system, since
 * initdb looks it up. Undefined when Node itself runs without privileges.
 */
export async function accountFor(folder: string): Promise<SystemAccount | undefined> {
  if (process.getuid?.() !== 0) {
    await refuseOthersDatabase(folder);
    return undefined;
  }
  const owner = (await ownerOf(join(folder, 'cluster'))) ?? (await ownerOf(dirname(folder)));
  const account = owner ?? named('motcua') ?? named('nobody');
  if (account !== undefined) return account;
  return refuse(
    'missing',
    'PostgreSQL không chạy bằng tài khoản root và máy không có tài khoản "nobody". ' +
      'Hãy tạo tài khoản "motcua" (useradd --system motcua) rồi khởi động lại.',
  );
}

/** Undefined for root, for nameless accounts and for what does not exist. */
async function ownerOf(path: string): Promise<SystemAccount | undefined> {
  if (!(await exists(path))) return undefined;
  const { uid, gid } = await stat(path);
  return uid === 0 || ask('-un', String(uid)) === undefined ? undefined : { uid, gid };
}

function named(name: string): SystemAccount | undefined {
  const [uid, gid] = [ask('-u', name), ask('-g', name)];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

/** `id` knows accounts from every source of the system, not only /etc/passwd. */
function ask(option: string, subject: string): string | undefined {
  const asked = spawnSync('id', [option, subject], { encoding: 'utf8' });
  return asked.status === 0 ? asked.stdout.trim() : undefined;
}

async function refuseOthersDatabase(folder: string): Promise<void> {
  const uid = process.getuid?.();
  if (uid === undefined || !(await exists(folder)) || (await stat(folder)).uid === uid) return;
  refuse(
    'forbidden',
    `Cơ sở dữ liệu ở ${folder} thuộc tài khoản khác (uid ${(await stat(folder)).uid}). ` +
      'Hãy khởi động bằng tài khoản đã tạo ra nó, hoặc đặt MOTCUA_DATA là thư mục khác.',
  );
}
