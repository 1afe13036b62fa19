import { authorise } from '#foundation/access/authorise.ts';
import type { AppContext, PageOptions } from '#foundation/http.ts';
import { newFormId, type Redo } from '#foundation/submit.ts';
import { belowPeople, type FormState } from '../../form-state.ts';
import { endSubstitutionPath, postPath, POSTS, releasePath, substitutePath } from '../../paths.ts';
import { idOf } from '../../request.ts';
import {
  assertMaySubstitute,
  existingPost,
  holderCandidates,
  substituteCandidates,
} from '../details/service.ts';
import type { Candidate } from '../details/store.ts';
import type { Post } from '../schema.ts';
import { isHolder } from '../substitutions.ts';
import { type ChangeForm, ChangePage } from './pages.tsx';
import { holdingToEnd, substitutionToEnd } from './service.ts';

const OWN = '/account';
const DECISION = {
  name: 'decision',
  label: 'Số quyết định',
  hint: 'Ví dụ: 12/QĐ-UBND ngày 28/4/2020',
} as const;

export async function appointView(c: AppContext, state: FormState): Promise<Redo> {
  const post = await changeablePost(c);
  const options = optionsOf(await holderCandidates(c.get('ctx')));
  return view(post, state, {
    title: 'Giao người giữ vị trí',
    action: `${postPath(post.id)}/appoint`,
    back: postPath(post.id),
    submitText: 'Giao vị trí',
    person: { name: 'officerId', label: 'Người giữ vị trí', options },
    dates: [{ name: 'from', label: 'Giữ từ ngày' }],
    text: DECISION,
  });
}

export async function releaseView(c: AppContext, state: FormState): Promise<Redo> {
  const ctx = c.get('ctx');
  const { holding, post, name } = await holdingToEnd(ctx, idOf(c));
  await authorise(ctx, 'people.change', post.unitId);
  return view(post, state, {
    title: 'Cho thôi giữ vị trí',
    action: releasePath(holding.id),
    back: postPath(post.id),
    submitText: 'Cho thôi giữ vị trí',
    warning: `${name} sẽ mất mọi quyền của vị trí “${post.title}” từ ngày đó; chọn hôm nay thì mất quyền ngay.`,
    dates: [{ name: 'on', label: 'Thôi giữ từ ngày' }],
    text: DECISION,
  });
}

export async function endView(c: AppContext, state: FormState): Promise<Redo> {
  const post = await changeablePost(c);
  return view(post, state, {
    title: 'Kết thúc vị trí',
    action: `${postPath(post.id)}/end`,
    back: postPath(post.id),
    submitText: 'Kết thúc vị trí',
    warning: `Từ ngày đó không ai giữ được vị trí “${post.title}” nữa. Việc này không hoàn lại được; cần lại thì lập vị trí mới.`,
    dates: [{ name: 'on', label: 'Kết thúc từ ngày' }],
  });
}

export async function substituteView(c: AppContext, state: FormState): Promise<Redo> {
  const ctx = c.get('ctx');
  const post = await existingPost(ctx, idOf(c));
  const options = optionsOf(await substituteCandidates(ctx, post));
  return view(post, state, {
    title: 'Cử người làm thay',
    action: substitutePath(post.id),
    back: afterSubstitution(c, post.id),
    submitText: 'Cử người làm thay',
    person: { name: 'substituteId', label: 'Người làm thay', options },
    dates: [
      { name: 'from', label: 'Từ ngày' },
      { name: 'until', label: 'Đến hết ngày' },
    ],
    text: { name: 'reason', label: 'Lý do', hint: 'Ví dụ: nghỉ phép năm, đi công tác' },
  });
}

export async function endSubstitutionView(c: AppContext, state: FormState): Promise<Redo> {
  const ctx = c.get('ctx');
  const { substitution, post, name } = await substitutionToEnd(ctx, idOf(c));
  await assertMaySubstitute(ctx, post);
  return view(post, state, {
    title: 'Kết thúc việc làm thay',
    action: endSubstitutionPath(substitution.id),
    back: afterSubstitution(c, post.id),
    submitText: 'Kết thúc việc làm thay',
    warning: `${name} sẽ không còn làm thay vị trí “${post.title}” ngay khi bạn xác nhận.`,
    dates: [],
  });
}

/** Holders who may not see the pages of posts go back to their own page. */
export function afterSubstitution(c: AppContext, postId: number): string {
  const { actor } = c.get('ctx');
  return actor && isHolder(actor, postId) ? OWN : postPath(postId);
}

async function changeablePost(c: AppContext): Promise<Post> {
  const post = await existingPost(c.get('ctx'), idOf(c));
  await authorise(c.get('ctx'), 'people.change', post.unitId);
  return post;
}

function view(post: Post, state: FormState, form: ChangeForm): Redo {
  return {
    options: { ...optionsFor(post, form), lead: post.title },
    content: <ChangePage {...state} form={form} formId={newFormId()} />,
  };
}

function optionsFor(post: Post, { title, back }: ChangeForm): PageOptions {
  if (back === OWN) return { title, breadcrumbs: [{ text: 'Tài khoản của bạn', href: OWN }] };
  return belowPeople(title, { text: 'Vị trí công tác', href: POSTS }, { text: post.title, href: back });
}

function optionsOf(candidates: readonly Candidate[]) {
  return candidates.map(({ id, fullName, postTitles }) => ({
    value: String(id),
    text: fullName,
    hint: postTitles || 'Hiện không giữ vị trí nào',
  }));
}
