-- What the counter notes beside a dossier: its line in the year's tracking book, and which fees were taken at once.

alter table dossiers add column book_line integer check (book_line > 0);
comment on column dossiers.book_line is 'Line in the tracking book (Form 06) of the receiving unit for the year, from 1 and without gaps; null for dossiers brought over from older books.';

alter table dossier_fees add column collected boolean not null default false;
comment on column dossier_fees.collected is 'Taken at the counter when the dossier was received; otherwise it falls due when the result is returned.';

comment on table dossier_counters is 'Last number taken from a book (dossier, guide-slip, refusal-slip, fee-receipt per day; tracking-book per year, under 1 January) of a unit; taken inside the transaction, so without gaps.';
