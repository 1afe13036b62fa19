-- Which keys the receipts of an agency are signed with, so that a receipt can be checked by anybody, for ever.

create table unit_keys (
  id bigint generated always as identity primary key,
  agency_id text not null,
  agency_name text not null,
  public_key bytea not null unique check (length(public_key) = 32),
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to >= valid_from)
);
comment on table unit_keys is 'Public keys of agencies, in the period in which each signs. The private keys lie in the signer''s folder, never here.';
comment on column unit_keys.agency_id is 'Agency identifier as it stands in numbers of dossiers: 000.17.22.H08.';
comment on column unit_keys.agency_name is 'What the agency was called when the key was made.';
comment on column unit_keys.public_key is 'Ed25519, 32 bytes.';
comment on column unit_keys.valid_to is 'Null while the key is in use. A receipt of a later reception is not believed when this key signed it.';
create unique index unit_keys_in_use on unit_keys (agency_id) where valid_to is null;

revoke update, delete, truncate on unit_keys from motcua_app;
grant update (valid_to) on unit_keys to motcua_app;
