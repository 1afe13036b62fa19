-- stops older programs: they come with 0022, and know nothing of what ended without a result
-- The clock of a dossier: what two people decide about it, supplements, letters, warnings, and the rules for them as data.
-- Row-level security: what belongs to a dossier through the dossier; clock_rules and act_reasons are everybody's.

create table clock_rules (
  id bigint generated always as identity primary key,
  legal_basis text not null check (legal_basis <> ''),
  valid_from date not null unique,
  rules jsonb not null,
  sequence integer not null
);
comment on table clock_rules is 'How long is waited, how often something may be done, when who is warned: from a day on until the next row begins.';
comment on column clock_rules.valid_from is 'First day in force; the last is the day before the next row begins.';
comment on column clock_rules.rules is 'Days of waiting for a supplement, reminders, how often an extension and a new appointment are possible, warnings.';
comment on column clock_rules.sequence is 'Last event of its history applied.';
insert into clock_rules (legal_basis, valid_from, sequence, rules) values
  ('Nghị định số 61/2018/NĐ-CP', '2018-06-21', 0, '{
    "supplementDays": 30, "freeSupplements": 1, "reminders": [5, 1], "extensions": 1, "reappointments": 1, "apologyLead": 1,
    "onceBasis": "Điều 19 Nghị định số 61/2018/NĐ-CP",
    "warnings": [
      {"measure": "percent", "value": 80, "to": "officer"},
      {"measure": "days", "value": 1, "to": "head"},
      {"measure": "hours", "value": 4, "to": "chairman"},
      {"measure": "late", "value": 0, "to": "head"}
    ]}'),
  ('Nghị định số 118/2025/NĐ-CP', '2025-07-01', 0, '{
    "supplementDays": 30, "freeSupplements": 1, "reminders": [5, 1], "extensions": 1, "reappointments": 1, "apologyLead": 1,
    "onceBasis": "Nghị định số 118/2025/NĐ-CP",
    "warnings": [
      {"measure": "percent", "value": 80, "to": "officer"},
      {"measure": "days", "value": 1, "to": "head"},
      {"measure": "hours", "value": 4, "to": "chairman"},
      {"measure": "late", "value": 0, "to": "head"}
    ]}');

