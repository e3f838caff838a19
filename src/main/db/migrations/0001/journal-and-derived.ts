/** Import, journal, derived tables, guards of the journal. SQLite STRICT; see README «Data». Frozen once released. */
export const journalAndDerived = `
-- ---- 1.11 import 导入: nothing in an imported file is dropped ------------------------------------------

create table import_batch (                 -- 导入: one file, one case
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  file_sha256 text not null references file (sha256) deferrable,     -- the original, kept
  file_name text,
  format text not null,                     -- published-case/1.2 | casepkg/1 | xlsx
  external_id text,                         -- caseId of the source
  ids_json text not null,                   -- ids of the source -> our ids
  imported_at text not null check (imported_at like '____-__-__T__:__:__+08:00'),
  primary key (case_id, id)
) strict, without rowid;
create index import_batch_file on import_batch (file_sha256);        -- second import of the same file is recognised
create index import_batch_external on import_batch (external_id);    -- same case, other content -> offer the merge

create table import_note (                  -- 导入说明: what has no column, in the source's words, shown to the user
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  import_batch_id text not null,
  path text not null,                       -- RFC 6901 pointer: /sources/0
  kind text not null check (kind in ('source','remark','no_column','not_parsed','conflict')),
  value_json text not null,
  about_table text, about_id text,
  primary key (case_id, id),
  foreign key (case_id, import_batch_id) references import_batch (case_id, id) deferrable
) strict, without rowid;
-- ---- 1.12 journal 记录: written by the dispatcher only, append-only ------------------------------------

create table audit_entry (                  -- 审计: one per command and chain; chain = (scope, library)
  scope_id text not null,                   -- case id, or 'library'
  library_id text not null,                 -- where it was written; entries of other libraries arrive by package, unchanged
  seq integer not null check (seq >= 1),    -- no gaps; a row's rev is the seq that wrote it
  at text not null check (at like '____-__-__T__:__:__+08:00'),
  actor_id text not null, actor_name text not null,
  method text not null,                     -- name in the contract: unit.update
  command_id text not null,                 -- same for all chains one command touched; retry after a lost reply is recognised
  summary text not null,                    -- a sentence in Chinese
  is_undoable integer not null check (is_undoable in (0,1)),
  undoes_seq integer,                       -- undo of that entry; redo = undo of an undo
  changes_sha256 text,                      -- of the canonical change rows; null = read, export, login
  first_change integer, last_change integer,    -- no of its change_entry rows, without a gap; of this file, not hashed
  prev_hash text not null, hash text not null,
  primary key (scope_id, library_id, seq)
) strict, without rowid;
create index audit_entry_undo on audit_entry (scope_id, library_id, undoes_seq) where undoes_seq is not null;

create table change_entry (                 -- 变更: before and after of one row in one command
  no integer primary key,                   -- order of arrival in this file: what the search index has not read yet
  scope_id text not null,
  library_id text not null,
  seq integer not null,
  n integer not null,
  table_name text not null,
  row_id text not null,
  op text not null check (op in ('insert','update')),     -- there is no delete
  before_json text,                         -- only the columns that changed
  after_json text not null,
  foreign key (scope_id, library_id, seq) references audit_entry (scope_id, library_id, seq) deferrable
) strict;                                   -- no second index: found through audit_entry.first_change (a page less per edit, measured)
-- ---- 1.13 derived 派生: rebuilt from the rest at any time; not audited, not exchanged -----------------

create table deadline (                     -- 期限: computed by the rules in the writing transaction
  case_id text not null references case_file (id) deferrable,
  clock text not null,                      -- investigation | approval | publication | supervision | assessment | report:<delivery> | penalty:<step> | …
  subject_id text not null,                 -- row it belongs to, or ''
  owner_bureau_id text not null,            -- copied from the case for the board
  starts_at text, due_at text,              -- due_at null = stopped (鉴定) or not determinable
  state text not null check (state in ('running','stopped','met','unknown')),
  met_at text,
  rule_id text not null, rule_version text not null,      -- the sentence is made on demand from the same rule
  answer_sha256 text not null,              -- the nightly check recomputes and compares
  is_ambiguous integer not null check (is_ambiguous in (0,1)),
  primary key (case_id, clock, subject_id)
) strict, without rowid;
create index deadline_board on deadline (owner_bureau_id, due_at, case_id) where state = 'running';
create index deadline_all on deadline (due_at, case_id) where state = 'running';

create table search_entry (                 -- 全文: one per searchable row; text kept for snippets
  no integer primary key,                   -- rowid of the FTS table
  case_id text not null references case_file (id) deferrable,
  about_table text not null, about_id text not null,
  title text not null, body text not null,
  unique (case_id, about_id, about_table)
) strict;
create table search_state (                 -- how far the index has read the journal; one row
  one integer primary key check (one = 1),
  change_no integer not null,               -- last change_entry in the index; the rest is read before each search
  tokenizer integer not null                -- version of the bigram tokenizer; differs -> built anew
) strict;
insert into search_state (one, change_no, tokenizer) values (1, 0, 0);
create virtual table search_fts using fts5(title, body, content='', contentless_delete=1, tokenize='unicode61');
create trigger audit_entry_no_update before update on audit_entry begin select raise(abort, 'append-only'); end;
create trigger audit_entry_no_delete before delete on audit_entry begin select raise(abort, 'append-only'); end;
create trigger audit_entry_next before insert on audit_entry
  when new.seq <> 1 + coalesce((select max(seq) from audit_entry where scope_id = new.scope_id and library_id = new.library_id), 0)
  begin select raise(abort, 'audit-gap'); end;    -- also stops INSERT OR REPLACE
create trigger change_entry_no_update before update on change_entry begin select raise(abort, 'append-only'); end;
create trigger change_entry_no_delete before delete on change_entry begin select raise(abort, 'append-only'); end;
create trigger change_entry_new before insert on change_entry
  when exists (select 1 from change_entry where no = new.no)    -- stops INSERT OR REPLACE
  begin select raise(abort, 'append-only'); end;
`
