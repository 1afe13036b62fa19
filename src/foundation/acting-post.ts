import { refuse } from '#kernel/refusal.ts';
import { type FormValues, valueOf } from '#web/http/form-values.ts';
import type { HiddenValue } from '#web/ui/hidden-fields.tsx';
import type { Actor, Context } from './context.ts';

const ACTING_POST = 'actingPost';

/** What every form of an officer's page carries: the post in whose name the page was made. */
export function valuesOfPost({ post }: Actor): readonly HiddenValue[] {
  return [{ name: ACTING_POST, value: String(post.postId) }];
}

/**
 * Stops a form whose page was made in the name of another post than the person works in now: somebody with posts in two
 * communes switched in another window, and would receive a dossier at the wrong counter.
 */
export function refuseFormOfOtherPost({ actor }: Context, values: FormValues): void {
  const made = valueOf(values, ACTING_POST);
  if (actor === null || made === '' || made === String(actor.post.postId)) return;
  refuse(
    'conflict',
    `Bạn đã chuyển vị trí làm việc sau khi mở trang này; nay đang làm ở vị trí ${actor.post.title}. Hãy chuyển lại vị trí cũ, hoặc xem kỹ rồi gửi lại.`,
  );
}
