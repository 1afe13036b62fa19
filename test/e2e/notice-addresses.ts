import { type Entry, file, page } from './entry.ts';
import type { World } from './world.ts';

const COUNTER = 'mot-cua.an-hoa';
const EDITOR = 'noi-vu';

/** Telling, and the post. */
export function noticeAddresses({ id, week }: World): Readonly<Record<string, Entry>> {
  return {
    '/notices': page(COUNTER, '/notices'),
    '/notifications': page(
      COUNTER,
      '/notifications',
      '/notifications?state=given-up',
      '/notifications?q=hgfd',
    ),
    '/notifications/:id{[0-9]{1,15}}': page(COUNTER, `/notifications/${id.notice}`),
    '/notifications/templates': page(EDITOR, '/notifications/templates'),
    '/notifications/templates/:code/:channel': page(
      EDITOR,
      '/notifications/templates/refused/email',
      '/notifications/templates/received/sms',
      '/notifications/templates/received/app',
    ),
    '/notifications/settings': page(EDITOR, '/notifications/settings'),
    '/post': page(COUNTER, '/post', '/post?state=open', '/post?q=hgfd'),
    '/post/:id{[0-9]{1,15}}': page(COUNTER, `/post/${id.parcel}`),
    '/post/:id{[0-9]{1,15}}/label.pdf': file(COUNTER, `/post/${id.parcel}/label.pdf`),
    '/post/new': page(COUNTER, `/post/new?dossier=${week.ready}&direction=to-applicant`),
    '/post/statuses': page(EDITOR, '/post/statuses', '/post/statuses?id=3'),
    '/post/courier-list.pdf': file(COUNTER, '/post/courier-list.pdf'),
  };
}