create table act_reasons (
  id bigint generated always as identity primary key,
  act text not null,
  code text not null check (code ~ '^[a-z0-9-]{1,40}$'),
  name text not null check (name <> ''),
  legal_basis text not null default '',
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  sequence integer not null,
  unique (act, code)
);
comment on table act_reasons is 'Reasons for which a dossier is supplemented, paused, extended, refused, stopped, withdrawn, corrected, set back, or late.';
comment on column act_reasons.act is 'What it is a reason for.';
comment on column act_reasons.valid_to is 'First day on which it is no longer offered; null while open.';
comment on column act_reasons.sequence is 'Last event of its history applied.';
insert into act_reasons (act, code, name, legal_basis, valid_from, sequence) values
  ('supplement', 'missing-paper', 'Thiếu giấy tờ theo quy định của thủ tục', 'Điều 19 Nghị định số 61/2018/NĐ-CP', '2018-06-21', 0),
  ('supplement', 'wrong-content', 'Giấy tờ có nội dung chưa đúng hoặc chưa khớp nhau', 'Điều 19 Nghị định số 61/2018/NĐ-CP', '2018-06-21', 0),
  ('supplement', 'expired-paper', 'Giấy tờ đã hết giá trị sử dụng', 'Điều 19 Nghị định số 61/2018/NĐ-CP', '2018-06-21', 0),
  ('supplement', 'explain', 'Cần giải trình, làm rõ', 'Điều 19 Nghị định số 61/2018/NĐ-CP', '2018-06-21', 0),
  ('pause', 'other-agency', 'Chờ cơ quan khác trả lời về nội dung liên quan', '', '2018-06-21', 0),
  ('pause', 'court', 'Chờ kết quả giải quyết của Tòa án hoặc cơ quan có thẩm quyền', '', '2018-06-21', 0),
  ('pause', 'force-majeure', 'Thiên tai, dịch bệnh hoặc sự kiện bất khả kháng', 'Điều 156 Bộ luật Dân sự số 91/2015/QH13', '2018-06-21', 0),
  ('pause', 'applicant', 'Người nộp đề nghị tạm dừng', '', '2018-06-21', 0),
  ('resume-early', 'cause-gone', 'Lý do tạm dừng không còn', '', '2018-06-21', 0),
  ('resume-early', 'enough', 'Đã đủ căn cứ để giải quyết tiếp', '', '2018-06-21', 0),
  ('extension', 'verification', 'Phải xác minh, kiểm tra thực tế thêm', 'Điều 19 Nghị định số 61/2018/NĐ-CP', '2018-06-21', 0),
  ('extension', 'complex', 'Hồ sơ có nhiều nội dung phức tạp', 'Điều 19 Nghị định số 61/2018/NĐ-CP', '2018-06-21', 0),
  ('extension', 'consultation', 'Phải lấy ý kiến thêm cơ quan liên quan', 'Điều 19 Nghị định số 61/2018/NĐ-CP', '2018-06-21', 0),
  ('refusal', 'conditions', 'Không đủ điều kiện giải quyết theo quy định', 'Điều 19 Nghị định số 61/2018/NĐ-CP', '2018-06-21', 0),
  ('refusal', 'competence', 'Không thuộc thẩm quyền giải quyết', 'Điều 17 Nghị định số 61/2018/NĐ-CP', '2018-06-21', 0),
  ('refusal', 'false-papers', 'Giấy tờ không đúng sự thật', 'Điều 19 Nghị định số 61/2018/NĐ-CP', '2018-06-21', 0),
  ('stop', 'dispute', 'Phát sinh tranh chấp, khiếu nại phải giải quyết trước', '', '2018-06-21', 0),
  ('stop', 'authority', 'Theo yêu cầu của cơ quan có thẩm quyền', '', '2018-06-21', 0),
  ('stop', 'duplicate', 'Đã có hồ sơ khác cùng nội dung', '', '2018-06-21', 0),
  ('stop', 'no-supplement', 'Quá thời hạn mà người nộp không bổ sung hồ sơ', 'Điều 19 Nghị định số 61/2018/NĐ-CP', '2018-06-21', 0),
  ('withdrawal', 'own-wish', 'Người nộp không còn nhu cầu', '', '2018-06-21', 0),
  ('withdrawal', 'redo', 'Người nộp muốn làm lại hồ sơ', '', '2018-06-21', 0),
  ('withdrawal', 'elsewhere', 'Người nộp nộp ở nơi khác', '', '2018-06-21', 0),
  ('correction', 'entry-mistake', 'Nhập sai khi tiếp nhận', '', '2018-06-21', 0),
  ('correction', 'applicant-change', 'Người nộp thay đổi thông tin liên hệ', '', '2018-06-21', 0),
  ('rollback', 'wrong-result', 'Kết quả hoặc văn bản có sai sót phải làm lại', '', '2018-06-21', 0),
  ('rollback', 'wrong-way', 'Chuyển nhầm hướng giải quyết', '', '2018-06-21', 0),
  ('rollback', 'new-facts', 'Phát sinh tình tiết mới phải xem xét lại', '', '2018-06-21', 0),
  ('late', 'overload', 'Hồ sơ nhiều, thiếu người', '', '2018-06-21', 0),
  ('late', 'other-agency', 'Cơ quan phối hợp trả lời chậm', '', '2018-06-21', 0),
  ('late', 'complex', 'Hồ sơ phức tạp, phải xác minh thêm', '', '2018-06-21', 0),
  ('late', 'technical', 'Sự cố kỹ thuật, mất điện, mất mạng', '', '2018-06-21', 0),
  ('late', 'officer', 'Lỗi của người xử lý', '', '2018-06-21', 0);

