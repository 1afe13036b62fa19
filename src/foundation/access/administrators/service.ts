import { refuse } from '#kernel/refusal.ts';
import type { Context } from '#foundation/context.ts';
import { countAdministrators, lockAdministrators } from './store.ts';

/**
 * Called by a verb after it took an administrator away, in its transaction: undoes the verb by a refusal when no
 * other is left. The lock makes two such verbs wait for each other, so that they cannot both count on the other's.
 */
export async function assertAdministratorLeft(ctx: Context): Promise<void> {
  await lockAdministrators(ctx.db);
  if ((await countAdministrators(ctx.db, ctx.now)) > 0) return;
  refuse(
    'conflict',
    'Đây là quản trị hệ thống cuối cùng còn hoạt động. Hãy giao vị trí quản trị hệ thống cho người khác và cấp tài khoản trước.',
  );
}

/** Whether anybody can administer this installation; a fresh one has nobody yet. */
export async function hasAdministrator(ctx: Context): Promise<boolean> {
  return (await countAdministrators(ctx.db, ctx.now)) > 0;
}
