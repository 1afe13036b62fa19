import type pg from 'pg';

/** A notice to an applicant that could not be sent, and one to the officer at the counter that was not read; answers the first. */
export async function failedNotice({ superuser }: { readonly superuser: pg.Pool }): Promise<string> {
  const failed = await superuser.query<{ id: string }>(
    `update notices set state = 'given-up', attempts = 12, failure = '450 máy chủ thư bận', channel = 'email',
       address = 'nguoi-nop@example.vn', subject = 'Đã tiếp nhận hồ sơ', body = E'Kính gửi ông (bà),\n\nHồ sơ đã được tiếp nhận.'
     where id = (select min(id) from notices) returning id`,
  );
  await superuser.query(
    `insert into notices (template, dossier_id, officer_id, channel, subject, body, state, created_at, due_at)
     select 'due-warning', (select min(id) from dossiers), officer_id, 'app', 'Hạn trả hồ sơ: còn 4 giờ làm việc',
       'Hồ sơ hẹn trả 28/4/2020 17:00: còn 4 giờ làm việc.', 'delivered', '2020-04-28T10:00:00+07', '2020-04-28T10:00:00+07'
     from accounts where login = 'mot-cua.an-hoa'`,
  );
  return failed.rows[0]?.id ?? '';
}