create table dossier_proposals (
  dossier_id bigint not null references dossiers,
  ordinal integer not null check (ordinal > 0),
  kind text not null,
  position integer,
  reason_code text not null,
  reason text not null default '',
  legal_basis text not null default '',
  details jsonb not null,
  proposed_by bigint references officers,
  proposed_at timestamptz not null,
  outcome text check (outcome in ('accepted', 'rejected', 'withdrawn')),
  decided_by bigint references officers,
  decided_at timestamptz,
  note text not null default '',
  primary key (dossier_id, ordinal),
  check ((outcome is null) = (decided_at is null))
);
comment on table dossier_proposals is 'What one person proposes about a dossier and another one decides; accepted, it is carried out in the same transaction.';
comment on column dossier_proposals.position is 'The step whose handler proposes; null when no step is worked on.';
comment on column dossier_proposals.details is 'What exactly: papers and points to supplement, the time asked for, the step to go back to, data as they were and as they ought to be.';
comment on column dossier_proposals.proposed_by is 'Null: the applicant asked, with the code of the receipt.';
create index dossier_proposals_open on dossier_proposals (dossier_id) where outcome is null;

create table dossier_supplements (
  dossier_id bigint not null references dossiers,
  ordinal integer not null check (ordinal > 0),
  asked_at timestamptz not null,
  answer_by date not null,
  lines jsonb not null,
  ended_at timestamptz,
  ended text check (ended in ('complete', 'lapsed', 'given-up')),
  primary key (dossier_id, ordinal),
  check ((ended is null) = (ended_at is null))
);
comment on table dossier_supplements is 'Written requests to supplement a dossier (Form 02), and what came in answer, line by line.';
comment on column dossier_supplements.lines is 'Papers and points: what is wrong, what to bring, when and to whom it came.';
comment on column dossier_supplements.answer_by is 'Last day on which the answer counts.';
create index dossier_supplements_open on dossier_supplements (answer_by) where ended_at is null;

create table dossier_letters (
  dossier_id bigint not null references dossiers,
  ordinal integer not null check (ordinal > 0),
  kind text not null,
  number text not null unique,
  issued_at timestamptz not null,
  issued_by bigint references officers,
  content jsonb not null,
  primary key (dossier_id, ordinal)
);
comment on table dossier_letters is 'Letters to the applicant about a running dossier: supplement request, apology, extension, refusal, stop. They print again as they were.';
comment on column dossier_letters.number is 'Taken from the book of the agency in the transaction of the deed.';
comment on column dossier_letters.issued_by is 'Null: the system, when nobody answered in time.';
comment on column dossier_letters.content is 'What the paper says besides the data of the dossier: reasons, legal basis, dates, lines, who signs.';

create table dossier_warnings (
  dossier_id bigint not null references dossiers,
  rule text not null,
  due_at timestamptz not null,
  told_at timestamptz not null,
  primary key (dossier_id, rule, due_at)
);
comment on table dossier_warnings is 'Which warnings and reminders were given for which date, so that each is given once.';

do $$
declare
  part regclass;
begin
  foreach part in array array['dossier_proposals', 'dossier_supplements', 'dossier_letters', 'dossier_warnings']::regclass[]
  loop
    call guard_rows(part);
    execute format('create policy acting_read on %s for select to motcua_app
      using (exists (select from dossiers d where d.id = dossier_id))', part);
    execute format('create policy acting_write on %s to motcua_app
      using (acting_account() is not null and exists (select from dossiers d where d.id = dossier_id))', part);
  end loop;
end $$;

alter table dossier_pauses add column until_on date;
comment on column dossier_pauses.until_on is 'Last day of the pause as it was decided or asked; null when nothing ends it by itself.';
alter table dossiers add column withdrawal_asked_at timestamptz;
alter table dossiers add column reappointed_at timestamptz;
-- What ended without a result is kept and disposed of as what was returned.
create index dossiers_closed on dossiers (closed_at) where closed_at is not null and disposed_at is null;
comment on column dossiers.withdrawal_asked_at is 'Since when the applicant wants the dossier back and nobody has answered: state 7 of the national portal.';
comment on column dossiers.reappointed_at is 'The new appointment of the apology (Form 04). Timeliness is still judged by due_at.';
