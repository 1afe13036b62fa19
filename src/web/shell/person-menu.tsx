import { HiddenFields, type HiddenValue } from '#web/ui/hidden-fields.tsx';
import { Icon } from '#web/ui/icon.tsx';
import { SignOut } from './sign-out.tsx';

/** Who is signed in and in which post. */
export type StaffPerson = Readonly<{
  name: string;
  postTitle: string;
  unitName: string;
  accountHref?: string;
}>;

/** Another post this person holds or stands in for. */
export type OtherPost = Readonly<{ id: string; title: string; unitName: string }>;

type PersonMenuProps = Readonly<{
  person: StaffPerson;
  posts: readonly OtherPost[];
  hidden: readonly HiddenValue[];
  signOutAction: string;
  switchPostAction: string;
}>;

/** The person in the head: name and post, change of post, sign out; opens without script. */
export function PersonMenu({ person, posts, hidden, signOutAction, switchPostAction }: PersonMenuProps) {
  return (
    <details class="mc-person">
      <summary>
        <Icon name="person" />
        <span class="mc-person__words">
          <b>{person.name}</b>{' '}
          <small>
            {person.postTitle} · {person.unitName}
          </small>
        </span>
      </summary>
      <div class="mc-person__menu">
        <p class="mc-person__title">
          {person.name}, {person.postTitle}, {person.unitName}
        </p>
        {posts.length > 0 ? <OtherPosts posts={posts} hidden={hidden} action={switchPostAction} /> : null}
        {person.accountHref ? (
          <a class="mc-person__line" href={person.accountHref}>
            Tài khoản, mật khẩu
          </a>
        ) : null}
        <SignOut action={signOutAction} hidden={hidden} />
      </div>
    </details>
  );
}

type OtherPostsProps = Readonly<{
  posts: readonly OtherPost[];
  hidden: readonly HiddenValue[];
  action: string;
}>;

function OtherPosts({ posts, hidden, action }: OtherPostsProps) {
  return (
    <form method="post" action={action}>
      <HiddenFields fields={hidden} />
      <p class="mc-person__title">Làm việc ở vị trí khác</p>
      {posts.map((post) => (
        <button key={post.id} class="mc-person__line" type="submit" name="postId" value={post.id}>
          {post.title} <small>{post.unitName}</small>
        </button>
      ))}
    </form>
  );
}
